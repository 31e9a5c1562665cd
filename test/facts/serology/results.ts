// What does a test about infections in the blood need to write down a result, and what is shown of it, in one line?

import { expect, it } from 'vitest';
import type { Criterion } from '../../../src/eligibility/criterion.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence, Missing } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import type { Settings } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { ask, type Asked } from '../../ask.ts';
import { whole, type Whole } from '../whole.ts';

/** A LOINC code, as the results are sent, of each measurement. */
const codes: Readonly<Record<string, string>> = {
  HBsAg: '5196-1',
  HBcAb: '16933-4',
  'HBV-DNA': '42595-9',
  'HIV-Ab': '56888-1',
  'HIV2-Ab': '30361-0',
  'HIV-confirm': '5221-7',
  'HIV-RNA': '25836-8',
  'syphilis-treponemal': '24312-1',
  'syphilis-nontreponemal': '20507-0',
  'CMV-DNA': '72493-0',
};

/** What is ordered for a measurement (spec section 7, E8), and for how many days its result counts. */
const orders: Readonly<Record<string, readonly [string, string, number]>> = {
  HBsAg: ['5196-1', 'Hepatitis B virus surface Ag [Presence] in Serum or Plasma', 90],
  HBcAb: ['16933-4', 'Hepatitis B virus core Ab [Presence] in Serum', 90],
  'HBV-DNA': ['42595-9', 'Hepatitis B virus DNA [Units/volume] (viral load) in Serum or Plasma', 30],
  'HIV-Ab': ['56888-1', 'HIV 1+2 Ab+HIV1 p24 Ag [Presence] in Serum or Plasma by Immunoassay', 90],
  'HIV-confirm': ['5221-7', 'HIV 1 Ab [Presence] in Serum or Plasma by Immunoblot', 90],
  'syphilis-treponemal': ['24312-1', 'Treponema pallidum Ab [Presence] in Serum by Agglutination', 90],
  'syphilis-nontreponemal': ['20507-0', 'Reagin Ab [Presence] in Serum by RPR', 90],
  'CMV-DNA': ['72493-0', 'Cytomegalovirus DNA [Units/volume] (viral load) in Serum or Plasma', 30],
  'CMV-DNA-other': ['72493-0', 'Cytomegalovirus DNA [Units/volume] (viral load) in Serum or Plasma', 30],
};

/** The day of the results of which nothing else is said; with it a window of 30 and one of 90 days end on these. */
export const fresh = '2026-05-20';
export const after30 = '2026-06-20';
export const after90 = '2026-08-19';

/** A final result in words. */
export const said = (name: string, value: string, date = fresh, more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: codes[name] }] },
  effectiveDateTime: date,
  valueString: value,
  ...more,
});

/** A final result of another kind than words. */
export const sent = (name: string, value: Json, date = fresh): Json =>
  said(name, '', date, { valueString: undefined, ...value });

export const preliminary: Json = { status: 'preliminary' };
export const undated: Json = { effectiveDateTime: undefined };

/** What is shown of a result that is the n-th resource of a record. */
export const shown = (n: number, name: string, value: string, date = fresh): Evidence => ({
  ...shownUndated(n, name, value),
  date,
});
export const shownUndated = (n: number, name: string, value: string): Evidence => ({
  reference: `Observation/r${String(n)}`,
  label: say(`measurement.${name}`),
  value,
});

/** What is shown of one that does not count, and why. */
export const notCounted = (why: string, evidence: Evidence): Evidence => ({
  ...evidence,
  label: say('latest.ignored', { what: evidence.label, why: say(`latest.${why}`) }),
});

/** A test to order. */
export const toOrder = (name: string): Missing => {
  const [code = '', display = '', windowDays = 0] = orders[name] ?? [];
  return {
    what: say(`measurement.${name}`),
    orders: [{ coding: { system: 'http://loinc.org', code, display }, windowDays }],
  };
};

export const allDiagnoses: Missing = { what: say('serology.diagnoses'), orders: [] };
export const state = (of: 'markers' | 'load', is: string) => say(`serology.of-${of}.${is}`);

/** The case in words, the record, the whole answer on 2026-06-01, and how it is asked. */
export type Row = readonly [string, readonly Json[], Whole, Asked?];

/** One test per row. */
export function answers(criterion: Criterion<Settings>, rows: readonly Row[]): void {
  const cases = rows.map(([title, resources, answer, asked]) => ({ title, resources, answer, asked }));
  it.each(cases)('$title', ({ resources, answer, asked }) => {
    expect(whole(ask(criterion, resources, asked))).toEqual(answer);
  });
}

const refused = { state: 'unavailable', reason: 'refused' } as const;
export const withoutDiagnoses: Asked = { retrieved: { conditions: refused } };
export const withoutResults: Asked = { retrieved: { observations: refused } };
