// Did the patient receive at least three months of high-dose glucocorticoids?

import { alsoShowing, finding, shownLate, type Finding, type Missing } from '../../logic/finding.ts';
import { scale } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import type { SearchName } from '../../fhir/searches.ts';
import { glucocorticoidCourse, plannedPieces, unidentifiedPieces } from './course.ts';
import { corticosteroidsOn, isCounted } from './orders.ts';
import type { Piece } from './piece.ts';
import { dexamethasonePhosphateShare } from './potency.ts';
import type { GlucocorticoidSettings } from './days.ts';
import { judge, type CourseOutcome } from './rules.ts';
import { isExact, segmentsOf, type Segment } from './segments.ts';
import { doubtsOf } from './doubts.ts';
import { courseEvidence, courseFlags, ignoredOf, noneCounted, reasonOf } from './showing.ts';
import { glucocorticoidTurns, horizonDays } from './turns.ts';
import { heldDrugs, heldMessage, medicationHistoryComplete } from '../drugs/medication-history.ts';
import type { Screening } from '../screening.ts';
import { bodySizeOf, weighingsAhead } from '../results/weight.ts';
import { drugSearches, searchNames } from '../../fhir/searches.ts';

export type GlucocorticoidQuestion = GlucocorticoidSettings & { readonly medicationHistoryWindowDays: number };

/** Where drugs are recorded, in the order of the table of searches. */
const searches = searchNames.filter((name) => drugSearches.some((each) => each === name));

/**
 * Answers rules R1 to R3 (4.7) for the least and for the most that the record allows. Both agree: that is the answer. They
 * differ: `unknown`, naming what would settle it. `not-met` only with an attested history in which every drug was identified.
 * @source NCT06222853 inclusion criterion 2; readings: clinical specification 1.4-B, 1.4-C, section 4
 */
export function highDoseGlucocorticoid(
  record: IndexedRecord,
  screening: Screening,
  settings: GlucocorticoidQuestion,
): Finding {
  const size = bodySizeOf(record, screening);
  const course = glucocorticoidCourse(record, corticosteroidsOn(record, screening.date), size);
  const { segments } = course;
  const ask = (of: readonly Segment[], reading: 'low' | 'high'): CourseOutcome =>
    judge(of, reading, settings, screening.date);
  const low = ask(segments, 'low');
  const high = segments.every(isExact) ? low : ask(segments, 'high');
  const decision = decide();
  const turns = [
    ...decision.turns,
    ...glucocorticoidTurns(plans(), settings, screening.date),
    ...weighingsAhead(record, screening),
  ];
  return shownLate(decision.verdict, turns, () =>
    alsoShowing(decision, {
      evidence: courseEvidence(course, low, high),
      ignored: ignoredOf(course),
      flags: [...courseFlags(course, low), ...(saltDecides() ? ['GC_SALT_STRENGTH'] : [])],
    }),
  );

  /** True if the answer would differ were the strength of the salt read as that of the base. */
  function saltDecides(): boolean {
    if (!course.orders.some(({ ofSalt }) => ofSalt)) return false;
    const asBase = course.pieces.map((piece) => (piece.order?.ofSalt === true ? readAsBase(piece) : piece));
    return ask(segmentsOf(asBase, size), 'low').level !== low.level;
  }

  /** What is planned, as it is judged: as it is, without doubtful injections, and with the drugs that nobody could identify. */
  function plans(): readonly (readonly Segment[])[] {
    const until = screening.date + horizonDays;
    const pieces = plannedPieces(record, course, screening.date, until);
    const plans = [segmentsOf(pieces, size)];
    if (!pieces.every(isCertain)) plans.push(segmentsOf(pieces.filter(isCertain), size));
    const unidentified = unidentifiedPieces(record, until);
    if (unidentified.length > 0) plans.push(segmentsOf([...pieces, ...unidentified], size));
    return plans;
  }

  function decide(): Finding {
    const missed = searches.filter((search) => !isComplete(record.retrieved[search]));
    if (low.level === 'none' && high.level === 'none') return noneReached(missed);
    if (low.level !== high.level) return undecided();
    if (low.level === 'met' && missed.length > 0) return incomplete(missed);
    const verdict = low.level === 'met' ? 'met' : 'needs-investigator';
    return shownLate(verdict, [], () => finding(verdict, reasonOf(low, settings, screening.date)));
  }

  function undecided(): Finding {
    const certain = course.pieces.filter(isCertain);
    if (ask(segmentsOf(certain, size), 'high').level === low.level) {
      const reason = say('glucocorticoid.injection');
      return finding('needs-investigator', reason, { flags: ['GC_INJECTION_ROUTE'] });
    }
    return shownLate('unknown', [], () => {
      const missing = doubtsOf(course, size);
      const values = { what: missing.map((each) => each.what) };
      return finding('unknown', say('glucocorticoid.undecided', values), { missing });
    });
  }

  function incomplete(missed: readonly SearchName[]): Finding {
    const names = missed.map((search) => say(`history.search.${search}`));
    const what = say('glucocorticoid.searches', { searches: names });
    return finding('unknown', say('glucocorticoid.incomplete', { searches: names }), {
      missing: [{ what, orders: [] }],
    });
  }

  function noneReached(missed: readonly SearchName[]): Finding {
    if (missed.length > 0) return incomplete(missed);
    const unidentified = unidentifiedPieces(record, screening.date);
    const withThem = ask(segmentsOf([...course.pieces, ...unidentified], size), 'high');
    const undated = course.notes.filter(({ note }) => note === 'undated').map(({ exposure }) => exposure.reference);
    if (withThem.level !== 'none' || undated.length > 0) {
      const references = [...new Set([...unidentified.flatMap((each) => each.references), ...undated])].sort();
      const missing: readonly Missing[] = [{ what: say('glucocorticoid.identify', { references }), orders: [] }];
      return finding('unknown', say('glucocorticoid.unread', { count: references.length }), { missing });
    }
    const held = heldDrugs(record, screening.date, ({ classes }) => isCounted(classes));
    if (held.length > 0) {
      const what = heldMessage(held);
      return finding('unknown', say('glucocorticoid.held', { what }), { missing: [{ what, orders: [] }] });
    }
    const history = medicationHistoryComplete(record, screening, settings.medicationHistoryWindowDays);
    const reason = high.sets.any.length === 0 ? noneCounted(course) : reasonOf(high, settings, screening.date);
    const { evidence, ignored, turns } = history;
    if (history.attested === 'yes') return finding('not-met', reason, { evidence, ignored, turns });
    const flags = ['MED_HISTORY_NOT_ATTESTED'];
    const open = say('glucocorticoid.not-attested', { found: reason });
    return finding('unknown', open, { evidence, ignored, turns, flags, missing: history.missing });
  }
}

const isCertain = ({ order }: Piece): boolean => order?.doubt !== 'injection';

const readAsBase = (piece: Piece): Piece =>
  piece.dose === undefined
    ? piece
    : { ...piece, dose: { ...piece.dose, milligrams: scale(piece.dose.milligrams, 1 / dexamethasonePhosphateShare) } };
