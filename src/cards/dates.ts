// Which dates matter: when does the calendar alone change an answer?

import type { Assessment, CriterionType } from '../eligibility/assessment.ts';
import { print } from '../eligibility/print.ts';
import { listIn, type Language } from '../logic/language.ts';
import { parseDay } from '../logic/calendar.ts';
import { answerWord } from './criteria-table.ts';
import { bullets, type Markdown } from './markdown.ts';
import { criterionName, phrase, plain } from './phrases.ts';
import { standingOf, topOf, type Shown } from './shown.ts';

export type Change = Assessment['changes'][number];

const mostDates = 8;

/** A loss this near is worth a warning. */
const soonDays = 30;

const typeOf = ({ open }: Shown, id: string) => open.find((each) => each.id === topOf(id))?.type ?? 'inclusion';

/** What changes on one day to the same answer. */
export type DateGroup = Pick<Change, 'on' | 'becomes'> & {
  readonly type: CriterionType;
  readonly criteria: readonly string[];
  /** "I3 SLEDAI-2K; I4 Organ function (eGFR, ALT)" */
  readonly names: string;
  readonly answer: Markdown;
  readonly condition?: string;
};

/** Every date, earliest first. */
export function dateGroups(shown: Shown, language: Language): readonly DateGroup[] {
  const conditionOf = (change: Change): string => (change.if === undefined ? '' : print(change.if, language));
  const answerOf = ({ criterion, becomes }: Change): Markdown =>
    answerWord(language, { type: typeOf(shown, criterion), verdict: becomes });
  const groups = Map.groupBy(shown.changes, (each) => `${each.on} ${answerOf(each).markdown} ${conditionOf(each)}`);
  return [...groups.values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({
      on: first.on,
      becomes: first.becomes,
      type: typeOf(shown, first.criterion),
      criteria: same.map(({ criterion }) => criterion),
      names: namesOf(same, language),
      answer: answerOf(first),
      ...(first.if !== undefined && { condition: conditionOf(first) }),
    })),
  );
}

/** The dates as a list, one line each. */
export function dates(shown: Shown, language: Language): Markdown {
  if (shown.changes.length === 0) return phrase(language, 'dates.none');
  const lines = dateGroups(shown, language).slice(0, mostDates);
  return bullets(
    lines.map(({ on, names, answer, condition }) =>
      phrase(language, condition === undefined ? 'dates.change' : 'dates.change-if', {
        date: on,
        criteria: names,
        answer,
        condition: condition ?? '',
      }),
    ),
  );
}

/** "I3 SLEDAI-2K; I4 Organ function (eGFR, ALT)": each criterion once, with the parts that change. */
function namesOf(changes: readonly Change[], language: Language): string {
  const nameOf = (id: string): string => criterionName(language, id) ?? id;
  const names = [...Map.groupBy(changes, ({ criterion }) => topOf(criterion))].map(([top, own]) => {
    const criterion = `${top} ${nameOf(top)}`;
    const parts = own.map((each) => each.criterion).filter((id) => id !== top);
    return parts.length === 0
      ? criterion
      : plain(language, 'dates.parts', { criterion, parts: listIn(language, parts.map(nameOf), 'ids') });
  });
  return listIn(language, names);
}

const isAgainst = (shown: Shown, { criterion, becomes }: Change): boolean =>
  standingOf({ type: typeOf(shown, criterion), verdict: becomes }) === 'against';

/** The first day within the next weeks on which a whole criterion will stand against the patient: then the chance ends. */
export function chanceEnds(shown: Shown, { asOf }: Assessment): Change | undefined {
  const today = parseDay(asOf);
  return shown.changes.find((change) => {
    const day = parseDay(change.on);
    const near = today !== undefined && day !== undefined && day - today <= soonDays;
    return near && change.criterion === topOf(change.criterion) && isAgainst(shown, change);
  });
}

/** The first day on which the calendar alone takes away what stands against the patient. */
export const mendsOn = (shown: Shown, id: string): Change | undefined =>
  shown.changes.find((change) => change.criterion === id && change.if === undefined && !isAgainst(shown, change));
