// Does a text say that something is there, that it is not, or that it may be?

import { answeredNo, deniedAfter, deniedBefore, isTested, notYet, spokenOf, underDenial } from './denials.ts';
import { deniesDoubt, doubtedAfter, doubtedBefore, toBeToldApart, underDoubt } from './doubts.ts';
import { kinAround } from './relatives.ts';

/** `no` also stands for what concerns a relative, a risk, a screening or a vaccination. */
export type Polarity = 'yes' | 'maybe' | 'no';

/** The dot of "v. a.", "Z.n.", "neg." ends no clause. */
const clauseEnd =
  /(?<!\b(?:v\. ?a|d\. ?d|z\. ?[an]|va|dd|vs|neg|evtl|frgl|verd))[.;:。!\n\r](?!(?<=\b[vdz]\.) ?[and]\.)(?=\s|$|[\u3400-\u9fff])|[;。\n]|\b(?:but|however|although|except(?:ing)?|other than|apart from|aside from|außer)\b|(?:但|现为|现有)/g;

/** What stands before a place, back to the end of the clause before. */
function clauseBefore(plain: string, start: number): string {
  const near = plain.slice(Math.max(0, start - 80), start);
  let from = 0;
  for (const match of near.matchAll(clauseEnd)) from = match.index + match[0].length;
  return near.slice(from);
}

/** What stands after a place, to the end of the clause. */
function clauseAfter(plain: string, end: number): string {
  const near = plain.slice(end, end + 40);
  const stop = near.search(clauseEnd);
  return stop < 0 ? near : near.slice(0, stop);
}

/** One quick look: without a letter beyond the name, or one of these signs, nothing can be said of it. */
const trigger = /[a-z?\u3400-\u9fff]|\([-–—−]\)/;

/** How a text speaks of the words from `start` to `end` of it (lower case, single width). */
export function polarityAt(plain: string, start: number, end: number): Polarity {
  const before = clauseBefore(plain, start);
  const after = clauseAfter(plain, end);
  if (answeredNo.test(plain.slice(end, end + 40))) return 'no';
  const upTo = plain.slice(Math.max(0, start - 80), start);
  if (!trigger.test(before) && !trigger.test(after) && !upTo.includes(':')) return 'yes';
  const kin = kinAround(before, plain.slice(start, end), after, upTo);
  if (kin !== undefined) return kin;
  if (isTested(before, after) || notYet.test(before)) return 'no';
  const spoken = spokenOf(before, after);
  if (spoken === 'no') return 'no';
  const isPast = plain[end - 1] === '后';
  const doubted =
    doubtedBefore(before) || doubtedAfter(after, isPast) || toBeToldApart(before, after) || underDoubt(upTo);
  if (doubted && !deniesDoubt(before)) return 'maybe';
  if (deniedAfter(after) || underDenial(upTo)) return 'no';
  return spoken ?? deniedBefore(before, after) ?? 'yes';
}
