// Is the left ventricular ejection fraction high enough?

import { possiblyWithin } from '../../logic/calendar.ts';
import { finding, type Finding } from '../../logic/finding.ts';
import { isAtLeast, hull } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { noLimits, type Reading } from '../../fhir/reading.ts';
import { leastComplete } from '../../fhir/retrieved.ts';
import { fractionsIn } from './fractions-in-words.ts';
import { functionSaid, wordsOfReport } from './function-words.ts';
import { askLatest, evidenceOf, measurementTitle, type Results } from '../results/latest.ts';
import { lettersLost } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import { testFor } from '../orders.ts';

/**
 * "LVEF >= percent" by the latest result within the window, from Observations and from the words of reports. Words without a number
 * decide nothing, and against an older number they leave it open.
 * @source clinical specification section 6 (LVEF) and; threshold NCT06222853, inclusion criterion 4
 */
export function ejectionFractionAtLeast(
  record: IndexedRecord,
  screening: Screening,
  { percent, windowDays }: { readonly percent: number; readonly windowDays: number },
): Finding {
  const what = measurementTitle('LVEF');
  const question = { names: ['LVEF'], what, screening, windowDays, group: 'LVEF', orders: [testFor.ejectionFraction] };
  const judge = (reading: Reading): Finding => {
    const verdict = reading.amount === undefined ? 'unknown' : isAtLeast(reading.amount, percent);
    const values = { value: reading.asWritten(), percent };
    const missing = [{ what, orders: [{ coding: testFor.ejectionFraction, windowDays }] }];
    return finding(verdict, say(`heart-function.${verdict}`, values), {
      evidence: [evidenceOf(reading)],
      ...(verdict === 'unknown' && { missing }),
    });
  };
  const numbers = withReports(record);
  const answer = askLatest(numbers, question, judge);
  const against = wordsAgainst(answer.verdict, record, numbers.readings('LVEF'));
  if (against.length === 0) return answer;
  return askLatest({ ...numbers, readings: (name) => [...numbers.readings(name), ...against] }, question, judge);
}

/**
 * The words of reports without a number that speak against an answer: reduced against enough, normal against too little except on
 * the day of a number, and any where there is no answer.
 */
function wordsAgainst(verdict: Verdict, record: IndexedRecord, numbers: readonly Reading[]): readonly Reading[] {
  const withNumbers = new Set(numbers.map(({ reference }) => reference));
  const agreeing = verdict === 'met' ? 'normal' : 'reduced';
  return record.reports.flatMap((report) => {
    const said = withNumbers.has(report.reference)
      ? undefined
      : record.lexicon.read(functionSaid)(report.conclusion ?? '');
    if (said === undefined) return [];
    if (verdict === 'unknown') return wordsOfReport(report);
    if (said === agreeing) return [];
    const day = report.when;
    const isOfDayOfNumber =
      day !== undefined && numbers.some(({ when }) => when !== undefined && possiblyWithin(when, day.from, day.to));
    return verdict === 'not-met' && isOfDayOfNumber ? [] : wordsOfReport(report);
  });
}

/** The record's results together with the ejection fractions that reports give in words. */
export function withReports(record: IndexedRecord): Results {
  return {
    readings: (name) => (name === 'LVEF' ? record.once(fractionsOf) : record.readings(name)),
    retrieved: {
      ...record.retrieved,
      observations: leastComplete(record.retrieved.observations, record.retrieved.diagnosticReports),
    },
  };
}

/** Results and reports, whatever their day. */
const fractionsOf = (record: IndexedRecord): readonly Reading[] => [
  ...record.readings('LVEF').map(readAgain),
  ...record.reports.flatMap(inReport),
];

const speaksOfFraction = /(?<![a-z])ef(?![a-z])|lvef|ejection|射血|收缩功能|systolic function/i;

/** A result written with its name or more words ("EF 60-65 %", "normal, 60 %") is read as a report would be. */
function readAgain(reading: Reading): Reading {
  const { unreadable, text } = reading;
  if (unreadable?.id !== 'reading.words-not-known' || text === undefined) return reading;
  const found = fractionsIn(speaksOfFraction.test(text) ? text : `EF ${text}`);
  const [amount, ...others] = found.flatMap((each) => each.amount ?? []);
  if (amount === undefined || others.length + 1 < found.length) return reading;
  return { ...reading, unreadable: undefined, amount: others.reduce(hull, amount) };
}

/** An ejection fraction in the words of a report; several in one report are one interval, and unreadable if one of them is. */
function inReport(report: ReportEntry): readonly Reading[] {
  const { illegible } = report;
  if (illegible !== undefined && speaksOfFraction.test(illegible))
    return [{ ...wordsOfReport({ ...report, conclusion: illegible }), unreadable: lettersLost(illegible) }];
  const found = fractionsIn(report.conclusion ?? '');
  if (found.length === 0) return [];
  const { reference, when, status, resource } = report;
  const asWritten = [...new Set(found.map(({ text }) => text))].join('; ');
  const base = {
    measurement: 'LVEF',
    reference,
    when,
    status,
    asWritten: () => asWritten,
    limits: noLimits,
    resource,
  } as const;
  const amounts = found.flatMap(({ amount }) => amount ?? []);
  const [amount, ...others] = amounts.length < found.length ? [] : amounts;
  if (amount === undefined) return [{ ...base, unreadable: say('reading.words-not-known', { value: asWritten }) }];
  return [{ ...base, amount: others.reduce(hull, amount) }];
}
