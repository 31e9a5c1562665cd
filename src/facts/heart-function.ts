// Is the left ventricular ejection fraction high enough?

import { finding, type Finding } from '../logic/finding.ts';
import { isAtLeast, hull, type Interval } from '../logic/interval.ts';
import { say } from '../logic/message.ts';
import { parseQuantity } from '../logic/quantity.ts';
import type { ReportEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { Reading } from '../fhir/reading.ts';
import { leastComplete } from '../fhir/retrieved.ts';
import { askLatest, evidenceOf, measurementTitle, type Results } from './latest.ts';
import type { Screening } from './screening.ts';

const echocardiography = {
  system: 'http://loinc.org',
  code: '10230-1',
  display: 'Left ventricular Ejection fraction',
} as const;

/**
 * "LVEF >= percent" by the latest result within the window, from Observations and from the words of reports.
 * @source clinical specification section 6 (LVEF) and; threshold NCT06222853, inclusion criterion 4
 */
export function ejectionFractionAtLeast(
  record: IndexedRecord,
  screening: Screening,
  { percent, windowDays }: { readonly percent: number; readonly windowDays: number },
): Finding {
  const what = measurementTitle('LVEF');
  const question = { names: ['LVEF'], what, screening, windowDays, group: 'LVEF', orders: [echocardiography] };
  return askLatest(withReports(record), question, (reading) => {
    const verdict = reading.amount === undefined ? 'unknown' : isAtLeast(reading.amount, percent);
    const values = { value: reading.asWritten, percent };
    const missing = [{ what, orders: [{ coding: echocardiography, windowDays }] }];
    return finding(verdict, say(`heart-function.${verdict}`, values), {
      evidence: [evidenceOf(reading)],
      ...(verdict === 'unknown' && { missing }),
    });
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

/** Name, then up to 20 characters without a figure, then one value or range with or without "%"; the right ventricle is another matter. */
const fraction =
  /(?<![a-z]|右心?室)(?:lv\s?ef|ef|(?<!right ventricular |rv )ejection fraction|射血分数)(?![a-z])[^\d\n;；。<>≤≥]{0,20}((?:[<>≤≥]=?\s*)?\d{1,3}(?:\.\d+)?\s*%?(?:\s*(?:[-~～–—至]|to)\s*\d{1,3}(?:\.\d+)?\s*%?)?)/gi;

/** An ejection fraction in the words of a report; several in one report are one interval. */
function inReport(report: ReportEntry): readonly Reading[] {
  const found = [...(report.conclusion ?? '').matchAll(fraction)].flatMap((match) => {
    const amount = percentIn(match[1] ?? '');
    return amount === undefined ? [] : [{ amount, text: match[0].trim() }];
  });
  const [first, ...others] = found;
  if (first === undefined) return [];
  const amount = others.reduce((all, each) => hull(all, each.amount), first.amount);
  const { reference, when, status, resource } = report;
  const asWritten = [...new Set(found.map(({ text }) => text))].join('; ');
  return [{ measurement: 'LVEF', reference, when, status, amount, asWritten, resource }];
}

/** "55-60%", ">55 %", "0.62": in percent; undefined for a number that is no ejection fraction. */
function percentIn(text: string): Interval | undefined {
  const parsed = parseQuantity(text);
  if (parsed === undefined || (parsed.unit !== '' && parsed.unit !== '%')) return undefined;
  const { low, high } = parsed.interval;
  const asFraction = parsed.unit === '' && low <= 1 && (high <= 1 || !Number.isFinite(high));
  const amount = asFraction ? { ...parsed.interval, low: low * 100, high: high * 100 } : parsed.interval;
  return amount.low > 95 || amount.high < 5 ? undefined : amount;
}
