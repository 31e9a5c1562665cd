import { describe, expect, it } from 'vitest';
import { settledByAnswer } from '../../src/eligibility/answers.ts';
import { changesOf, onOtherDays } from '../../src/eligibility/changes.ts';
import { all, any, atLeast, criterion, type Criterion, type Rule } from '../../src/eligibility/criterion.ts';
import { evaluate, findingOf, leavesOf } from '../../src/eligibility/evaluate.ts';
import { print } from '../../src/eligibility/print.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { isoDay, type Day } from '../../src/logic/calendar.ts';
import type { Answer } from '../../src/facts/screening.ts';
import { finding, type Turn } from '../../src/logic/finding.ts';
import { say, verbatim } from '../../src/logic/message.ts';
import type { Verdict } from '../../src/logic/verdict.ts';
import { day, recordOf, screeningOn } from '../builders.ts';

/** A criterion whose verdict is `before` until a day and `after` from then on. */
const turning = (id: string, before: Verdict, on: string, after: Verdict): Criterion<null> =>
  criterion({
    id,
    text: `text of ${id}`,
    source: 'a test',
    readAs: [],
    examples: [],
    assess: (_, { date }) =>
      finding(date < day(on) ? before : after, verbatim(`${id} reason`), {
        evidence: [{ label: verbatim(id), date: isoDay(date) }],
        turns: [{ on: day(on), if: verbatim(`if ${id}`) }],
      }),
  });

const fixed = (id: string, verdict: Verdict): Criterion<null> => turning(id, verdict, '2026-01-01', verdict);

const screening = screeningOn('2026-06-01');
const patient = understand(recordOf([]), screening);
const ask = (rule: Rule<null>) => evaluate(rule, patient, null);
const answered = (rule: Rule<null>) => {
  const outcome = ask(rule);
  return { id: 'X', outcome, leaves: leavesOf(outcome) };
};

describe('a combination of criteria', () => {
  it('gives the reasons, evidence and missing data only of the parts that decided', () => {
    const outcome = ask(all(fixed('A', 'met'), any(fixed('B', 'not-met'), fixed('C', 'unknown'))));
    expect(outcome.verdict).toBe('unknown');
    const { reason, evidence } = findingOf(outcome);
    expect(print(reason)).toBe('C reason');
    expect(evidence.map(({ label }) => label)).toEqual([verbatim('C')]);
  });

  it.each<[Verdict, readonly [Verdict, Verdict, Verdict]]>([
    ['met', ['met', 'not-met', 'met']],
    ['unknown', ['met', 'not-met', 'unknown']],
    ['needs-investigator', ['met', 'not-met', 'needs-investigator']],
    ['not-met', ['not-met', 'unknown', 'not-met']],
  ])('of which two must hold is %s for %j', (verdict, parts) => {
    expect(ask(atLeast(2, ...parts.map((each, index) => fixed(String(index), each)))).verdict).toBe(verdict);
  });

  it('gives all reasons when all parts had to hold', () => {
    expect(print(findingOf(ask(all(fixed('A', 'met'), fixed('B', 'met')))).reason)).toBe('A reason; B reason');
  });
});

describe('time to eligibility', () => {
  const changes = (rule: Rule<null>) =>
    changesOf(answered(rule), screening.date, null, onOtherDays(patient.record, screening)).map(
      ({ criterion: id, on, becomes, if: condition }) =>
        `${on} ${id} ${becomes} ${condition === undefined ? '' : print(condition)}`,
    );

  it('names the day, the new verdict and the condition', () => {
    expect(changes(turning('X', 'unknown', '2026-07-01', 'met'))).toEqual(['2026-07-01 X met if X']);
  });

  it('is silent when the verdict stays', () => {
    expect(changes(turning('X', 'met', '2026-07-01', 'met'))).toEqual([]);
  });

  it('tells the whole only when the whole changes, and every part that does', () => {
    const rule = all(turning('X.a', 'met', '2026-07-01', 'unknown'), turning('X.b', 'met', '2026-06-15', 'unknown'));
    expect(changes(rule)).toEqual([
      '2026-06-15 X unknown if X.b',
      '2026-06-15 X.b unknown if X.b',
      '2026-07-01 X.a unknown if X.a',
    ]);
  });

  it('asks again on days that only a later finding names', () => {
    const steps: Criterion<null> = criterion({
      id: 'X',
      text: '',
      source: 'a test',
      readAs: [],
      examples: [],
      assess: (_, { date }) => {
        const month = Math.min(9, Number(isoDay(date).slice(5, 7)));
        const next: Day = day(`2026-${String(month + 1).padStart(2, '0')}-01`);
        return finding(month % 2 === 0 ? 'met' : 'unknown', verbatim(''), { turns: [{ on: next }] });
      },
    });
    expect(changes(steps).map((each) => each.trim())).toEqual([
      '2026-07-01 X unknown',
      '2026-08-01 X met',
      '2026-09-01 X unknown',
    ]);
  });
});

describe('the days on which a criterion is asked again', () => {
  const asked = (verdict: (date: Day) => Verdict, turns: (date: Day) => readonly Turn[]) => {
    const one: Criterion<null> = {
      ...fixed('X', 'met'),
      assess: (_, { date }) => finding(verdict(date), verbatim(''), { turns: turns(date) }),
    };
    return changesOf(answered(one), screening.date, null, onOtherDays(patient.record, screening));
  };
  const turns = (...days: readonly string[]): readonly Turn[] =>
    days.map((each) => ({ on: day(each), if: verbatim(each) }));

  it('are taken in the order of the calendar, in whatever order they are named', () => {
    const days = ['2026-07-20', '2026-07-01', '2026-07-10'];
    const verdict = (date: Day): Verdict =>
      date < day('2026-07-01') ? 'unknown' : date < day('2026-07-20') ? 'met' : 'not-met';
    for (const named of [days, days.toReversed()])
      expect(asked(verdict, () => turns(...named)).map(({ on, becomes }) => [on, becomes])).toEqual([
        ['2026-07-01', 'met'],
        ['2026-07-20', 'not-met'],
      ]);
  });

  it('keep the condition that is named first for a day, and none where none is named', () => {
    const becomesMet = (date: Day): Verdict => (date < day('2026-07-01') ? 'unknown' : 'met');
    const change = { criterion: 'X', on: '2026-07-01', becomes: 'met' };
    const [first] = turns('2026-07-01');
    const twice = [...turns('2026-07-01'), { on: day('2026-07-01'), if: verbatim('another') }];
    expect(asked(becomesMet, () => twice)).toStrictEqual([{ ...change, if: first?.if }]);
    expect(asked(becomesMet, () => [{ on: day('2026-07-01') }])).toStrictEqual([change]);
  });

  it('are forty at most', () => {
    const flips = (date: Day): Verdict => (date % 2 === 0 ? 'met' : 'unknown');
    expect(asked(flips, (date) => [{ on: date + 1 }])).toHaveLength(40);
  });
});

describe('a combination in time', () => {
  it('is met on the day on which the last of its parts is met', () => {
    const rule = all(
      turning('X.a', 'unknown', '2026-07-01', 'met'),
      any(turning('X.b', 'not-met', '2026-06-15', 'met'), fixed('X.c', 'not-met')),
    );
    const changes = changesOf(answered(rule), screening.date, null, onOtherDays(patient.record, screening));
    expect(changes.map(({ criterion: id, on, becomes }) => `${on} ${id} ${becomes}`)).toEqual([
      '2026-06-15 X unknown',
      '2026-06-15 X.b met',
      '2026-07-01 X met',
      '2026-07-01 X.a met',
    ]);
  });
});

it('a whole that changes with several parts names the condition of the first that has one', () => {
  const plain: Criterion<null> = {
    ...fixed('X.a', 'met'),
    assess: (_, { date }) =>
      finding(date < day('2026-07-01') ? 'unknown' : 'met', verbatim(''), { turns: [{ on: day('2026-07-01') }] }),
  };
  const rule = all(plain, turning('X.b', 'unknown', '2026-07-01', 'met'));
  const changes = changesOf(answered(rule), screening.date, null, onOtherDays(patient.record, screening));
  expect(
    changes.map(({ criterion: id, if: condition }) => [id, condition === undefined ? undefined : print(condition)]),
  ).toEqual([
    ['X', 'if X.b'],
    ['X.a', undefined],
    ['X.b', 'if X.b'],
  ]);
});

it('a part that never changes keeps its verdict while others change', () => {
  const rule = all(turning('X.a', 'unknown', '2026-07-01', 'met'), fixed('X.b', 'met'));
  const changes = changesOf(answered(rule), screening.date, null, onOtherDays(patient.record, screening));
  expect(changes.map(({ criterion: id, becomes }) => [id, becomes])).toEqual([
    ['X', 'met'],
    ['X.a', 'met'],
  ]);
});

describe('the finding of a whole', () => {
  it('is its own where it is a single criterion', () => {
    const outcome = ask(fixed('A', 'met'));
    expect(findingOf(outcome)).toBe('finding' in outcome && outcome.finding);
  });

  it('has the flags of all its parts', () => {
    const flagged = (id: string, verdict: Verdict): Criterion<null> => ({
      ...fixed(id, verdict),
      assess: () => finding(verdict, verbatim(id), { flags: [id] }),
    });
    expect(findingOf(ask(any(flagged('A', 'met'), flagged('B', 'not-met')))).flags).toEqual(['A', 'B']);
  });
});

describe('an answer of the investigator', () => {
  const open = finding('needs-investigator', say('verbatim', { text: 'open' }));
  const answer = { question: 'I7', verdict: 'met', author: 'Dr. Example', date: day('2026-05-20') } as const;
  const answered = (more: object, date = '2026-06-01', base = open) =>
    settledByAnswer('I7', base, screeningOn(date, { answers: [{ ...answer, ...more }] }));

  it('settles the question it was given to, with author and date', () => {
    const settled = answered({});
    expect(settled.verdict).toBe('met');
    expect(settled.evidence[0]).toMatchObject({ date: '2026-05-20' });
    expect(print(settled.reason)).toContain('Dr. Example');
  });

  it.each<[string, object, string]>([
    ['not another question', { question: 'I5' }, '2026-06-01'],
    ['not before it was given', {}, '2026-05-19'],
    ['not after it lapsed', { until: day('2026-05-31') }, '2026-06-01'],
  ])('settles %s', (_, more, date) => {
    expect(answered(more, date).verdict).toBe('needs-investigator');
  });

  it.each<Verdict>(['met', 'not-met', 'unknown'])('never overrules a verdict that is %s', (verdict) => {
    expect(answered({ verdict: 'met' }, '2026-06-01', finding(verdict, say('verbatim', { text: '' }))).verdict).toBe(
      verdict,
    );
  });

  it('names the day after its last as a day to ask again', () => {
    expect(answered({ until: day('2026-06-10') }).turns).toEqual([{ on: answer.date }, { on: day('2026-06-11') }]);
    expect(answered({}).turns).toEqual([{ on: answer.date }]);
  });

  it('holds on the day on which it is given', () => {
    expect(answered({}, '2026-05-20').verdict).toBe('met');
  });

  it('that does not hold yet is a reason to ask again on its day', () => {
    const later = answered({ date: day('2026-06-05') });
    expect([later.verdict, later.turns]).toEqual(['needs-investigator', [{ on: day('2026-06-05') }]]);
  });

  it('to another question leaves this one as it is', () => {
    expect(answered({ question: 'I5' })).toBe(open);
  });

  it('is said in words of its own, before what the record shows', () => {
    const evidence = [{ label: verbatim('seen') }];
    const settled = answered({}, '2026-06-01', { ...open, evidence });
    expect(settled.reason).toEqual(say('answer.given', { date: '2026-05-20', author: 'Dr. Example' }));
    expect(settled.evidence.map(({ label }) => label)).toEqual([say('answer.label'), verbatim('seen')]);
  });

  it('that is newer replaces an older one, and one of the same day the one before it', () => {
    const against = { ...answer, verdict: 'not-met', date: day('2026-05-25') } as const;
    const verdictOf = (...answers: readonly Answer[]): Verdict =>
      settledByAnswer('I7', open, screeningOn('2026-06-01', { answers })).verdict;
    expect(verdictOf(answer, against)).toBe('not-met');
    expect(verdictOf(against, answer)).toBe('not-met');
    expect(verdictOf(against, { ...answer, date: against.date })).toBe('met');
  });
});
