// Is a nephrotic syndrome that nobody calls primary what lupus nephritis does?

import { nameOf, textsOf, type Concept } from '../../terminology/concept.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Screening } from '../screening.ts';
import { sightedDiagnoses, type SightedDiagnosis } from '../sightings.ts';
import { sleDiagnosis } from '../sle-diagnosis.ts';

const nephroticSyndrome = /nephrotic syndrome|肾病综合[征症]/i;
/** What says that it has a cause of its own. */
const ofItsOwn =
  /primary|idiopathic|congenital|familial|genetic|hereditary|minimal|focal|segmental|membran|mesangi|steroid|relapsing|原发|特发|先天|遗传|家族|微小|局灶|节段|膜|激素|频[繁]?复发|难治|单纯|肾炎型/i;
/** The code of the syndrome (N04) whose last figure names what the biopsy showed; 9 is "unspecified". @source ICD-10, N04 */
const named = /^N04\.(?!9)/i;

/** Whether a concept is a nephrotic syndrome and names no cause of it. */
export const isNephroticOfNoCause = (concept: Concept): boolean =>
  textsOf(concept).some((text) => nephroticSyndrome.test(text)) &&
  !textsOf(concept).some((text) => ofItsOwn.test(text)) &&
  !concept.codings.some(({ code }) => named.test(code));

/** The confirmed lupus nephritis on record, at any time. */
const confirmedNephritis = (record: IndexedRecord, screening: Screening): SightedDiagnosis | undefined =>
  sightedDiagnoses(record, screening, ['lupus-nephritis']).find(({ doubt }) => doubt === undefined);

/** Whether reasons of a drug that name a nephrotic syndrome of no cause may mean lupus nephritis. */
export const mayMeanNephritis = (record: IndexedRecord, reasons: readonly Concept[], screening: Screening): boolean =>
  reasons.some(isNephroticOfNoCause) && confirmedNephritis(record, screening) !== undefined;

/**
 * The lupus nephritis on record that a nephrotic syndrome of no named cause belongs to: confirmed, and lupus was there when the syndrome began.
 * Hospitals code both; a syndrome that was there before lupus, or nobody says when, is another matter.
 * @source clinical specification section 7, E5 ("nephrotic syndrome non-lupus"); the order of dates is a default of this program
 */
export function nephritisBehind(
  record: IndexedRecord,
  { entry, when }: SightedDiagnosis,
  screening: Screening,
): string | undefined {
  if (!isNephroticOfNoCause(entry.concept) || when === undefined) return undefined;
  const nephritis = confirmedNephritis(record, screening);
  if (nephritis === undefined) return undefined;
  const { onset } = sleDiagnosis(record, screening);
  const lupusSince = onset ?? nephritis.when;
  return lupusSince !== undefined && when.from >= lupusSince.from ? nameOf(nephritis.entry.concept) : undefined;
}
