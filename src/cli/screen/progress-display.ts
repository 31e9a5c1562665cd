// How does who watches a run see how far it is?

import type { ItemEnd } from '../../screening/run/screen-item.ts';

export type RunProgress = {
  readonly listed: (count: number) => void;
  /** From now on so many are to be worked through, of which so many were finished earlier. */
  readonly planned: (count: number, finishedBefore: number) => void;
  /** One of them was finished here. */
  readonly finished: (end: ItemEnd['end']) => void;
  /** So many are not finished, here or by other workers. */
  readonly pending: (count: number) => void;
  readonly stop: () => void;
};

export type Display = {
  readonly write: (text: string) => void;
  /** One line that is written anew; otherwise a JSON line now and then. */
  readonly isTerminal: boolean;
  /** Milliseconds, for rate and time left. */
  readonly now: () => number;
};

/** Milliseconds between two lines. */
const pauses = { terminal: 200, lines: 5_000 } as const;

/** Shows progress: a bar with rate and time left on a terminal, JSON lines otherwise. */
export function runProgress({ write, isTerminal, now }: Display): RunProgress {
  const counts = { listed: 0, planned: 0, before: 0, elsewhere: 0, done: 0, skipped: 0, failed: 0 };
  let started = now();
  let last = -Infinity;

  const show = (isLast: boolean): void => {
    const time = now();
    if (!isLast && time - last < (isTerminal ? pauses.terminal : pauses.lines)) return;
    last = time;
    const sinceStart = hereIn(counts) + counts.elsewhere;
    const perSecond = sinceStart / Math.max(0.001, (time - started) / 1_000);
    const left = counts.planned - counts.before - sinceStart;
    // A worker does not know how many there are.
    const secondsLeft = perSecond === 0 || counts.planned === 0 ? undefined : Math.round(left / perSecond);
    if (isTerminal) write(`\r${bar(counts, perSecond, secondsLeft)}\u001B[K${isLast ? '\n' : ''}`);
    else write(`${JSON.stringify(lineOf(counts, perSecond, secondsLeft))}\n`);
  };

  return {
    listed: (count) => {
      counts.listed = count;
      show(false);
    },
    planned: (count, finishedBefore) => {
      counts.planned = count;
      counts.before = finishedBefore;
      started = now();
      show(true);
    },
    finished: (end) => {
      if (end === 'done' || end === 'skipped' || end === 'failed') counts[end] += 1;
      show(false);
    },
    pending: (count) => {
      counts.elsewhere = Math.max(0, counts.planned - counts.before - hereIn(counts) - count);
      show(false);
    },
    stop: () => show(true),
  };
}

type Counts = Readonly<Record<'listed' | 'planned' | 'before' | 'elsewhere' | 'done' | 'skipped' | 'failed', number>>;

const hereIn = ({ done, skipped, failed }: Counts): number => done + skipped + failed;

const finishedIn = (counts: Counts): number => counts.before + counts.elsewhere + hereIn(counts);

const lineOf = (counts: Counts, perSecond: number, secondsLeft: number | undefined) => ({
  event: 'progress',
  listed: counts.listed,
  planned: counts.planned,
  finished: finishedIn(counts),
  done: counts.done,
  skipped: counts.skipped,
  failed: counts.failed,
  perSecond: Math.round(perSecond * 10) / 10,
  ...(secondsLeft !== undefined && { secondsLeft }),
});

const width = 30;

function bar(counts: Counts, perSecond: number, secondsLeft: number | undefined): string {
  const finished = finishedIn(counts);
  if (counts.planned === 0 && finished > 0)
    return [`${String(finished)} finished`, `${perSecond.toFixed(1)}/s`, ends(counts)].join('  ');
  if (counts.planned === 0) return `listing patients: ${String(counts.listed)}`;
  const filled = Math.floor((finished / counts.planned) * width);
  return [
    `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]`,
    `${String(finished)}/${String(counts.planned)}`,
    `${perSecond.toFixed(1)}/s`,
    ...(secondsLeft === undefined ? [] : [`${timeText(secondsLeft)} left`]),
    ends(counts),
  ].join('  ');
}

const ends = ({ skipped, failed }: Counts): string => `${String(skipped)} unchanged, ${String(failed)} failed`;

/** "2 h 05 min", "3 min 20 s", "12 s". */
function timeText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  if (hours > 0) return `${String(hours)} h ${String(minutes).padStart(2, '0')} min`;
  return minutes > 0 ? `${String(minutes)} min ${String(seconds % 60).padStart(2, '0')} s` : `${String(seconds)} s`;
}
