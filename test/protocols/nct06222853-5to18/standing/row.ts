// Does each datum that decides a criterion count only with standing, for its own patient, in its window and where it can be read?

import { describe, expect, it } from 'vitest';

import type { Criterion } from '../../../../src/eligibility/criterion.ts';
import type { Json } from '../../../../src/fhir/record.ts';
import { searchOfType } from '../../../../src/fhir/searches.ts';
import type { Verdict } from '../../../../src/logic/verdict.ts';
import type { Settings } from '../../../../src/protocols/nct06222853-5to18/settings.ts';
import { ask, type Asked } from '../../../ask.ts';
import { recordOf } from '../../../builders.ts';
import { verified } from '../../../facts/history-entries.ts';

/** One datum that decides a criterion; every case of it is made from this row. The screening date is 2026-06-01. */
export type Row = {
  readonly id: string;
  /** The datum in words. */
  readonly datum: string;
  /** The resources that decide, dated so many days before the screening. */
  readonly by: (daysAgo: number) => readonly Json[];
  /** How old the datum is unless its window is tested; default 4 days. */
  readonly age?: number;
  /** What stands beside it in every case. */
  readonly beside?: readonly Json[];
  readonly decides: Verdict;
  /** The verdict without the datum where every search was complete: specification, written out. */
  readonly absent: Verdict;
  /** The last day on which the datum counts, and the verdict one day later. */
  readonly window?: readonly [days: number, beyond: Verdict];
  /** The datum written so that nobody understands it; the verdict is unknown unless one is given. */
  readonly unreadable?: readonly [words: string, resources: readonly Json[], verdict?: Verdict];
};

const withStatus = (...codes: readonly string[]): readonly (readonly [string, Json])[] =>
  codes.map((code) => [code, { status: code }]);
const withVerification = (...codes: readonly string[]): readonly (readonly [string, Json])[] =>
  codes.map((code) => [code, verified(code)]);

/** What takes the standing from a resource, by its type (specification ). */
const withoutStanding: Readonly<Record<string, readonly (readonly [string, Json])[]>> = {
  Condition: withVerification('entered-in-error', 'refuted'),
  AllergyIntolerance: withVerification('entered-in-error', 'refuted'),
  Observation: [
    ...withStatus('entered-in-error', 'cancelled', 'registered', 'unknown', 'preliminary'),
    ['its value is said to be absent', { dataAbsentReason: { text: 'not performed' } }],
  ],
  DiagnosticReport: withStatus('entered-in-error', 'cancelled', 'registered', 'unknown'),
  Procedure: withStatus('entered-in-error', 'not-done', 'preparation', 'on-hold'),
  Immunization: withStatus('entered-in-error', 'not-done'),
  MedicationRequest: [
    ...withStatus('entered-in-error', 'cancelled', 'draft'),
    ['a proposal', { intent: 'proposal' }],
    ['a plan', { intent: 'plan' }],
    ['an option', { intent: 'option' }],
    ['an order not to give it', { doNotPerform: true }],
  ],
  MedicationStatement: withStatus('entered-in-error', 'not-taken', 'intended', 'on-hold', 'unknown'),
  MedicationAdministration: withStatus('entered-in-error', 'not-done'),
  MedicationDispense: withStatus('entered-in-error', 'cancelled', 'declined'),
  List: [...withStatus('entered-in-error', 'retired'), ['not a snapshot', { mode: 'working' }]],
  ResearchSubject: withStatus('entered-in-error', 'not-registered', 'candidate'),
};

const typeOf = (resource: Json): string => String(resource['resourceType']);
const other = { reference: 'Patient/other' };
const ofAnother = (resource: Json): Json => ({
  ...resource,
  ...(['Immunization', 'AllergyIntolerance'].includes(typeOf(resource))
    ? { patient: other }
    : { subject: other, individual: other }),
});

const incomplete = [
  { state: 'partial', reason: 'cut off' },
  { state: 'unavailable', reason: 'denied' },
] as const;

/** One day inside the window, its last day, and the day after it. */
function agesOf({ decides, window }: Row): readonly (readonly [Verdict, number])[] {
  if (window === undefined) return [];
  const [days, beyond] = window;
  return [
    [decides, days - 1],
    [decides, days],
    [beyond, days + 1],
  ];
}

function unreadableOf({ unreadable }: Row) {
  if (unreadable === undefined) return [];
  const [words, resources, expected = 'unknown'] = unreadable;
  return [{ words, resources, expected }];
}

/** The tests of one row. */
export function stands(criterion: Criterion<Settings>, row: Row): void {
  const { id, datum, by, age = 4, beside = [], decides, absent } = row;
  const decisive = by(age);
  const verdict = (resources: readonly Json[], more: Asked = {}): Verdict =>
    ask(criterion, [...resources, ...beside], more).verdict;
  const type = typeOf(decisive[0] ?? {});
  const search = searchOfType(type)?.name ?? 'patient';

  describe(`${id}: ${datum}`, () => {
    it(`${decides} as it is`, () => {
      expect(verdict(decisive)).toBe(decides);
    });

    it('rests on resources of one type, whose ways to lose their standing are known', () => {
      expect(decisive.filter((each) => typeOf(each) !== type)).toEqual([]);
      expect(Object.keys(withoutStanding)).toContain(type);
    });

    it.each(withoutStanding[type] ?? [])('the same as without it when %s', (_, change) => {
      expect(verdict(decisive.map((each) => ({ ...each, ...change })))).toBe(absent);
    });

    it('the same as without it, and shown as not counted, when it is of another patient', () => {
      const foreign = decisive.map(ofAnother);
      expect(verdict(foreign)).toBe(absent);
      const { ignored } = recordOf(foreign);
      expect(ignored.map(({ why }) => why.id)).toEqual(decisive.map(() => 'record.other-patient'));
    });

    it.each(type === 'Condition' ? ['provisional', 'differential', 'unconfirmed'] : [])(
      'at most for the investigator when the diagnosis is %s',
      (code) => {
        expect(verdict(decisive.map((each) => ({ ...each, ...verified(code) })))).toBe('needs-investigator');
      },
    );

    it(`${absent} when it is absent and the searches were complete`, () => {
      expect(verdict([])).toBe(absent);
    });

    it.each(incomplete)('unknown when it is absent and its search was $state', (retrieved) => {
      expect(verdict([], { retrieved: { [search]: retrieved } })).toBe('unknown');
    });

    it.each(incomplete)(`${decides} or unknown, never another, when its search was $state`, (retrieved) => {
      expect([decides, 'unknown']).toContain(verdict(decisive, { retrieved: { [search]: retrieved } }));
    });

    it.each(agesOf(row))('%s when it is %i days old', (expected, old) => {
      expect(verdict(by(old))).toBe(expected);
    });

    it.each(unreadableOf(row))('$expected when it is unreadable: $words', ({ resources, expected }) => {
      expect(verdict(resources)).toBe(expected);
    });
  });
}
