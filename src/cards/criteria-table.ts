// What does each criterion say, in one line of a table?

import type { Assessment, CriterionResult } from '../eligibility/assessment.ts';
import { print, printValue } from '../eligibility/print.ts';
import { lastOfEach } from '../eligibility/said-once.ts';
import type { Evidence } from '../logic/finding.ts';
import { dateIn, separatorIn, type Language } from '../logic/language.ts';
import { shortened } from '../logic/shortened.ts';
import { gfm, joined, table, type Markdown } from './markdown.ts';
import { criterionName, phrase, type PhraseId } from './phrases.ts';
import { isConfidential, standingOf } from './shown.ts';

/** Evidence shown for a criterion of one piece, or for a part of several. */
const mostEvidence = 2;

const answers: Readonly<Record<CriterionResult['type'], Readonly<Record<CriterionResult['verdict'], PhraseId>>>> = {
  inclusion: {
    met: 'answer.met',
    'not-met': 'answer.not-met',
    unknown: 'answer.unknown',
    'needs-investigator': 'answer.needs-investigator',
  },
  exclusion: {
    met: 'answer.present',
    'not-met': 'answer.absent',
    unknown: 'answer.unknown',
    'needs-investigator': 'answer.needs-investigator',
  },
};

/** The word for a verdict: an exclusion is "present" or "not present". */
export const answerWord = (
  language: Language,
  { type, verdict }: Pick<CriterionResult, 'type' | 'verdict'>,
): Markdown => phrase(language, answers[type][verdict]);

/** Short name of a criterion or part in a language; where it has none the trial's own sentence, cut to 80 characters. */
export const nameOfCriterion = (language: Language, { id, text }: Pick<CriterionResult, 'id' | 'text'>): string =>
  criterionName(language, id) ?? shortened(text, 80);

/** One row per criterion, in the trial's order. */
export function criteriaTable({ criteria }: Assessment, language: Language): Markdown {
  const head = (['table.criterion', 'table.answer', 'table.record'] as const).map((id) => phrase(language, id));
  return table(
    head,
    criteria.map((each) => {
      const name = gfm`**${each.id}** ${nameOfCriterion(language, each)}`;
      if (isConfidential(each)) return [name, phrase(language, 'answer.confidential'), gfm`–`];
      return [name, answerWord(language, each), recordCell(each, language)];
    }),
  );
}

/** Answers in the patient's favour show what they rest on; all others say why, those to be judged with the numbers at hand. */
function recordCell(result: CriterionResult, language: Language): Markdown {
  if (standingOf(result) !== 'for') {
    const why = gfm`${shortened(print(result.reason, language), 240)}`;
    const pieces = decidingEvidence(result).map((each) => evidencePiece(each, language));
    return joined([why, ...pieces], separatorIn(language));
  }
  if (restsOnAbsence(result)) return phrase(language, 'record.nothing');
  const pieces = leadingEvidence(result).map((each) => evidencePiece(each, language));
  return pieces.length === 0
    ? gfm`${shortened(print(result.reason, language), 240)}`
    : joined(pieces, separatorIn(language));
}

/** What an answer in the patient's favour rests on in short: of each of several parts what leads, else what is of its newest day. */
export function leadingEvidence({ evidence, parts }: CriterionResult): readonly Evidence[] {
  if (parts === undefined) return lastOfEach(evidence).slice(-mostEvidence);
  return parts.flatMap((part) => {
    const leading = part.evidence.filter(({ leads }) => leads);
    const newest = part.evidence.at(-1)?.date;
    const shown = leading.length > 0 ? leading : part.evidence.filter(({ date }) => date === newest);
    return lastOfEach(shown).slice(-mostEvidence);
  });
}

/** Of an answer that a person judges or that stands against the patient: what leads in the parts that decide it. */
function decidingEvidence({ verdict, evidence, parts }: CriterionResult): readonly Evidence[] {
  if (verdict === 'unknown') return [];
  const deciding = parts?.filter((part) => part.verdict === verdict).map((part) => part.evidence) ?? [evidence];
  return deciding.flatMap((each) => lastOfEach(each.filter(({ leads }) => leads)).slice(-mostEvidence));
}

/** True for an exclusion held not to be present because nothing is recorded. */
export const restsOnAbsence = (result: CriterionResult): boolean =>
  result.type === 'exclusion' && standingOf(result) === 'for' && evidenceOf(result).length === 0;

const evidenceOf = ({ evidence, parts }: CriterionResult): readonly Evidence[] => [
  ...evidence,
  ...(parts ?? []).flatMap(evidenceOf),
];

function evidencePiece({ label, value, date }: Evidence, language: Language): Markdown {
  const words = {
    label: shortened(print(label, language), 80),
    value: value === undefined ? '' : shortened(printValue(value, language), 80),
    date: date === undefined ? '' : dateIn(language, date),
  };
  if (value === undefined)
    return date === undefined ? gfm`${words.label}` : phrase(language, 'record.evidence-dated-only', words);
  const isDated = date !== undefined && !words.value.includes(words.date);
  return phrase(language, isDated ? 'record.evidence' : 'record.evidence-undated', words);
}
