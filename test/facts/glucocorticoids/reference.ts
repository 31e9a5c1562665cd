// What is the answer, worked out day by day, straight from the pseudo code of the clinical specification (4.3 to 4.7)?
// Slow on purpose, and shares nothing with the program but the calendar.

import { addMonths } from '../../../src/logic/calendar.ts';

export type ReferenceOrder = {
  readonly source: 'administration' | 'dispense' | 'statement' | 'request';
  readonly drug: string;
  /** Days, inclusive; `end` undefined: open, still active. */
  readonly start: number;
  readonly end: number | undefined;
  readonly low: number;
  readonly high: number;
  readonly perKg: boolean;
  readonly everyOtherDay: boolean;
  readonly asNeeded: boolean;
};

export type ReferenceHistory = {
  readonly today: number;
  readonly orders: readonly ReferenceOrder[];
  readonly weights: readonly { readonly day: number; readonly kg: number }[];
  readonly attested: boolean;
};

const factors: Readonly<Record<string, number>> = {
  prednisone: 1,
  prednisolone: 1,
  methylprednisolone: 5 / 4,
  dexamethasone: 5 / 0.75,
  hydrocortisone: 5 / 20,
};

const sourcesBestFirst = ['administration', 'dispense', 'statement', 'request'] as const;

function weightOn(history: ReferenceHistory, day: number): number | undefined {
  const before = history.weights.filter((w) => w.day <= day).sort((a, b) => b.day - a.day)[0];
  const after = history.weights.filter((w) => w.day > day).sort((a, b) => a.day - b.day)[0];
  if (before !== undefined && day - before.day <= 90) return before.kg;
  if (after !== undefined && after.day - day <= 30) return after.kg;
  if (before !== undefined && day - before.day <= 180) return before.kg;
  return undefined;
}

type Doses = { readonly mg: number; readonly perKg: number; readonly plainPerKg: number };

const none: Doses = { mg: 0, perKg: 0, plainPerKg: 0 };

const both = (a: Doses, b: Doses, how: (x: number, y: number) => number): Doses => ({
  mg: how(a.mg, b.mg),
  perKg: how(a.perKg, b.perKg),
  plainPerKg: how(a.plainPerKg, b.plainPerKg),
});

const plus = (x: number, y: number): number => x + y;

function dayDoses(history: ReferenceHistory, day: number, best: boolean): Doses {
  return Object.keys(factors)
    .map((drug) => drugDose(history, drug, day, best, sourcesBestFirst))
    .reduce((a, b) => both(a, b, plus), none);
}

/** One source counts; a source that may not cover the day leaves room for the next one. */
function drugDose(
  history: ReferenceHistory,
  drug: string,
  day: number,
  best: boolean,
  [source, ...others]: readonly ReferenceOrder['source'][],
): Doses {
  if (source === undefined) return none;
  const all = history.orders.filter((o) => !o.asNeeded && o.drug === drug && o.source === source);
  const covering = all.filter((o) => o.start <= day && day <= lastDay(history, o, all));
  const certain = covering.filter((o) => source === 'administration' || !mayBeReplaced(o, all, day, history));
  const read = (orders: readonly ReferenceOrder[]): Doses[] => orders.map((o) => oneDose(history, o, day, best));
  const total = (doses: readonly Doses[]): Doses => doses.reduce((a, b) => both(a, b, plus), none);
  if (certain.length > 0) return total(read(best ? covering : certain));
  const next = drugDose(history, drug, day, best, others);
  if (covering.length === 0) return next;
  // Perhaps one of them alone was taken, perhaps none of them and the next source holds.
  return best
    ? both(total(read(covering)), next, Math.max)
    : read(covering).reduce((a, b) => both(a, b, Math.min), next);
}

function oneDose(history: ReferenceHistory, o: ReferenceOrder, day: number, best: boolean): Doses {
  const kg = weightOn(history, day);
  const [lightest, heaviest] = kg === undefined ? [8, 200] : [kg, kg];
  const given = (best ? o.high : o.low) * (factors[o.drug] ?? 0) * (o.everyOtherDay ? 0.5 : 1);
  const mg = o.perKg ? given * (best ? heaviest : lightest) : given;
  const perKg = o.perKg ? given : given / (best ? lightest : heaviest);
  return { mg, perKg, plainPerKg: o.everyOtherDay ? 0 : perKg };
}

const isLater = (o: ReferenceOrder, than: ReferenceOrder): boolean => o.start > than.start;

/** An open order, or one that a later open order meets, ends the day before the next order; else it runs on. */
function lastDay(history: ReferenceHistory, o: ReferenceOrder, all: readonly ReferenceOrder[]): number {
  const end = Math.min(o.end ?? history.today, history.today);
  if (o.source === 'administration') return end;
  const replacing = all.filter(
    (later) => isLater(later, o) && later.start <= end && (o.end === undefined || later.end === undefined),
  );
  return Math.min(end, ...replacing.map((later) => later.start - 1));
}

/** Bounded both, no times of day: perhaps replaced from the start of the later one; of two from one day, the stronger one. */
function mayBeReplaced(
  o: ReferenceOrder,
  all: readonly ReferenceOrder[],
  day: number,
  history: ReferenceHistory,
): boolean {
  const end = lastDay(history, o, all);
  if (all.some((later) => isLater(later, o) && later.start <= end && later.start <= day)) return true;
  const twins = all.filter((twin) => twin !== o && twin.start === o.start);
  const dose = (x: ReferenceOrder): number => x.high * (x.everyOtherDay ? 0.5 : 1);
  return twins.some((twin) => dose(twin) < dose(o) || (dose(twin) === dose(o) && all.indexOf(twin) > all.indexOf(o)));
}

function runs(
  member: readonly boolean[],
  gap: number,
): { first: number; last: number; count: number; unbroken: [number, number][] }[] {
  const found: { first: number; last: number; count: number; unbroken: [number, number][] }[] = [];
  member.forEach((isMember, day) => {
    if (!isMember) return;
    const current = found.at(-1);
    if (current !== undefined && day - current.last - 1 <= gap) {
      const part = current.unbroken.at(-1) as [number, number];
      if (day === part[1] + 1) part[1] = day;
      else current.unbroken.push([day, day]);
      current.last = day;
      current.count += 1;
    } else found.push({ first: day, last: day, count: 1, unbroken: [[day, day]] });
  });
  return found;
}

function level(history: ReferenceHistory, first: number, best: boolean) {
  const days = Array.from({ length: history.today - first + 1 }, (_, i) => dayDoses(history, first + i, best));
  const high = days.map((d) => d.perKg >= 1 - 1e-9);
  const plain = days.map((d) => d.plainPerKg >= 1 - 1e-9);
  const close = days.map((d) => d.perKg >= 0.95 - 1e-9 || d.mg >= 60 - 1e-9);
  const any = days.map((d) => d.mg > 0);
  const pulse = days.map((d) => d.mg >= 250 - 1e-9);
  const last = days.length - 1;
  const three = (run: ReturnType<typeof runs>[number]): boolean =>
    run.count >= 90 || run.unbroken.some(([a, b]) => first + b + 1 >= addMonths(first + a, 3));
  const count = (set: readonly boolean[], from: number, to: number): number =>
    set.slice(Math.max(0, from), to + 1).filter(Boolean).length;
  const recent = (run: { last: number }): boolean => last - run.last <= 365;

  const answer = (): 'met' | 'needs-investigator' | 'none' => {
    const strict = runs(plain, 7).filter(three);
    if (strict.some(recent)) return 'met';
    if (strict.length > 0) return 'needs-investigator';
    const averaged = runs(high, 7);
    if (averaged.some(three)) return 'needs-investigator';
    if (averaged.some((run) => run.count >= 84 && recent(run))) return 'needs-investigator';
    if (count(high, last - 365, last) >= 90) return 'needs-investigator';
    if (runs(close, 7).some(three)) return 'needs-investigator';
    const regimen = runs(any, 7).some(
      (run) => three(run) && (count(high, run.first, run.last) >= 14 || count(pulse, run.first, run.last) >= 3),
    );
    return regimen ? 'needs-investigator' : 'none';
  };
  return {
    level: answer(),
    any: any.filter(Boolean).length,
    high: high.filter(Boolean).length,
    longest: Math.max(0, ...runs(high, 7).map((run) => run.count)),
  };
}

/** The verdict, and the numbers of the least and the most that the history allows. */
export function reference(history: ReferenceHistory) {
  const first = Math.min(history.today, ...history.orders.map((o) => o.start));
  const [least, most] = [level(history, first, false), level(history, first, true)];
  const verdict =
    least.level !== most.level
      ? 'unknown'
      : least.level !== 'none'
        ? least.level
        : history.attested
          ? 'not-met'
          : 'unknown';
  return { verdict, least, most };
}
