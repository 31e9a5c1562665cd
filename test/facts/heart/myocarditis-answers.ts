// How are the whole answers about myocarditis asked for, and written down in a line each?

import { seriousMyocarditisNow } from '../../../src/facts/heart/myocarditis.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { asking, screening, seen } from './answers.ts';
import { condition } from '../history-entries.ts';
import { expected, type Whole } from '../whole.ts';

export const ask = asking((record, exposures) => seriousMyocarditisNow(record, exposures, screening, 90));

export const [name, onset] = ['Acute myocarditis', '2026-05-10'];
export const myocarditis = (more: Json = {}): Json => condition(name, { onsetDateTime: onset, ...more });
export const shown = (value = name, date = onset, kind = 'diagnosis'): Evidence => seen(value, date, kind);
export const answer = (
  verdict: Whole['verdict'],
  reason: string,
  more: Partial<Omit<Whole, 'verdict' | 'reason'>> & { readonly values?: Readonly<Record<string, string>> } = {},
): Whole => {
  const { values = { name }, ...rest } = more;
  return expected(verdict, say(`heart.${reason}`, values), { evidence: [shown()], ...rest });
};
export const judged = answer('needs-investigator', 'myocarditis-judge');
