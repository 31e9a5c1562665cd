// Is the left ventricular ejection fraction high enough?

import { possiblyWithin } from '../../logic/calendar.ts';
import { finding, type Finding } from '../../logic/finding.ts';
import { isAtLeast, hull, scale, type Interval } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import { parseQuantity } from '../../logic/quantity.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { noLimits, type Reading } from '../../fhir/reading.ts';
import { leastComplete } from '../../fhir/retrieved.ts';
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
    readings: (name) => [...record.readings(name), ...(name === 'LVEF' ? record.reports.flatMap(inReport) : [])],
    retrieved: {
      ...record.retrieved,
      observations: leastComplete(record.retrieved.observations, record.retrieved.diagnosticReports),
    },
  };
}

/**
 * Name, then up to 30 characters without a figure, a comma or the shortening fraction, then one value or range with or without "%"
 * and what bounds or changes it afterwards; the right ventricle is another matter.
 */
const fraction =
  /(?<![a-z]|右心?室)(?:lv\s?ef|ef|(?<!right ventricular |rv )ejection fraction|射血分数)(?![a-z])((?:(?!\bfs\b|shortening|缩短)[^\d\n,、;。<>≤≥]){0,30})((?:[<>≤≥]=?\s*)?\d{1,3}(?:\.\d+)?\s*%?(?:\s*(?:[-~–—至]|to)\s*\d{1,3}(?:\.\d+)?\s*%?)?(?:\s*(?:以[上下]|or (?:more|less|above|below|higher|lower)|[-=]*[→>]|[升降增减上下恢回][^\d,、;。\n]{0,6}[至到为]|(?:(?:in|de)creas|improv|recover|declin|ris|fall|dropp?)\w* to|(?:fell|rose|up|down|now)(?: to)?\s*(?=\d)))?)/gi;

const speaksOfFraction = /(?<![a-z])ef(?![a-z])|lvef|ejection|射血|收缩功能|systolic function/i;

/** A comparison in words before the number, with what turns it round. */
const comparison =
  /(?:not? |不)?(?:(?:less|lower|more|greater|higher) than|below|under|above|over|exceed|at (?:least|most)|up to|[小低少大高多]于|不足|不到|超过).*$/i;

/** The number that follows is what is normal, or what it once was. */
const another =
  /\([^)]*(?:normal|正常)|(?:normal|正常)\s*(?:range|value|值|范围)|\bref|参考|previous|prior|baseline|\bfrom\b|target|既往|上次|前次|原|曾|由|从|自(?!动)/i;

/** An ejection fraction in the words of a report; several in one report are one interval, and unreadable if one of them is. */
function inReport(report: ReportEntry): readonly Reading[] {
  const { illegible } = report;
  if (illegible !== undefined && speaksOfFraction.test(illegible))
    return [{ ...wordsOfReport({ ...report, conclusion: illegible }), unreadable: lettersLost(illegible) }];
  const matches = [...(report.conclusion ?? '').normalize('NFKC').matchAll(fraction)];
  const found = matches.flatMap(([text, gap = '', value = '']) => {
    const amount = another.test(gap) ? undefined : percentIn(`${comparison.exec(gap)?.[0] ?? ''}${value}`);
    return amount === 'none' ? [] : [{ amount, text: text.trim() }];
  });
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

/** "55-60%", ">55 %", "0.62": in percent; `none` for a number that is no ejection fraction, undefined for words that cannot be read. */
function percentIn(text: string): Interval | 'none' | undefined {
  const parsed = parseQuantity(text);
  if (parsed === undefined || (parsed.unit !== '' && parsed.unit !== '%')) return undefined;
  const { low, high } = parsed.interval;
  const asFraction = parsed.unit === '' && low <= 1 && (high <= 1 || !Number.isFinite(high));
  const amount = asFraction ? scale(parsed.interval, 100) : parsed.interval;
  return amount.low > 95 || amount.high < 5 ? 'none' : amount;
}
