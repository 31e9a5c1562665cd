// What has an investigator already answered, and does the answer still hold?

import type { Answer, Screening } from '../facts/screening.ts';
import { isoDay } from '../logic/calendar.ts';
import { alsoShowing, finding, type Finding } from '../logic/finding.ts';
import { say, verbatim } from '../logic/message.ts';

/** The latest answer to a question that holds on the screening date. */
function standing(question: string, { answers, date }: Screening): Answer | undefined {
  return answers
    .filter((each) => each.question === question && each.date <= date && (each.until ?? date) >= date)
    .reduce<Answer | undefined>(
      (latest, each) => (latest === undefined || each.date >= latest.date ? each : latest),
      undefined,
    );
}

/**
 * An investigator's answer settles exactly the question it was given to, until it lapses, and only where the record
 * leaves it to a human: it never overrules what the record proves and never fills in a missing test.
 */
export function settledByAnswer(question: string, computed: Finding, screening: Screening): Finding {
  if (screening.answers.length === 0) return computed;
  const own = screening.answers.filter((answer) => answer.question === question);
  const edges = own.flatMap(({ date, until }) => [date, ...(until === undefined ? [] : [until + 1])]);
  const turns = edges.map((on) => ({ on }));
  const answer = computed.verdict === 'needs-investigator' ? standing(question, screening) : undefined;
  if (answer === undefined) return turns.length === 0 ? computed : alsoShowing(computed, { turns });
  const settled = finding(answer.verdict, say('answer.given', { date: isoDay(answer.date), author: answer.author }), {
    evidence: [
      { label: say('answer.label'), value: verbatim(answer.author), date: isoDay(answer.date) },
      ...computed.evidence,
    ],
    ignored: computed.ignored,
    flags: computed.flags,
    turns: computed.turns,
  });
  return alsoShowing(settled, { turns });
}
