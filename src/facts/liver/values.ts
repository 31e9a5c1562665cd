// Is a liver value at most so many times its upper limit of normal?

import { finding, type Finding } from '../../logic/finding.ts';
import { isAtMost, type Interval } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { askLatest, evidenceOf, measurementTitle } from '../results/latest.ts';
import { upperLimitsOf } from './limits.ts';
import type { Screening } from '../screening.ts';
import { testFor } from '../orders.ts';

export type LiverMeasurement = 'AST' | 'ALT' | 'bilirubinTotal';

/**
 * Lowest and highest upper limit of normal that a laboratory can have for ages 5 to 18 (U/L; bilirubin umol/L): what is decided by
 * both needs no limit of the laboratory.
 * @source clinical specification section 6 and S31 (WS/T 780-2021; values to be verified by the site)
 */
const plausibleUpperLimits: Readonly<Record<LiverMeasurement, readonly [number, number]>> = {
  ALT: [21, 63],
  AST: [26, 60],
  bilirubinTotal: [17.1, 26],
};

/** The units of all limits here. */
const unitOfLimits: Readonly<Record<LiverMeasurement, string>> = { ALT: 'U/L', AST: 'U/L', bilirubinTotal: 'µmol/L' };

export type LiverQuestion = {
  readonly measurement: LiverMeasurement;
  readonly times: number;
  readonly windowDays: number;
};

/**
 * "value <= times x ULN" by the latest result within the window. The limit is the one sent with the result, else the site's; without
 * one, a result flagged normal is met, and the plausible limits decide what both of them decide (otherwise unknown, ULN_MISSING).
 * @source clinical specification section 6, R-0.7; thresholds NCT06222853, inclusion criterion 4
 */
export function atMostTimesUpperLimit(record: IndexedRecord, screening: Screening, question: LiverQuestion): Finding {
  const { measurement, windowDays } = question;
  const coding = testFor[measurement];
  const latest = {
    names: [measurement],
    what: measurementTitle(measurement),
    screening,
    windowDays,
    group: 'LABS',
    orders: [coding],
  };
  return askLatest(record, latest, (reading) => {
    if (reading.amount === undefined) return undecided('liver.no-number', reading, question);
    const limits = upperLimitsOf(reading, record, screening);
    return limits.length > 0
      ? judged(reading, reading.amount, limits, question)
      : withoutLimit(reading, reading.amount, question);
  });
}

function judged(reading: Reading, amount: Interval, limits: readonly number[], question: LiverQuestion): Finding {
  const { times, measurement } = question;
  const verdict = agreedOver(amount, limits, times);
  const values = {
    what: measurementTitle(measurement),
    value: reading.asWritten(),
    times,
    limit: limits.map(shown),
    unit: unitOfLimits[measurement],
  };
  const evidence = [evidenceOf(reading)];
  if (verdict === 'met') return finding('met', say('liver.within', values), { evidence });
  if (verdict === 'not-met')
    return finding('not-met', say(measurement === 'AST' ? 'liver.above-ast' : 'liver.above', values), { evidence });
  return undecided('liver.limits-differ', reading, question);
}

function withoutLimit(reading: Reading, amount: Interval, question: LiverQuestion): Finding {
  const { times, measurement } = question;
  const plausible = plausibleUpperLimits[measurement];
  const verdict = agreedOver(amount, plausible, times);
  const evidence = [evidenceOf(reading)];
  const values = {
    what: measurementTitle(measurement),
    value: reading.asWritten(),
    times,
    low: plausible[0],
    high: plausible[1],
    unit: unitOfLimits[measurement],
  };
  if (verdict === 'met') return finding('met', say('liver.within-any', values), { evidence });
  if (verdict === 'not-met') return finding('not-met', say('liver.above-any', values), { evidence });
  if (reading.interpretation === 'normal') return finding('met', say('liver.flagged-normal', values), { evidence });
  return undecided('liver.limit-missing', reading, question);
}

/** The common answer for every limit; unknown where they differ. */
function agreedOver(amount: Interval, limits: readonly number[], times: number): Verdict {
  const verdicts = new Set(limits.map((limit) => isAtMost(amount, times * limit)));
  const [only = 'unknown'] = verdicts;
  return verdicts.size === 1 ? only : 'unknown';
}

function undecided(reason: string, reading: Reading, { measurement, times, windowDays }: LiverQuestion): Finding {
  const [low, high] = plausibleUpperLimits[measurement];
  const what = measurementTitle(measurement);
  return finding(
    'unknown',
    say(reason, { what, value: reading.asWritten(), times, low, high, unit: unitOfLimits[measurement] }),
    {
      evidence: [evidenceOf(reading)],
      missing: [{ what: say('liver.needs-limit', { what }), orders: [{ coding: testFor[measurement], windowDays }] }],
      flags: reason === 'liver.limit-missing' ? ['ULN_MISSING'] : [],
    },
  );
}

/** For display only; most limits are whole numbers, and need no rounding. */
const shown = (value: number): string => String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
