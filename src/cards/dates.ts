// Which dates matter: when does the calendar alone change an answer?

import type { Assessment } from '../eligibility/assessment.ts';
import { print, type Language } from '../eligibility/print.ts';
import { parseDay } from '../logic/calendar.ts';
import { answerWord } from './criteria-table.ts';
import { bullets, type Markdown } from './markdown.ts';
import { criterionName, phrase, plain } from './phrases.ts';
import { standingOf, topOf, type Shown } from './shown.ts';

type Change = Assessment['changes'][number];

const mostDates = 8;

/** A loss this near is worth a warning. */
const soonDays = 30;

const typeOf = ({ open }: Shown, id: string) => open.find((each) => each.id === topOf(id))?.type ?? 'inclusion';

/** The dates as a list, earliest first; what changes on one day to the same answer stands on one line. */
export function dates(shown: Shown, language: Language): Markdown {
  if (shown.changes.length === 0) return phrase(language, 'dates.none');
  const wordOf = ({ criterion, becomes }: Change): Markdown =>
    answerWord(language, { type: typeOf(shown, criterion), verdict: becomes });
  const conditionOf = (change: Change): string => (change.if === undefined ? '' : print(change.if, language));
  const lines = Map.groupBy(shown.changes, (each) => `${each.on} ${wordOf(each).markdown} ${conditionOf(each)}`);
  return bullets(
    [...lines.values()].slice(0, mostDates).flatMap((same) =>
      same.slice(0, 1).map((first) =>
        phrase(language, first.if === undefined ? 'dates.change' : 'dates.change-if', {
          date: first.on,
          criteria: namesOf(same, language),
          answer: wordOf(first),
          condition: conditionOf(first),
        }),
      ),
    ),
  );
}

/** "I3 SLEDAI-2K; I4 Organ function (eGFR, ALT)": each criterion once, with the parts that change. */
function namesOf(changes: readonly Change[], language: Language): string {
  const nameOf = (id: string): string => criterionName(language, id) ?? id;
  return [...Map.groupBy(changes, ({ criterion }) => topOf(criterion))]
    .map(([top, own]) => {
      const criterion = `${top} ${nameOf(top)}`;
      const parts = own.map((each) => each.criterion).filter((id) => id !== top);
      return parts.length === 0
        ? criterion
        : plain(language, 'dates.parts', { criterion, parts: parts.map(nameOf).join(', ') });
    })
    .join('; ');
}

/** True if a whole criterion will stand against the patient within the next weeks: the chance ends soon. */
export function chanceEndsSoon(shown: Shown, { asOf }: Assessment): boolean {
  const today = parseDay(asOf);
  return shown.changes.some(({ criterion, on, becomes }) => {
    const day = parseDay(on);
    const near = today !== undefined && day !== undefined && day - today <= soonDays;
    const standing = standingOf({ type: typeOf(shown, criterion), verdict: becomes });
    return near && criterion === topOf(criterion) && standing === 'against';
  });
}
