// Does anything point to kidney disease that may need intensive treatment within three months?

import { addMonths, isoRange, type Day } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { isAtLeast } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { absenceOf, historyOf, notCounted } from '../history.ts';
import { cystatinCWithin, mayBeBelow } from './cystatin-c.ts';
import { filtrationFalling } from './fall.ts';
import { filtrationRateAtLeast } from './filtration-rate.ts';
import { evidenceOf, isUnclear, latest, measurementTitle } from '../results/latest.ts';
import { illegibleWithin, reportedAs } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import {
  sightedDiagnoses,
  diagnosisEvidence,
  diagnosisPresence,
  sightingsAhead,
  type SightedDiagnosis,
  abatementTurns,
} from '../sightings.ts';
import { testFor } from '../orders.ts';

export type NephritisSignals = {
  readonly laboratoryWindowDays: number;
  readonly heightWindowDays: number;
  /** mg of protein per g of creatinine. */
  readonly proteinuriaFrom: number;
  /** mL/min/1.73 m2. */
  readonly filtrationBelow: number;
  /** Share of the filtration rate lost, 0 to 1, within the months. */
  readonly fallFrom: number;
  readonly fallMonths: number;
  readonly biopsyMonths: number;
};

const diagnosed = [
  'lupus-nephritis',
  'connective-tissue-nephritis',
  'crescentic-nephritis',
  'end-stage-renal-disease',
] as const;
const biopsied = ['lupus-nephritis-class-iii', 'lupus-nephritis-class-iv', 'crescentic-nephritis'] as const;
const named = [...diagnosed, ...biopsied];

const nephritis = say('nephritis.what');

/**
 * Any signal goes to the investigator; a rate that may lie on either side is `unknown`; the software never says `met`. Signals: lupus or
 * crescentic nephritis or end-stage disease present, class III or IV or crescents in a recent report, heavy proteinuria, a low or falling
 * filtration rate, a low one by cystatin C.
 * @source NCT06222853 exclusion criterion 3; readings: clinical specification 1.4-N and section 7, E3b
 */
export function nephritisSignals(record: IndexedRecord, screening: Screening, signals: NephritisSignals): Finding {
  const quiet: Finding[] = [];
  const raised: Finding[] = [];
  const take = (each: Finding): unknown => (each.verdict === 'not-met' ? quiet : raised).push(each);
  for (const each of sightedDiagnoses(record, screening, diagnosed)) take(byDiagnosis(each, screening));
  const biopsiesSince = addMonths(screening.date, -signals.biopsyMonths);
  for (const report of record.reports) {
    const biopsy = byReport(report, record, screening, biopsiesSince, signals.biopsyMonths);
    if (biopsy !== undefined) take(biopsy);
  }
  const lapses = (last: Day) => [addMonths(last, signals.biopsyMonths), addMonths(last, signals.biopsyMonths) + 1];
  for (const each of illegibleWithin(record, screening, { since: biopsiesSince, lapses })) take(each);
  take(proteinuria(record, screening, signals));
  take(lowFiltration(record, screening, signals));
  raised.push(...filtrationFalling(record, screening, signals));
  // A signal goes to the investigator whatever else is open: nothing further could change that answer.
  const sure = raised.filter(({ verdict }) => verdict !== 'unknown');
  if (sure.length > 0) quiet.push(...raised.filter(({ verdict }) => verdict === 'unknown'));
  const silence = absenceOf(record, {
    what: nephritis,
    // Dialysis among the procedures would make an estimated rate no signal.
    searches: ['conditions', 'procedures'],
    recent: {
      searches: ['diagnosticReports', 'observations'],
      since: Math.min(biopsiesSince, addMonths(screening.date, -signals.fallMonths)),
    },
  });
  return alsoShowing(historyOf(silence, sure.length > 0 ? sure : raised), {
    ...notCounted(record, diagnosed),
    evidence: quiet.flatMap(({ evidence }) => evidence),
    turns: [...sightingsAhead(record, screening, named), ...quiet.flatMap(({ turns }) => turns)],
  });
}

function byDiagnosis(diagnosis: SightedDiagnosis, screening: Screening): Finding {
  const { entry } = diagnosis;
  const values = { name: nameOf(entry.concept) };
  const turns = abatementTurns(diagnosis);
  const details = { evidence: [diagnosisEvidence(diagnosis)], turns };
  return diagnosisPresence(diagnosis, screening) === 'past'
    ? finding('not-met', nephritis, details)
    : finding('needs-investigator', say('nephritis.present', values), details);
}

function byReport(
  report: ReportEntry,
  record: IndexedRecord,
  { date }: Screening,
  since: Day,
  months: number,
): Finding | undefined {
  const { when, conclusion } = report;
  if (conclusion === undefined || (when !== undefined && (when.to < since || when.from > date))) return undefined;
  const mentions = record.mentions(conclusion);
  if (!biopsied.some((set) => (mentions.get(set) ?? 'no') !== 'no')) return undefined;
  const evidence = [reportedAs(report)];
  if (when === undefined)
    return finding('needs-investigator', say('nephritis.biopsy-undated', { months }), { evidence });
  const turns = [{ on: addMonths(when.to, months) }, { on: addMonths(when.to, months) + 1 }];
  return finding('needs-investigator', say('nephritis.biopsy', { date: isoRange(when), months }), { evidence, turns });
}

function proteinuria(
  record: IndexedRecord,
  screening: Screening,
  { laboratoryWindowDays, proteinuriaFrom }: NephritisSignals,
): Finding {
  const found = latest(record, {
    names: ['UPCR'],
    what: measurementTitle('UPCR'),
    screening,
    windowDays: laboratoryWindowDays,
    group: 'LABS',
    orders: [testFor.proteinToCreatinine],
  });
  // A ratio of these days that cannot be read, or that may be older than they are, may be a signal; none and an old one are not.
  if (found.state === 'none')
    return isUnclear(found.finding) ? found.finding : finding('not-met', nephritis, { turns: found.finding.turns });
  const heavy = found.readings.filter(
    ({ amount }) => amount === undefined || isAtLeast(amount, proteinuriaFrom) !== 'not-met',
  );
  const { turns } = found;
  if (heavy.length === 0) return finding('not-met', nephritis, { turns });
  const reason = say('nephritis.protein', { value: heavy.map((each) => each.asWritten()), limit: proteinuriaFrom });
  return finding('needs-investigator', reason, { evidence: heavy.map((each) => evidenceOf(each)), turns });
}

function lowFiltration(record: IndexedRecord, screening: Screening, signals: NephritisSignals): Finding {
  const { filtrationBelow, laboratoryWindowDays, heightWindowDays } = signals;
  const rate = filtrationRateAtLeast(record, screening, {
    atLeast: filtrationBelow,
    windowDays: laboratoryWindowDays,
    heightWindowDays,
  });
  const { verdict, reason, evidence, missing, turns } = rate;
  const limit = { limit: filtrationBelow };
  const cystatin = cystatinCWithin(record, screening, laboratoryWindowDays);
  // Cystatin C decides nothing, and is a signal whatever creatinine leaves open.
  if ((verdict === 'unknown' || onlyByCystatin.includes(reason.id)) && mayBeBelow(cystatin, filtrationBelow))
    return finding('needs-investigator', say('nephritis.filtration-cystatin', limit), { evidence, turns });
  // Where sex, date of birth or a comparator leave both sides open the rate may be a signal.
  if (reason.id === 'kidney.undecided')
    return finding('unknown', say('nephritis.filtration-open', limit), { evidence, missing, turns });
  // What the rate would be made of cannot be read, or may be older than these days: it may be a signal.
  if (isUnclear(rate)) return { ...rate, flags: [] };
  const quiet = verdict === 'met' || verdict === 'unknown';
  if (quiet && cystatin.unclear !== undefined) return { ...cystatin.unclear, turns };
  // Without a creatinine or a height there is no rate, and no signal; what is missing is said at inclusion 4.
  if (quiet) return finding('not-met', nephritis, { turns });
  return finding('needs-investigator', say('nephritis.filtration', limit), { evidence, turns });
}

const onlyByCystatin: readonly string[] = ['kidney.cystatin-alone', 'kidney.cystatin-below'];
