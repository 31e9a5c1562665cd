// What have investigators stated about this patient, and what of it still holds?

import { button, el } from '../dom.ts';
import type { PatientDetail, Statement } from './answers.ts';
import { mayActAs, type Context } from './context.ts';
import type { Deeds } from './deeds.ts';
import { questionName, verdictWords } from './verdict-words.ts';

/** The newest first; what was withdrawn stays to be seen. */
export function statementsSection({ statements }: PatientDetail, context: Context, deeds: Deeds): HTMLElement {
  const { say } = context.speech;
  return el(
    'section',
    { class: 'statements', 'aria-labelledby': 'statements' },
    el('h2', { id: 'statements' }, say('statements.title')),
    statements.length === 0
      ? el('p', {}, say('statements.none'))
      : el('ul', { class: 'events' }, ...statements.toReversed().map((each) => line(each, context, deeds))),
  );
}

function line(statement: Statement, { speech, role }: Context, deeds: Deeds): HTMLElement {
  const { say } = speech;
  const { id, question, verdict, author, date, until, withdrawn } = statement;
  return el(
    'li',
    { class: withdrawn === undefined ? '' : 'withdrawn' },
    el(
      'p',
      {},
      say('statements.line', { question: questionName(question), verdict: verdictWords(question, verdict, speech) }),
    ),
    el(
      'p',
      { class: 'note' },
      say('statements.by', { author, date: speech.shared('date', { date }) }),
      until !== undefined && ` ${say('statements.until', { date: until })}`,
      withdrawn !== undefined && el('strong', {}, ' ', say('statements.withdrawn')),
    ),
    withdrawn === undefined &&
      mayActAs(role, 'investigator') &&
      button(say('statements.withdraw'), () => void deeds.change(`statements/${id}/withdraw`, {}), { class: 'quiet' }),
  );
}
