// Which totals of a disease score does the record hold, in results, questionnaires and the text of reports?

import { nameOf } from '../../terminology/concept.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { exactly, relativeTolerance } from '../../logic/interval.ts';
import { keptBy } from '../../logic/lazy.ts';
import { say, type Message } from '../../logic/message.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { noLimits, type Reading } from '../../fhir/reading.ts';
import { leastComplete } from '../../fhir/retrieved.ts';
import type { SearchName } from '../../fhir/searches.ts';
import type { Results } from '../results/latest.ts';
import { scoresInText, type ScorePhrase } from './text.ts';

/** How a score is found and which totals it can have. */
export type Score = {
  /** Measurements whose results are totals of this score, in any version. */
  readonly names: readonly MeasurementName[];
  readonly phrase: ScorePhrase;
  /** Highest total that exists. */
  readonly maximum: number;
  /** Searches whose results may hold a total. */
  readonly searches: readonly SearchName[];
};

/** Which SLEDAI a text names: 2K, SELENA, 1992, or none of them. */
const sledaiVersion = (matched: string): MeasurementName => {
  if (/selena/i.test(matched)) return 'SELENA-SLEDAI';
  if (/2k|2000/i.test(matched)) return 'SLEDAI-2K';
  return matched.includes('1992') ? 'SLEDAI-1992' : 'SLEDAI';
};

/** SLEDAI in all its versions. @source clinical specification, section 3: 24 items, maximum 105 */
export const sledaiScore: Score = {
  names: ['SLEDAI-2K', 'SLEDAI', 'SLEDAI-1992', 'SELENA-SLEDAI'],
  phrase: {
    phrase:
      /(?<!(?:mex|modifi\w*|clinical|delta|serologic\w*|max(?:imum|imal)?|peak|highest|worst|临床|改良|血清学?|最高|Δ|[cmd])[\s-]?)(?:selena[\s-]*)?sledai(?:[\s\-–(（]*(?:2k|2000(?!\d)|1992(?!\d)|selena)[)）]?)?/gi,
    nameOf: sledaiVersion,
  },
  maximum: 105,
  searches: ['observations', 'diagnosticReports', 'questionnaireResponses'],
};

/** The 2019 EULAR/ACR classification score. @source clinical specification, section 2: maximum 51 */
export const eularAcrScore: Score = {
  names: ['EULAR-ACR-2019'],
  phrase: {
    phrase: /(?:2019\s*年?\s*)?(?:eular\s*[/-]\s*acr|acr\s*[/-]\s*eular)(?:[\s(（]*2019(?!\d)年?[)）]?)?(?:\s*sle)?/gi,
    nameOf: () => 'EULAR-ACR-2019',
  },
  maximum: 51,
  searches: ['observations', 'diagnosticReports'],
};

const mentions = /sledai|eular/i;

/** True if the record holds any total of a lupus score, or a report speaks of one with figures. */
export const hasRecordedScore = (record: IndexedRecord): boolean =>
  [sledaiScore, eularAcrScore].some(
    (score) =>
      score.names.some((name) => record.readings(name).length > 0) ||
      record.reports.some((report) => inReport(report, score).length > 0),
  );

/**
 * The totals of a score as results, ready for `latest`: those of Observations, of reports' texts and of `others`
 * (questionnaires). A total that the score cannot have is unreadable. Its completeness is that of all its searches.
 */
export function scoreResults(record: IndexedRecord, score: Score, others: readonly Reading[]): Results {
  const found = record.reports.flatMap((report) => inReport(report, score)).concat(others);
  const { retrieved } = record;
  const least = leastComplete(...score.searches.map((search) => retrieved[search]));
  const totals = (name: MeasurementName): readonly Reading[] => {
    const results = record.readings(name).map((each) => checked(readAgain(each, score), score.maximum));
    for (const each of found) if (each.measurement === name) results.push(checked(each, score.maximum));
    return results;
  };
  const same = least === retrieved.observations;
  return { readings: keptBy(totals), retrieved: same ? retrieved : { ...retrieved, observations: least } };
}

/** A report that is named after the score may give nothing but the figure as its conclusion. */
function inReport(report: ReportEntry, score: Score): readonly Reading[] {
  const name = nameOf(report.concept);
  const conclusion = report.conclusion ?? '';
  const text = mentions.test(conclusion) ? conclusion : mentions.test(name) ? `${name}：${conclusion}` : '';
  const lost = report.illegible ?? '';
  const stated = [
    ...(text === '' ? [] : scoresInText(text, score.phrase)),
    // Of which letters were lost, the figure is not read.
    ...(mentions.test(lost) ? scoresInText(lost, score.phrase).map((each) => ({ ...each, total: undefined })) : []),
  ];
  return stated.map(({ name: measurement, total, day, asWritten }) => ({
    measurement,
    reference: report.reference,
    when: day === undefined ? report.when : { from: day, to: day },
    status: report.status,
    asWritten: () => asWritten,
    limits: noLimits,
    resource: report.resource,
    ...(total !== undefined && { amount: exactly(total) }),
  }));
}

const notFigures: ReadonlySet<string> = new Set(['reading.words-not-known', 'reading.unknown-unit']);

/** A result written with more words than a figure ("SLEDAI-2K: 12", "14分（中度活动）") is read as a report would be. */
function readAgain(reading: Reading, score: Score): Reading {
  const { unreadable, text } = reading;
  if (unreadable === undefined || text === undefined || !notFigures.has(unreadable.id)) return reading;
  const [stated, ...others] = scoresInText(mentions.test(text) ? text : `SLEDAI 总分 ${text}`, {
    ...score.phrase,
    phrase: new RegExp(`${score.phrase.phrase.source}|sledai`, 'gi'),
  });
  const several = /\d\s*(?:分|points?|pts)?\s*[,;，；、]\s*\d/i.test(text);
  const total = several || others.length > 0 || stated?.day !== undefined ? undefined : stated?.total;
  return total === undefined ? reading : { ...reading, unreadable: undefined, amount: exactly(total) };
}

const isWhole = (value: number): boolean =>
  !Number.isFinite(value) || Math.abs(value - Math.round(value)) <= relativeTolerance * Math.max(1, value);

/** a total that is no whole number from 0 to the maximum is not used. */
function checked(reading: Reading, maximum: number): Reading {
  if (reading.unreadable !== undefined) return reading;
  const { amount } = reading;
  if (amount === undefined) return { ...reading, unreadable: say('score.no-total') };
  if (!isWhole(amount.low) || !isWhole(amount.high)) return withoutAmount(reading, say('score.not-whole'));
  const high = Number.isFinite(amount.high) ? amount.high : amount.low;
  const low = Number.isFinite(amount.low) ? amount.low : Math.min(0, high);
  return low < 0 || high > maximum ? withoutAmount(reading, say('score.out-of-range', { maximum })) : reading;
}

function withoutAmount({ amount: _unusable, ...rest }: Reading, unreadable: Message): Reading {
  return { ...rest, unreadable };
}
