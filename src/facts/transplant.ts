// Did the patient ever receive a transplant, or have graft-versus-host disease of grade 2 or more lately?

import { isoRange } from '../logic/calendar.ts';
import { alsoShowing, finding, type Finding } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { nameOf, textsOf } from '../terminology/concept.ts';
import { isTransplantAhead } from '../terminology/transplant-text.ts';
import { readConcept } from '../fhir/concept-reader.ts';
import type { ConditionEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { objectsAt } from '../fhir/json.ts';
import { everHad } from './history.ts';
import type { Screening } from './screening.ts';
import { sightedDiagnoses, diagnosisEvidence, diagnosisPresence, type SightedDiagnosis } from './sightings.ts';
import { notesOf } from '../fhir/notes.ts';

/**
 * A solid organ or haematopoietic stem cell transplant ever, or graft-versus-host disease of grade 2 or more within the window:
 * `met`. Skin, bone and cornea, a transplant of an own organ, of nobody says what or only to come, conditioning and donor lymphocytes, and graft-versus-host disease of no or a low grade, which speaks of
 * a transplant nobody recorded, go to the investigator.
 * @source NCT06222853 exclusion criterion 7; readings: clinical specification 1.4-O and section 7, E7
 */
export function transplantOrGvhd(
  record: IndexedRecord,
  screening: Screening,
  { gvhdWindowDays, reportDays }: { readonly gvhdWindowDays: number; readonly reportDays: number },
): Finding {
  const gvhd = sightedDiagnoses(record, screening, ['gvhd']);
  const isAhead = record.lexicon.read(isTransplantAhead);
  const history = everHad(record, screening, {
    what: say('transplant.what'),
    proving: ['organ-transplant', 'hsct'],
    judged: ['minor-tissue-transplant', 'transplant-course', 'transplant-unclear'],
    said: (texts) => (texts.some(isAhead) ? 'spoken-of' : 'given'),
    also: gvhd.map((each) => hostDisease(each, screening, gvhdWindowDays)),
    searches: ['conditions', 'procedures'],
    reportDays,
  });
  return alsoShowing(history, { turns: gvhd.flatMap((each) => turnsOf(each, gvhdWindowDays)) });
}

function hostDisease(disease: SightedDiagnosis, screening: Screening, windowDays: number): Finding {
  const { entry, doubt, when } = disease;
  const grade = gradeOf(entry);
  const details = { evidence: [diagnosisEvidence(disease)] };
  const values = { name: nameOf(entry.concept), days: windowDays, grade: grade ?? 0 };
  if (doubt !== undefined) return finding('needs-investigator', say('transplant.gvhd-doubtful', values), details);
  if (grade === undefined) return finding('needs-investigator', say('transplant.gvhd-ungraded', values), details);
  if (grade < 2) return finding('needs-investigator', say('transplant.gvhd-low', values), details);
  const since = screening.date - windowDays;
  const { abatement } = entry;
  const presence = diagnosisPresence(disease, screening);
  const inWindow =
    presence === 'present' || [when, abatement].some((moment) => moment !== undefined && moment.from >= since);
  if (inWindow) return finding('met', say('transplant.gvhd', values), details);
  if (abatement !== undefined && abatement.to < since) {
    const over = { ...values, date: isoRange(abatement) };
    return finding('needs-investigator', say('transplant.gvhd-over', over), details);
  }
  return finding('unknown', say('transplant.gvhd-end-unknown', values), {
    ...details,
    missing: [{ what: say('transplant.gvhd-end', values), orders: [] }],
  });
}

function turnsOf({ entry }: SightedDiagnosis, windowDays: number) {
  const { abatement } = entry;
  return abatement === undefined
    ? []
    : [abatement.from, abatement.to].flatMap((day) => [{ on: day + 1 }, { on: day + windowDays + 1 }]);
}

const grades: readonly (readonly [RegExp, number])[] = [
  [/(?:grade|stage|级|分级|度)\s*(?:iv\b|4)|(?:\biv|[4四])\s*[级度]|life.?threatening/, 4],
  [/(?:grade|stage|级|分级|度)\s*(?:iii\b|3)|(?:\biii|[3三])\s*[级度]|\bsevere\b|重度/, 3],
  [/(?:grade|stage|级|分级|度)\s*(?:ii\b|2)|(?:\bii|[2二])\s*[级度]|\bmoderate\b|中度/, 2],
  [/(?:grade|stage|级|分级|度)\s*(?:i\b|1)|(?:\bi|[1一])\s*[级度]|\bmild\b|轻度/, 1],
];

/** Grade of graft-versus-host disease by its stage, severity, name or note; the highest that is named. */
function gradeOf({ resource, concept }: ConditionEntry): number | undefined {
  const stages = objectsAt(resource, 'stage').map((stage) => readConcept(stage['summary']));
  const said = [readConcept(resource['severity']), ...stages, concept].flatMap((each) =>
    each === undefined ? [] : textsOf(each),
  );
  const codes = stages.flatMap((each) => each?.codings.map(({ code }) => `grade ${code}`) ?? []);
  const text = [...said, ...codes.filter((code) => /^grade (?:[0-4]|i{1,3}|iv)$/i.test(code)), ...notesOf(resource)]
    .join(' ; ')
    .normalize('NFKC')
    .toLowerCase();
  return grades.find(([pattern]) => pattern.test(text))?.[1];
}
