// Would carrying out a service request do something to the patient, and on which day?

import { codeSystemOf } from '../terminology/code-systems.ts';
import { textsOf, type Concept } from '../terminology/concept.ts';
import { conceptsAt } from './concept-reader.ts';
import { objectAt, objectsAt, textAt, textArrayAt } from './json.ts';
import type { Resource } from './record.ts';

/**
 * SNOMED CT categories of requests that only look or talk: laboratory, imaging, counselling, education, evaluation,
 * referral, consultation.
 * @source HL7 FHIR R4 value set servicerequest-category (the first four)
 */
const looking: ReadonlySet<string> = new Set([
  '108252007',
  '363679005',
  '409063005',
  '409073007',
  '386053000',
  '3457005',
  '11429006',
]);

/** Words of tests, examinations and referrals: "dialysis" is done to a patient, "evaluation for dialysis" is not. */
const lookingWords =
  /\b(?:refer|consult|evaluat|assess|screen|counsel|educat|discuss|appointment|follow-?up|review|eligib|suitab|work-?up|titre|titer|antibod|serolog|level|monitor|adequacy)|会诊|转诊|转介|咨询|评估|筛查|宣教|随访|复诊|抗体|滴度|检测|检查|监测/i;

/** False for a test, an examination, advice or a referral; such an order changes nothing by itself. */
export function isADeed(order: Resource, names: readonly Concept[]): boolean {
  const categories = conceptsAt(order, 'category');
  const isTest = names.some(({ codings }) => codings.some(({ system }) => codeSystemOf(system) === 'loinc'));
  const isLooking = categories.some(({ codings }) => codings.some(({ code }) => looking.has(code)));
  return !isTest && !isLooking && ![...names, ...categories].flatMap(textsOf).some((text) => lookingWords.test(text));
}

const wholeDay = /^\d{4}-\d{2}-\d{2}/;

/** The first day the order is planned for, if that is stated and later than `date`; otherwise `date`. */
export function plannedDay(order: Resource, date: string): string {
  const timings = [
    objectAt(order, 'occurrenceTiming') ?? {},
    ...objectsAt(order, 'dosageInstruction').map((dosage) => objectAt(dosage, 'timing') ?? {}),
  ];
  const stated = [
    textAt(order, 'occurrenceDateTime'),
    textAt(objectAt(order, 'occurrencePeriod') ?? {}, 'start'),
    ...timings.flatMap((timing) => [
      ...textArrayAt(timing, 'event'),
      textAt(objectAt(objectAt(timing, 'repeat') ?? {}, 'boundsPeriod') ?? {}, 'start'),
    ]),
  ];
  const days = stated.flatMap((text) => (text !== undefined && wholeDay.test(text) ? [text.slice(0, 10)] : []));
  const [first = date] = days.sort();
  return first > date ? first : date;
}
