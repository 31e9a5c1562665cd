// Which dates matter: when does the calendar alone change an answer?

import type { Assessment } from '../eligibility/assessment.ts';
import { print, type Language } from '../eligibility/print.ts';
import { parseDay } from '../logic/calendar.ts';
import { answerWord } from './criteria-table.ts';
import { bullets, type Markdown } from './markdown.ts';
import { criterionName, phrase } from './phrases.ts';
import { standingOf, topOf, type Shown } from './shown.ts';

const mostDates = 8;

/** A loss this near is worth a warning. */
const soonDays = 30;

const typeOf = ({ open }: Shown, id: string) => open.find((each) => each.id === topOf(id))?.type ?? 'inclusion';

/** The dates as a list, earliest first. */
export function dates(shown: Shown, language: Language): Markdown {
  if (shown.changes.length === 0) return phrase(language, 'dates.none');
  return bullets(
    shown.changes.slice(0, mostDates).map(({ criterion, on, becomes, if: condition }) =>
      phrase(language, condition === undefined ? 'dates.change' : 'dates.change-if', {
        date: on,
        id: criterion,
        criterion: criterionName(language, criterion) ?? '',
        answer: answerWord(language, { type: typeOf(shown, criterion), verdict: becomes }),
        ...(condition !== undefined && { condition: print(condition, language) }),
      }),
    ),
  );
}

/** True if a whole criterion will stand against the patient within the next weeks: the chance ends soon. */
export function chanceEndsSoon(shown: Shown, { asOf }: Assessment): boolean {
  const today = parseDay(asOf);
  return shown.changes.some(({ criterion, on, becomes }) => {
    const day = parseDay(on);
    const near = today !== undefined && day !== undefined && day - today <= soonDays;
    return (
      near &&
      criterion === topOf(criterion) &&
      standingOf({ type: typeOf(shown, criterion), verdict: becomes }) === 'against'
    );
  });
}
