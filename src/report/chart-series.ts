// Which measurements are drawn as curves, and where does the trial draw the line?

import { print, printValue } from '../eligibility/print.ts';
import type { Language } from '../logic/language.ts';
import type { Patient } from '../eligibility/understand.ts';
import { withReports } from '../facts/heart/function.ts';
import { filtrationRates } from '../facts/kidney/trend.ts';
import { measurementTitle } from '../facts/results/latest.ts';
import { whyIgnored } from '../facts/results/latest-candidates.ts';
import { upperLimitsOf } from '../facts/liver/limits.ts';
import { sledaiScore } from '../facts/scores/recorded.ts';
import { sledaiTotals } from '../facts/sledai-2k/form.ts';
import type { Reading } from '../fhir/reading.ts';
import { isoRange } from '../logic/calendar.ts';
import type { Interval } from '../logic/interval.ts';
import { measurementNamed } from '../terminology/measurement-table.ts';
import type { ChartPoint, Series, SeriesId } from './chart.ts';
import { words } from './sentences.ts';
import { seriesLimits } from './series-limits.ts';
import { rangeOf, spanOf } from './shapes.ts';

/** Results as they are read, each in the canonical unit of its measurement. */
const plain: readonly SeriesId[] = ['weight', 'SpO2', 'C3', 'C4', 'antiDsDNA', 'urineProtein24h', 'UPCR'];
const liver: readonly SeriesId[] = ['ALT', 'AST', 'bilirubinTotal'];
const inOrder: readonly SeriesId[] = [
  'weight',
  'SLEDAI-2K',
  'LVEF',
  'eGFR',
  ...liver,
  ...plain.filter((id) => id !== 'weight'),
];

/** Longer than any life. */
const everMonths = 1_200;

/** Every curve that has points. */
export function seriesOf(patient: Patient, settings: { readonly heightWindowDays: number }, language: Language) {
  const { record, screening } = patient;
  const drawn = (
    readings: readonly Reading[],
    amountOf = (reading: Reading) => reading.amount,
  ): readonly ChartPoint[] => readings.map((reading) => pointOf(reading, amountOf(reading)));

  const scores = sledaiTotals(record);
  const points = new Map<SeriesId, readonly ChartPoint[]>([
    ...plain.map((id) => [id, drawn(record.readings(id))] as const),
    ...liver.map((id) => [id, drawn(record.readings(id), timesUpperLimit)] as const),
    ['LVEF', drawn(withReports(record).readings('LVEF'))],
    ['eGFR', rates()],
    ['SLEDAI-2K', sledaiScore.names.flatMap((name) => scores.readings(name)).map(totalOf)],
  ]);
  return inOrder.flatMap((id): readonly Series[] => {
    const own = points.get(id) ?? [];
    const limit = seriesLimits.get(id);
    const name = id === 'eGFR' ? words(language)('series.eGFR') : print(measurementTitle(id), language);
    const shown = { id, name, unit: unitOf(id), ...(limit !== undefined && { limit }) };
    return own.length === 0 ? [] : [{ ...shown, points: own.toSorted(byDate) }];
  });

  function pointOf(reading: Reading, amount: Interval | undefined): ChartPoint {
    const { when, reference, unreadable } = reading;
    const asWritten = reading.asWritten();
    const why = unreadable ?? whyIgnored(reading, screening);
    return {
      ...(when !== undefined && spanOf(when)),
      ...(amount !== undefined && unreadable === undefined && { amount: rangeOf(amount) }),
      asWritten: asWritten === '' ? '–' : asWritten,
      reference,
      state: why === undefined ? 'counted' : 'not-counted',
      ...(why !== undefined && { why: print(why, language) }),
    };
  }

  /** A total of another version says so. */
  function totalOf(reading: Reading): ChartPoint {
    const point = pointOf(reading, reading.amount);
    const { measurement } = reading;
    return measurement === 'SLEDAI-2K' ? point : { ...point, how: print(measurementTitle(measurement), language) };
  }

  /** Multiples of the upper limit of normal; nothing where no limit is known. */
  function timesUpperLimit(reading: Reading): Interval | undefined {
    const limits = upperLimitsOf(reading, record, screening);
    const { amount } = reading;
    if (amount === undefined || limits.length === 0) return undefined;
    return { ...amount, low: amount.low / Math.max(...limits), high: amount.high / Math.min(...limits) };
  }

  function rates(): readonly ChartPoint[] {
    const { heightWindowDays } = settings;
    return filtrationRates(record, screening, { months: everMonths, heightWindowDays }).map(
      ({ when, rate, evidence: { reference = record.reference, label, value } }) => ({
        ...spanOf(when),
        amount: rangeOf(rate),
        asWritten: value === undefined ? isoRange(when) : printValue(value, language),
        reference,
        state: 'counted' as const,
        how: print(label, language),
      }),
    );
  }
}

function unitOf(id: SeriesId): string {
  if (liver.includes(id)) return '× ULN';
  return measurementNamed(id)?.unit ?? '1';
}

const byDate = (a: ChartPoint, b: ChartPoint): number => {
  const [one, other] = [`${a.from ?? ''} ${a.reference}`, `${b.from ?? ''} ${b.reference}`];
  return one < other ? -1 : one > other ? 1 : 0;
};
