// Does the funnel count right, whatever the order, and does it give no small number away?

import { array, assert, asyncProperty, constantFrom, integer, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFunnel, type Counted } from '../../../src/screening/funnel/count.ts';
import { told, type Told } from '../../../src/screening/funnel/funnel.ts';
import { withheld, type Relation } from '../../../src/screening/funnel/suppress.ts';

const ids = ['I1', 'I2', 'E1'] as const;
const verdicts = ['met', 'not-met', 'unknown', 'needs-investigator'] as const;

/** The status follows from the verdicts, as the engine does it. */
function patient(given: readonly (typeof verdicts)[number][]): Counted {
  const criteria = ids.map((id, index) => ({
    id,
    type: id.startsWith('I') ? ('inclusion' as const) : ('exclusion' as const),
    verdict: given[index] ?? 'unknown',
  }));
  const against = criteria.some(({ type, verdict }) => verdict === (type === 'inclusion' ? 'not-met' : 'met'));
  const unknown = criteria.some(({ verdict }) => verdict === 'unknown');
  return { status: against ? 'ineligible' : unknown ? 'potential-candidate' : 'candidate', criteria };
}

const population = array(
  tuple(...ids.map(() => constantFrom(...verdicts))).map((given) => patient(given)),
  { maxLength: 40 },
);

describe('the counts', () => {
  it('are those of four patients counted by hand', async () => {
    const count = await countFunnel([
      patient(['met', 'met', 'not-met']),
      patient(['met', 'unknown', 'not-met']),
      patient(['not-met', 'unknown', 'not-met']),
      patient(['not-met', 'met', 'met']),
    ]);
    expect(count).toMatchObject({ screened: 4, status: { candidate: 1, 'potential-candidate': 1, ineligible: 2 } });
    expect(Object.fromEntries(count.criteria)).toEqual({
      I1: { excludes: 2, unknown: 0, onlyExcludes: 1, onlyUnknown: 0 },
      I2: { excludes: 0, unknown: 2, onlyExcludes: 0, onlyUnknown: 1 },
      E1: { excludes: 1, unknown: 0, onlyExcludes: 0, onlyUnknown: 0 },
    });
  });

  it('do not depend on the order of the patients or of the criteria', async () => {
    await assert(
      asyncProperty(population, async (patients) => {
        const turned = patients.toReversed().map((each) => ({ ...each, criteria: each.criteria.toReversed() }));
        const [one, other] = [await countFunnel(patients), await countFunnel(turned)];
        expect(Object.fromEntries(other.criteria)).toEqual(Object.fromEntries(one.criteria));
        expect(other.status).toEqual(one.status);
      }),
    );
  });
});

describe('small numbers', () => {
  const relation: Relation = { whole: 'all', parts: ['a', 'b', 'c'], complete: true };
  const hidden = (all: number, a: number, b: number, c: number) =>
    [...withheld(new Map(Object.entries({ all, a, b, c })), [relation], 5)].toSorted((x, y) => x.localeCompare(y));

  it('are told from five on, and zero is told', () => {
    expect(hidden(15, 5, 10, 0)).toEqual([]);
    expect(hidden(0, 0, 0, 0)).toEqual([]);
  });

  it('are withheld with the next smallest, so that the difference does not tell them', () => {
    expect(hidden(34, 4, 10, 20)).toEqual(['a', 'b']);
    expect(hidden(24, 4, 0, 20)).toEqual(['a', 'c']);
  });

  it('take the whole with them where nothing else can hide them', () => {
    expect(hidden(4, 4, 0, 0)).toEqual(['a', 'all']);
  });

  it('are withheld where a rest that nobody tells would be small', () => {
    const open: Relation = { whole: 'all', parts: ['a'], complete: false };
    const of = (all: number, a: number) => [...withheld(new Map(Object.entries({ all, a })), [open], 5)];
    expect(of(12, 8)).toEqual(['a']);
    expect(of(13, 8)).toEqual([]);
    expect(of(8, 8)).toEqual([]);
  });

  it('can never be worked out from what is told', async () => {
    await assert(
      asyncProperty(population, integer({ min: 2, max: 6 }), async (patients, smallest) => {
        const count = await countFunnel(patients);
        const shown = told(count, smallest);
        const small = (value: number): boolean => value > 0 && value < smallest;
        for (const row of shown.criteria) {
          const real = count.criteria.get(row.criterion);
          for (const [excluded, alone] of [
            [row.excludes, row.onlyExcludes],
            [row.unknown, row.onlyUnknown],
          ] as const) {
            for (const value of [excluded, alone]) if (value !== 'withheld') expect(small(value)).toBe(false);
            expectNoSmallDifference(excluded, [alone], smallest);
          }
          expectNoSmallDifference(shown.screened, [row.excludes, row.unknown], smallest);
          expectNoSmallDifference(shown.status.ineligible, [row.excludes], smallest);
          expect(real).toBeDefined();
        }
        const statuses = Object.values(shown.status);
        if (shown.screened !== 'withheld') {
          expect(statuses.filter((value) => value === 'withheld')).not.toHaveLength(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  function expectNoSmallDifference(whole: Told, parts: readonly Told[], smallest: number): void {
    if (whole === 'withheld') return;
    const known = parts.reduce<number>((sum, part) => sum + (part === 'withheld' ? 0 : part), 0);
    const rest = whole - known;
    expect(rest === 0 || rest >= smallest).toBe(true);
  }
});
