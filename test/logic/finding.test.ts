// What does a finding hold that was given little, and what is added to one?

import { describe, expect, it } from 'vitest';
import { alsoShowing, finding, shownLate } from '../../src/logic/finding.ts';
import { keptBy, lazy, withGetters } from '../../src/logic/lazy.ts';
import { say, verbatim } from '../../src/logic/message.ts';

const label = verbatim('Creatinine');
const bare = () => finding('met', say('kidney.normal'));

describe('a finding', () => {
  it('is empty where nothing was given', () => {
    expect(bare()).toEqual({
      verdict: 'met',
      reason: { id: 'kidney.normal', values: {} },
      evidence: [],
      missing: [],
      ignored: [],
      flags: [],
      turns: [],
    });
  });

  it('shows more after what it showed before, and keeps verdict and reason', () => {
    const first = finding('unknown', say('a'), {
      evidence: [{ label, date: '2026-01' }],
      flags: ['ONE'],
      turns: [{ on: 1 }],
    });
    const more = { evidence: [{ label, date: '2026-02' }], flags: ['TWO'], turns: [{ on: 2 }], ignored: [{ label }] };
    expect(alsoShowing(first, more)).toEqual({
      ...first,
      evidence: [
        { label, date: '2026-01' },
        { label, date: '2026-02' },
      ],
      flags: ['ONE', 'TWO'],
      turns: [{ on: 1 }, { on: 2 }],
      ignored: [{ label }],
    });
  });

  it('stays what it is when nothing is added', () => {
    expect(alsoShowing(bare(), {})).toEqual(bare());
  });
});

describe('a finding that is shown late', () => {
  it('says its verdict and its days at once, and puts the rest together once, when somebody looks', () => {
    const made: string[] = [];
    const whole = alsoShowing(bare(), {
      evidence: [{ label }],
      ignored: [{ label }],
      flags: ['ONE'],
      missing: [{ what: label, orders: [] }],
    });
    const late = shownLate('met', [{ on: 3 }], () => {
      made.push('made');
      return whole;
    });
    expect([late.verdict, late.turns, made]).toEqual(['met', [{ on: 3 }], []]);
    const { reason, evidence, missing, ignored, flags } = late;
    expect({ ...whole, reason, evidence, missing, ignored, flags }).toEqual(whole);
    expect(made).toEqual(['made']);
  });
});

describe('a message', () => {
  it('carries its id and values; text of the record is a value', () => {
    expect(say('seen', { count: 2 })).toEqual({ id: 'seen', values: { count: 2 } });
    expect(verbatim('肌酐')).toEqual({ id: 'verbatim', values: { text: '肌酐' } });
  });
});

describe('what is worked out once', () => {
  it('is worked out when it is first asked for, and then kept, be it undefined', () => {
    const made: string[] = [];
    const value = lazy(() => {
      made.push('made');
      return undefined;
    });
    expect(made).toEqual([]);
    expect([value(), value()]).toEqual([undefined, undefined]);
    expect(made).toEqual(['made']);
  });

  it('is worked out once for each key', () => {
    const asked: number[] = [];
    const double = keptBy((key: number) => {
      asked.push(key);
      return 2 * key;
    });
    expect([double(1), double(2), double(1)]).toEqual([2, 4, 2]);
    expect(asked).toEqual([1, 2]);
  });

  it('can stand as a field that asks its own object, by a getter that all such objects share', () => {
    const withDouble = withGetters<{ readonly half: number }, { readonly whole: number }>({
      whole: ({ half }) => 2 * half,
    });
    const [one, two] = [withDouble({ half: 1 }), withDouble({ half: 2 })];
    expect([one.whole, two.whole]).toEqual([2, 4]);
    expect(Object.getPrototypeOf(one)).toBe(Object.getPrototypeOf(two));
  });
});
