// In which ways does the record say what the filtration rate is?

import type { Evidence, Finding } from '../../logic/finding.ts';
import { isoRange } from '../../logic/calendar.ts';
import type { Interval } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { estimateByCystatinC, estimatesFrom, impliedByReported, personAt } from './estimates.ts';
import { evidenceOf } from '../results/latest.ts';
import { isDated, type Dated } from '../results/latest-candidates.ts';

/** One way to the rate (mL/min/1.73 m2): what it says, and how it is shown. */
export type Way = { readonly rate: Interval; readonly evidence: Evidence };

/** One that may decide. `main` marks the value a chart or a signal uses. */
type DecidingWay = Way & { readonly main: boolean };

/** CKiD U25 and its checking equation, from one creatinine and one height; nothing where age or a number is missing. */
export function computedWays(record: IndexedRecord, creatinine: Reading, height: Reading): readonly DecidingWay[] {
  if (!isDated(creatinine) || creatinine.amount === undefined || height.amount === undefined) return [];
  const person = personAt(record, creatinine.when);
  const estimates = person === undefined ? undefined : estimatesFrom(person, height.amount, creatinine.amount);
  if (estimates === undefined) return [];
  const evidence = (equation: string, rate: Interval): Evidence => ({
    reference: creatinine.reference,
    label: say('kidney.computed', { equation, creatinine: creatinine.asWritten(), height: height.asWritten() }),
    value: shown(rate),
    date: isoRange(creatinine.when),
  });
  return [
    { rate: estimates.u25, main: true, evidence: evidence('CKiD U25', estimates.u25) },
    { rate: estimates.check, main: false, evidence: evidence(estimates.checkedBy, estimates.check) },
  ];
}

/** CKiD U25 by one cystatin C; nothing where the age is missing. One without a number may stand for any rate. */
export function cystatinWays(record: IndexedRecord, cystatinC: Dated): readonly Way[] {
  const person = personAt(record, cystatinC.when);
  const amount = cystatinC.amount ?? { low: 0, high: Infinity };
  const rate = person === undefined ? undefined : estimateByCystatinC(person, amount);
  if (rate === undefined) return [];
  const label = say('kidney.by-cystatin', { value: cystatinC.asWritten() });
  return [{ rate, evidence: { ...evidenceOf(cystatinC, label), value: shown(rate) } }];
}

/** A reported value; one by bedside Schwartz also as the U25 estimate that it implies. */
export function reportedWays(record: IndexedRecord, reported: Reading): readonly DecidingWay[] {
  if (!isDated(reported) || reported.amount === undefined) return [];
  const own: DecidingWay = { rate: reported.amount, main: true, evidence: evidenceOf(reported) };
  const person = reported.measurement === 'eGFR-schwartz' ? personAt(record, reported.when) : undefined;
  if (person === undefined) return [own];
  const rate = impliedByReported(person, reported.amount);
  const label = say('kidney.implied', { value: reported.asWritten() });
  return [own, { rate, main: false, evidence: { ...evidenceOf(reported, label), value: shown(rate) } }];
}

/** For display only: one decimal, with its unit. */
function shown({ low, high }: Interval): string {
  const [from, to] = [low.toFixed(1), Number.isFinite(high) ? high.toFixed(1) : '∞'];
  return `${from === to ? from : `${from} - ${to}`} mL/min/1.73 m²`;
}

/** Where the ways lead to different sides, none says enough alone. */
export const eachLeading = <S extends Pick<Finding, 'evidence'>>(
  shown: S,
  ways: readonly Pick<Way, 'evidence'>[],
): S => ({
  ...shown,
  evidence: shown.evidence.map((each) =>
    ways.some(({ evidence }) => evidence.label === each.label) ? { ...each, leads: true as const } : each,
  ),
});
