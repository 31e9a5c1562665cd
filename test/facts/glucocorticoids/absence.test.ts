// When may the answer about high-dose glucocorticoids be no, and when can it not be given?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Retrieved } from '../../../src/fhir/retrieved.ts';
import { say } from '../../../src/logic/message.ts';
import { answer, ignored, lapse, numbers, orders, reasonOf, source, statement, toFind, unweighed } from './answers.ts';
import { ago, daily, order, prednisone, weighing, weight } from './prednisone.ts';
import { expected, type Whole } from '../whole.ts';

const none = say('glucocorticoid.none');
const claim = { reason: none, evidence: [statement(14)], days: [lapse] };

describe('without any glucocorticoid', () => {
  const unattested = { unattested: true } as const;
  const missing = [toFind(say('medication-history.missing', { days: 90 }))];
  const open = (found = none) => say('glucocorticoid.not-attested', { found });
  const flags = ['MED_HISTORY_NOT_ATTESTED'];

  it.each<readonly [string, () => Whole, Whole]>([
    ['the answer is no where the history is stated to be complete', () => answer([]), expected('not-met', none, claim)],
    [
      'it is open where nobody states that',
      () => answer([], unattested),
      expected('unknown', open(), { missing, flags }),
    ],
    [
      'it is open where that was stated too long ago, and that is shown',
      () => answer([], { on: '2026-08-27' }),
      expected('unknown', open(), {
        missing,
        flags,
        ignored: [{ ...statement(14), label: say('medication-history.lapsed') }],
      }),
    ],
    [
      'a course that is too short is told with it',
      () => answer([prednisone(40, 9, 0)], unattested),
      expected('unknown', open(say('glucocorticoid.too-short', { dose: 1, any: 10, days: 10 })), {
        missing,
        flags,
        evidence: [...numbers('10', '10', '10', [9, 0], '1'), source(1, ['40 mg'], 9)],
      }),
    ],
  ])('%s', (_, found, answered) => {
    expect(found()).toEqual(answered);
  });
});

it('prednisone that is taken only when needed was no glucocorticoid on record', () => {
  const asNeeded = order('prednisone tablet', [{ ...daily(40, 99, 0), asNeededBoolean: true }]);
  expect(answer([asNeeded, asNeeded]).reason).toEqual(
    say('glucocorticoid.none-but', { drugs: [say('verbatim', { text: 'prednisone tablet' })] }),
  );
});

describe('where a search was not complete', () => {
  const unavailable: Retrieved = { state: 'unavailable', reason: 'timeout' };
  const incomplete = (evidence: Whole['evidence'], days: readonly string[], ...names: readonly string[]): Whole => {
    const searches = names.map((name) => say(`history.search.${name}`));
    return expected('unknown', say('glucocorticoid.incomplete', { searches }), {
      missing: [toFind(say('glucocorticoid.searches', { searches }))],
      evidence,
      days,
    });
  };

  it.each(['medicationRequests', 'medicationStatements', 'medicationAdministrations', 'medicationDispenses'] as const)(
    'none on record is no answer without the %s',
    (name) => {
      expect(answer([], { retrieved: { [name]: unavailable } })).toEqual(incomplete([], [], name));
      expect(answer([], { retrieved: { [name]: { state: 'partial', reason: 'cut off' } } }).verdict).toBe('unknown');
    },
  );

  it.each<readonly [string, readonly Json[], Whole]>([
    [
      'a course might be shorter than it looks',
      orders(40, [89, 0]),
      incomplete(
        [...numbers('90', '90', '90', [89, 0], '1'), source(1, ['40 mg'], 89)],
        [ago(-366)],
        'medicationStatements',
        'medicationDispenses',
      ),
    ],
    [
      'what goes to the investigator still does',
      orders(40, [93, 10]),
      expected('needs-investigator', reasonOf('near', 84, 93, 10, { need: 90 }), {
        evidence: [...numbers('84', '84', '84', [93, 10], '1'), source(1, ['40 mg'], 93)],
        flags: ['GC_NEAR_THRESHOLD'],
        days: [ago(-356)],
      }),
    ],
  ])('%s', (_, resources, answered) => {
    const retrieved = { medicationStatements: unavailable, medicationDispenses: unavailable };
    expect(answer(resources, { retrieved })).toEqual(answered);
  });

  it('other searches are not asked', () => {
    expect(answer([], { retrieved: { conditions: unavailable } })).toEqual(expected('not-met', none, claim));
  });
});

describe('drugs that nobody could read', () => {
  const pill = (from: number, to: number, more: Json = {}): Json =>
    order('little pink pill', [daily(1, from, to)], more);
  const unread = (...references: readonly string[]) => ({
    reason: say('glucocorticoid.unread', { count: references.length }),
    missing: [toFind(say('glucocorticoid.identify', { references }))],
  });
  const [first, second] = ['MedicationRequest/r1', 'MedicationRequest/r2'];
  const undated = order('prednisone tablet', []);

  it.each<readonly [string, readonly Json[], Whole]>([
    [
      'that may have been taken for long enough',
      [pill(99, 1)],
      { ...expected('unknown', none, { days: [ago(-365)] }), ...unread(first) },
    ],
    ['that were taken too shortly', [pill(9, 1)], { ...expected('not-met', none, claim), evidence: [statement(15)] }],
    [
      'that are long enough together with what is known',
      [prednisone(40, 99, 30), pill(29, 1)],
      {
        ...expected('unknown', none, {
          evidence: [...numbers('70', '70', '70', [99, 30], '1'), source(1, ['40 mg'], 99)],
          days: [ago(-365)],
        }),
        ...unread(second),
      },
    ],
    [
      'in the order of their names',
      [pill(99, 1, { id: 'b' }), pill(99, 1, { id: 'a' })],
      { ...expected('unknown', none, { days: [ago(-365)] }), ...unread('MedicationRequest/a', 'MedicationRequest/b') },
    ],
    [
      'of which a local one is none',
      [order('dexamethasone eye drops', [{ ...daily(1, 99, 1), route: undefined }])],
      expected('not-met', none, {
        ...claim,
        evidence: [statement(15)],
        ignored: [ignored(1, 'not-systemic', 'dexamethasone eye drops', 99)],
        flags: ['GC_NON_SYSTEMIC_IGNORED'],
      }),
    ],
    [
      'since they have no day',
      [undated],
      { ...expected('unknown', none, { ignored: [ignored(1, 'undated', 'prednisone tablet')] }), ...unread(first) },
    ],
    [
      'since one has no day and the other no name',
      [undated, pill(9, 1)],
      {
        ...expected('unknown', none, { ignored: [ignored(1, 'undated', 'prednisone tablet')] }),
        ...unread(first, second),
      },
    ],
  ])('%s', (_, resources, answered) => {
    expect(answer(resources)).toEqual(answered);
  });
});

describe('a glucocorticoid on hold', () => {
  const held = (drug: string): Json => order(drug, [daily(40, 99, 0)], { status: 'on-hold' });
  const what = (drug: string) => say('medication-history.held', { drugs: [drug] });

  it.each<readonly [string, string, Whole]>([
    [
      'may have been taken',
      'prednisone tablet',
      expected('unknown', say('glucocorticoid.held', { what: what('prednisone tablet') }), {
        missing: [toFind(what('prednisone tablet'))],
      }),
    ],
    [
      'without an equivalence may have been taken',
      'meprednisone tablet',
      expected('unknown', say('glucocorticoid.held', { what: what('meprednisone tablet') }), {
        missing: [toFind(what('meprednisone tablet'))],
      }),
    ],
    [
      'in one tablet with another drug may have been taken',
      'prednisone and hydroxychloroquine tablet',
      expected('unknown', say('glucocorticoid.held', { what: what('prednisone and hydroxychloroquine tablet') }), {
        missing: [toFind(what('prednisone and hydroxychloroquine tablet'))],
      }),
    ],
    [
      'that never counts changes nothing',
      'fludrocortisone tablet',
      expected('not-met', none, { ...claim, evidence: [statement(15)] }),
    ],
    [
      'is none where it is another drug',
      'metformin tablet',
      expected('not-met', none, { ...claim, evidence: [statement(15)] }),
    ],
  ])('%s', (_, drug, answered) => {
    expect(answer([held(drug)])).toEqual(answered);
  });
});

it('a weight that is dated ahead is a day on which the answer may change', () => {
  const found = unweighed([...weighing(40), weight(41, ago(-7)), prednisone(10, 9, 0)]);
  expect([found.verdict, found.days]).toEqual(['not-met', [ago(-7), lapse]]);
});
