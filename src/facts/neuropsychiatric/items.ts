// Which SLEDAI items of the nervous system were scored, and which disorders of that kind began, within so many days?

import { isoDay, isoRange } from '../../logic/calendar.ts';
import { finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf, textsOf } from '../../terminology/concept.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { sledaiScore } from '../scores/recorded.ts';
import type { Screening } from '../screening.ts';
import { formsOf, sledaiTotals } from '../sledai-2k/form.ts';
import { items } from '../sledai-2k/items.ts';
import { sightedDiagnoses, diagnosisEvidence, diagnosisPresence } from '../sightings.ts';

const nervous = items.filter(({ nervousSystem }) => nervousSystem === true);
/** Disorders that score an item of the nervous system, and others that lupus may cause there. */
export const disorders: readonly ValueSetName[] = [
  ...nervous.flatMap(({ diagnoses }) => diagnoses),
  'nervous-disorder',
];

/** A febrile seizure of nobody says when is one of infancy. */
const isOfInfancy = (name: string): boolean => /febrile|热性惊厥|高热惊厥|fieberkr/i.test(name);

/**
 * Each for the investigator, as is such a disorder of nobody says when, and unknown where it was given points or an answer that cannot be read: whether it is lupus of the central nervous system that needs an intervention is not in the data.
 * @source clinical specification and section 7, E2
 */
export function scoredNervousItems(
  record: IndexedRecord,
  screening: Screening,
  windowDays: number,
  knownDiagnoses: ReadonlySet<string>,
): readonly Finding[] {
  const { date } = screening;
  const from = date - windowDays;
  const results = sledaiTotals(record);
  const formOf = formsOf(record);
  const scored = sledaiScore.names
    .flatMap((version) => results.readings(version))
    .concat(record.readings('SLEDAI-item'))
    .flatMap(({ resource, when, reference, status }): readonly Finding[] => {
      if (when === undefined || when.to < from || when.from > date) return [];
      const { answers, illegible } = formOf(resource);
      const present = nervous.filter(({ id }) => answers.get(id) === true);
      const found = present.length > 0 || status !== 'valid' ? present : nervous.filter(({ id }) => illegible.has(id));
      if (found.length === 0) return [];
      const names = found.map(({ id }) => say(`sledai.item.${id}`));
      const what = say('neuropsychiatric.items', { items: names });
      const evidence = [{ reference, label: what, date: isoRange(when) }];
      const turns = [{ on: when.to + windowDays + 1 }];
      const values = { items: names, date: isoRange(when) };
      if (present.length > 0)
        return [finding('needs-investigator', say('neuropsychiatric.scored', values), { evidence, turns })];
      const missing = [{ what, orders: [] }];
      return [finding('unknown', say('neuropsychiatric.illegible', values), { evidence, missing, turns })];
    });
  const attributed = screening.attributions.flatMap((each): readonly Finding[] => {
    const item = nervous.find(({ id }) => id === each.item);
    if (item === undefined || each.to !== 'lupus' || each.date < from || each.date > date) return [];
    const reason = say('neuropsychiatric.scored', { items: [say(`sledai.item.${item.id}`)], date: isoDay(each.date) });
    return [finding('needs-investigator', reason, { turns: [{ on: each.date + windowDays + 1 }] })];
  });
  const begun = sightedDiagnoses(record, screening, disorders).flatMap((each): readonly Finding[] => {
    const { entry, when } = each;
    if (knownDiagnoses.has(entry.reference) || (when !== undefined && when.to < from)) return [];
    const evidence = [diagnosisEvidence(each)];
    const name = nameOf(entry.concept);
    if (when === undefined) {
      const mayBeNew = diagnosisPresence(each, screening) !== 'past' && !textsOf(entry.concept).some(isOfInfancy);
      return mayBeNew
        ? [finding('needs-investigator', say('neuropsychiatric.undated-disorder', { name }), { evidence })]
        : [];
    }
    const reason = say('neuropsychiatric.new-disorder', { name, date: isoRange(when) });
    return [finding('needs-investigator', reason, { evidence, turns: [{ on: when.to + windowDays + 1 }] })];
  });
  return [...scored, ...attributed, ...begun];
}
