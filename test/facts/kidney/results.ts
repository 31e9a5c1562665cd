// What does a test of the kidney need to write results down, and to read an answer, in one line?

import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import type { Evidence, Finding } from '../../../src/logic/finding.ts';
import { observation, screeningOn } from '../../builders.ts';

export const today = '2026-06-01';
export const screening = screeningOn(today);
export const on = '2026-05-28';
export const creatinine = (value: number, date = on, more: Json = {}): Json =>
  observation('2160-0', value, 'mg/dL', date, more);
export const height = (value = 158, date = '2026-05-20', more: Json = {}): Json =>
  observation('8302-2', value, 'cm', date, more);
export const reported = (code: string, value: number, date = on): Json =>
  observation(code, value, 'mL/min/{1.73_m2}', date);
export const procedure = (date: string | undefined, more: Json = {}): Json => ({
  resourceType: 'Procedure',
  status: 'completed',
  code: { text: 'Hemodialysis' },
  ...(date !== undefined && { performedDateTime: date }),
  ...more,
});
export const condition = (more: Json = {}): Json => ({
  resourceType: 'Condition',
  clinicalStatus: { coding: [{ code: 'active' }] },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'Z99.2', display: 'Dependence on dialysis' }] },
  ...more,
});
/** Evidence in one line each: reference, sentence and its words, value, date. */
export const inShort = (all: readonly Evidence[]): readonly string[] =>
  all.map(({ reference = '-', label: { id, values }, value = '-', date = '-' }) => {
    const what = Object.values(values).map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)));
    return [
      reference.replace('Observation/', ''),
      id,
      ...what.filter((each) => !each.startsWith('{')),
      typeof value === 'string' ? value : value.id,
      date,
    ].join(' | ');
  });

/** The days on which an answer may change. */
export const days = ({ turns }: Pick<Finding, 'turns'>): readonly string[] =>
  [...new Set(turns.map((turn) => isoDay(turn.on)))].sort();
