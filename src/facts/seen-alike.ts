// What do the entries that name something answer, one for all that say the same?

import { isoRange, type DayRange } from '../logic/calendar.ts';
import { finding, type Finding } from '../logic/finding.ts';
import { say, type Message } from '../logic/message.ts';
import { nameOf } from '../terminology/concept.ts';
import { diagnosisEvidence, operationEvidence, type SightedDiagnosis, type SightedOperation } from './sightings.ts';

export type Seen = SightedDiagnosis | SightedOperation;

/** An entry with the verdict that it alone would give. */
export type Judged = { readonly each: Seen; readonly verdict: 'met' | 'needs-investigator' };

export const isOperation = (seen: Seen): seen is SightedOperation => 'performed' in seen.entry;

/** One answer for all entries of one name that stand alike, such as a diagnosis coded at every visit; every entry is shown. */
export function answersOf(judged: readonly Judged[], what: Message): readonly Finding[] {
  const alike = Map.groupBy(judged, ({ each, verdict }) =>
    JSON.stringify([verdict, each.doubt, nameOf(each.entry.concept)]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : answerOf(
          group.map(({ each }) => each),
          first.verdict,
          what,
        );
  });
}

function answerOf(alike: readonly Seen[], verdict: Judged['verdict'], what: Message): Finding {
  const first = alike.reduce((a, b) => ((b.when?.from ?? Infinity) < (a.when?.from ?? Infinity) ? b : a));
  const { entry, doubt, when } = first;
  const reason = verdict === 'met' ? 'history.found' : doubt === undefined ? 'history.judge' : 'history.doubtful';
  const unverified = alike.some((seen) => !isOperation(seen) && !seen.entry.verificationStated);
  return finding(verdict, say(reason, { what, entry: named(nameOf(entry.concept), when, alike.length) }), {
    evidence: alike.map((seen) => (isOperation(seen) ? operationEvidence(seen) : diagnosisEvidence(seen))),
    flags: unverified && verdict === 'met' ? ['VERIFICATION_NOT_STATED'] : [],
  });
}

/** A name with its date, as it stands in a reason; with the first date, and how often, where it is recorded more than once. */
export function named(name: string | Message, when: DayRange | undefined, count = 1): Message {
  if (when === undefined) return say('history.undated', { name });
  const date = isoRange(when);
  return count === 1 ? say('history.dated', { name, date }) : say('history.dated-often', { name, date, count });
}
