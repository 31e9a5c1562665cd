// What does an entry of a drug say: its names and strength, when, by which route, and what of it where it does not count?

import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { isoRange } from '../../src/logic/calendar.ts';
import { day, recordOf } from '../builders.ts';

const types = {
  request: { resourceType: 'MedicationRequest', status: 'active', intent: 'order' },
  statement: { resourceType: 'MedicationStatement', status: 'active' },
  administration: { resourceType: 'MedicationAdministration', status: 'completed' },
  dispense: { resourceType: 'MedicationDispense', status: 'completed' },
} as const;
type Kind = keyof typeof types;

const entry = (kind: Kind, more: Json = {}): Json => ({
  ...types[kind],
  medicationCodeableConcept: { text: 'prednisone' },
  ...more,
});
const read = (kind: Kind, more: Json = {}, others: readonly Json[] = []) =>
  recordOf([entry(kind, more), ...others]).medications[0];
const ignored = (kind: Kind, more: Json = {}) => recordOf([entry(kind, more)]).ignored[0];
const on = (from: string, to = from): string => isoRange({ from: day(from), to: day(to) });
const written = (days: { readonly from: number; readonly to: number } | undefined): string | undefined =>
  days === undefined ? undefined : isoRange(days);

describe('the names of a drug', () => {
  const of = (medication: Json, more: Json = {}, others: readonly Json[] = []) =>
    read('request', { medicationReference: { reference: 'Medication/m' }, ...more }, [
      { resourceType: 'Medication', id: 'm', ...medication },
      ...others,
    ])?.concepts.map(({ text }) => text);
  const prednisone: Json = { itemCodeableConcept: { text: 'prednisone' } };

  test('are those of its own concept, of the Medication, of its ingredients and of the reference', () => {
    const medicationReference = { reference: 'Medication/m', display: 'shown' };
    expect(of({ code: { text: 'product' }, ingredient: [prednisone] }, { medicationReference })).toEqual([
      'prednisone',
      'product',
      'prednisone',
      'shown',
    ]);
  });

  test('are none where nothing names it', () => {
    expect(read('request', { medicationCodeableConcept: undefined })?.concepts).toEqual([]);
    expect(of({}, { medicationCodeableConcept: undefined })).toEqual([]);
    expect(of({ ingredient: [{}] }, { medicationCodeableConcept: undefined })).toEqual([]);
  });

  test.each<[string, Json, readonly string[]]>([
    ['by its concept', { itemCodeableConcept: { text: 'own' }, itemReference: { reference: 'Substance/s' } }, ['own']],
    ['by the substance', { itemReference: { reference: 'Substance/s', display: 'shown' } }, ['substance']],
    [
      'by the display of a substance that is not there',
      { itemReference: { reference: 'Substance/t', display: 'shown' } },
      ['shown'],
    ],
    ['by nothing', { itemReference: { reference: 'Substance/t' } }, []],
  ])('name an ingredient %s', (_, ingredient, names) => {
    const substance = { resourceType: 'Substance', id: 's', code: { text: 'substance' } };
    expect(of({ ingredient: [ingredient] }, { medicationCodeableConcept: undefined }, [substance])).toEqual(names);
  });

  test('name an ingredient by the substance that the Medication itself contains', () => {
    const contained = [{ resourceType: 'Substance', id: 's', code: { text: 'inner' } }];
    const ingredient = [{ itemReference: { reference: '#s' } }];
    expect(of({ ingredient, contained }, { medicationCodeableConcept: undefined })).toEqual(['inner']);
  });

  test('that only a display gives are kept as a text', () => {
    const shown = { medicationCodeableConcept: undefined, medicationReference: { display: 'prednisone' } };
    expect(read('request', shown)?.concepts).toStrictEqual([{ codings: [], text: 'prednisone' }]);
    const ingredient = [{ itemReference: { display: 'prednisone' } }];
    const contained = [{ resourceType: 'Medication', id: 'c', ingredient }];
    const inside = { medicationCodeableConcept: undefined, medicationReference: { reference: '#c' }, contained };
    expect(read('request', inside)?.concepts).toStrictEqual([{ codings: [], text: 'prednisone' }]);
  });
});

describe('the strength that a Medication states', () => {
  const strengthOf = (...strengths: readonly unknown[]) =>
    read('request', { medicationReference: { reference: 'Medication/m' } }, [
      { resourceType: 'Medication', id: 'm', ingredient: strengths.map((strength) => ({ strength })) },
    ])?.strength;
  const mg = (value: number, unit = 'mg'): Json => ({ value, unit });

  test.each<[string, unknown, unknown]>([
    [
      'for a tablet',
      { numerator: mg(20), denominator: { value: 1, unit: 'tablet' } },
      { milligrams: 20, per: 'piece' },
    ],
    [
      'for two tablets',
      { numerator: mg(20), denominator: { value: 2, unit: 'tablet' } },
      { milligrams: 10, per: 'piece' },
    ],
    ['for 1 mL', { numerator: mg(40), denominator: { value: 1, unit: 'mL' } }, { milligrams: 40, per: 'mL' }],
    ['for 5 mL', { numerator: mg(15), denominator: { value: 5, unit: 'mL' } }, { milligrams: 3, per: 'mL' }],
    ['in g', { numerator: mg(0.5, 'g'), denominator: { value: 1 } }, { milligrams: 500, per: 'piece' }],
    ['for nothing else', { numerator: mg(20) }, { milligrams: 20, per: 'piece' }],
    ['for a mass', { numerator: mg(20), denominator: mg(100) }, undefined],
    ['for no tablet', { numerator: mg(20), denominator: { value: 0, unit: 'tablet' } }, undefined],
    ['for an unknown unit', { numerator: mg(20), denominator: { value: 1, unit: 'puff' } }, undefined],
    ['as nothing', { numerator: mg(0), denominator: { value: 1, unit: 'tablet' } }, undefined],
    ['per kg', { numerator: mg(20, 'mg/kg'), denominator: { value: 1 } }, undefined],
    ['in mL', { numerator: mg(20, 'mL'), denominator: { value: 1 } }, undefined],
    ['without a number', { denominator: { value: 1 } }, undefined],
    ['as a text', '20 mg', undefined],
  ])('%s is that of its one ingredient, or cannot be read', (_, strength, expected) => {
    expect(strengthOf(strength)).toEqual(expected);
  });

  test('is none of two ingredients, and none is said where none is stated', () => {
    const strength = { numerator: mg(20), denominator: { value: 1, unit: 'tablet' } };
    expect(strengthOf(strength, strength)).toBeUndefined();
    expect(Object.keys(read('request') ?? {})).not.toContain('strength');
  });
});

describe('when a drug was taken', () => {
  const bounds = { timing: { repeat: { boundsPeriod: { start: '2026-01-07' } } } };
  const period = { effectivePeriod: { start: '2026-01-05', end: '2026-02-01' } };

  test.each<[string, Kind, Json, readonly unknown[]]>([
    [
      'an administration at a moment',
      'administration',
      { effectiveDateTime: '2026-01-05' },
      [on('2026-01-05'), on('2026-01-05'), true],
    ],
    ['an administration over a time', 'administration', period, [on('2026-01-05'), on('2026-02-01'), false]],
    ['an administration at no time', 'administration', {}, [undefined, undefined, false]],
    [
      'a dispense on the day it was handed over',
      'dispense',
      { whenHandedOver: '2026-01-05', whenPrepared: '2026-01-04' },
      [on('2026-01-05'), on('2026-01-05'), true],
    ],
    [
      'a dispense on the day it was prepared',
      'dispense',
      { whenPrepared: '2026-01-04' },
      [on('2026-01-04'), on('2026-01-04'), true],
    ],
    [
      'a statement of a time',
      'statement',
      { ...period, dateAsserted: '2026-01-06' },
      [on('2026-01-05'), on('2026-02-01'), false],
    ],
    [
      'a statement on the day it was made',
      'statement',
      { dateAsserted: '2026-01-06' },
      [on('2026-01-06'), on('2026-01-06'), true],
    ],
    [
      'a statement whose dosage has bounds',
      'statement',
      { dateAsserted: '2026-01-06', dosage: [{}, bounds] },
      [undefined, undefined, false],
    ],
    [
      'a statement whose dosage has dates',
      'statement',
      { dateAsserted: '2026-01-06', dosage: [{ timing: { event: ['2026-01-07'] } }] },
      [undefined, undefined, false],
    ],
    [
      'a statement whose dosage has none',
      'statement',
      { dateAsserted: '2026-01-06', dosage: [{}, { timing: {} }] },
      [on('2026-01-06'), on('2026-01-06'), true],
    ],
    [
      'an order, for which a dispense is valid',
      'request',
      { authoredOn: '2026-01-04', dispenseRequest: { validityPeriod: { start: '2026-01-05', end: '2026-02-01' } } },
      [on('2026-01-05'), on('2026-02-01'), false],
    ],
    ['an order alone', 'request', { authoredOn: '2026-01-04' }, [undefined, undefined, false]],
  ])('is told by %s', (_, kind, more, expected) => {
    const found = read(kind, more);
    expect([written(found?.start), written(found?.end), found?.point]).toEqual(expected);
  });

  test.each<[Kind, Json, string | undefined]>([
    ['request', { authoredOn: '2026-01-04', dateAsserted: '2026-01-05' }, on('2026-01-04')],
    ['statement', { dateAsserted: '2026-01-05', whenPrepared: '2026-01-06' }, on('2026-01-05')],
    ['dispense', { whenPrepared: '2026-01-06' }, on('2026-01-06')],
    ['administration', {}, undefined],
  ])('a %s of %j was written on its day', (kind, more, days) => {
    expect(written(read(kind, more)?.authored)).toBe(days);
  });
});

describe('the route of a drug', () => {
  const ofUnknown = (...dosageInstruction: readonly Json[]) =>
    read('request', { medicationCodeableConcept: { text: 'X-17' }, dosageInstruction })?.route;
  const methylprednisolone = (...dosageInstruction: readonly Json[]) =>
    read('request', {
      medicationCodeableConcept: { text: 'methylprednisolone sodium succinate for injection' },
      dosageInstruction,
    })?.route;
  const rate = (quantity: Json): Json => ({ doseAndRate: [{ doseQuantity: quantity }] });

  test.each<[string, readonly Json[], string | undefined]>([
    [
      'the first that is stated',
      [{ route: { text: 'some way' } }, { route: { text: 'oral' } }, { route: { text: 'topical' } }],
      'oral',
    ],
    ['the one in words', [{ text: '40 mg iv daily' }], 'intravenous'],
    ['the one in the words of the second dosage', [{}, { text: '40 mg iv daily' }], 'intravenous'],
    ['by mouth where its words say to swallow', [{ text: '40mg 晨服' }], 'oral'],
    ['by mouth where its words count tablets', [{ text: '2 tablets daily' }], 'oral'],
    ['by mouth where it counts tablets', [rate({ value: 2, unit: 'tablet' })], 'oral'],
    ['by mouth where it counts tablets by their code', [rate({ value: 2, code: 'CAP' })], 'oral'],
    ['by mouth where an administration counts tablets', [{ dose: { value: 2, unit: 'tablet' } }], 'oral'],
    ['by mouth where one of two dosages counts tablets', [{}, rate({ value: 2, unit: '片' })], 'oral'],
    ['nobody knows which where it counts mg', [{ text: '40 mg daily', ...rate({ value: 40, unit: 'mg' }) }], undefined],
    ['nobody knows which without a dosage', [], undefined],
  ])('is %s', (_, dosages, route) => {
    expect(ofUnknown(...dosages)).toBe(route);
  });

  test('is the one that the product implies, unless that is any injection and words name it', () => {
    expect(
      read('request', { medicationCodeableConcept: { text: 'prednisone tablet' }, dosageInstruction: [{ text: 'iv' }] })
        ?.route,
    ).toBe('oral');
    expect(methylprednisolone({ text: '40 mg iv daily' })).toBe('intravenous');
    expect(methylprednisolone({ text: '40 mg daily' })).toBe('injection');
  });

  test.each<Kind>(['administration', 'statement'])('of a %s is told by its dosage', (kind) => {
    const more = { dosage: [{ route: { text: 'topical' } }], dosageInstruction: [{ route: { text: 'oral' } }] };
    expect(read(kind, more)?.route).toBe('topical');
    expect(read(kind, more)?.dosages).toEqual([{ route: { text: 'topical' } }]);
  });
});

describe('an entry that does not count', () => {
  const brief = (kind: Kind, more: Json) => {
    const found = ignored(kind, more);
    return [found?.why.id, found?.begun?.source ?? '-', found?.halted?.source ?? '-', found?.untaken?.source ?? '-'];
  };
  const status = 'record.status-does-not-count';
  const words = 'exposures.not-taken';

  test.each<[string, Kind, Json, readonly string[]]>([
    [
      'an administration that was broken off',
      'administration',
      { status: 'stopped' },
      [status, 'administration', '-', '-'],
    ],
    ['an administration on hold', 'administration', { status: 'on-hold' }, [status, 'administration', '-', '-']],
    [
      'an administration without a status',
      'administration',
      { status: undefined },
      [status, 'administration', '-', '-'],
    ],
    [
      'an administration of a status that FHIR does not know',
      'administration',
      { status: 'x-17' },
      [status, 'administration', '-', '-'],
    ],
    [
      'an administration that is active, as only orders are',
      'administration',
      { status: 'active' },
      [status, '-', '-', '-'],
    ],
    [
      'an administration that was not done',
      'administration',
      { status: 'not-done' },
      [status, '-', '-', 'administration'],
    ],
    ['an administration entered in error', 'administration', { status: 'entered-in-error' }, [status, '-', '-', '-']],
    ['a dispense that was stopped', 'dispense', { status: 'stopped' }, [status, '-', 'dispense', '-']],
    ['a dispense that was declined', 'dispense', { status: 'declined' }, [status, '-', '-', '-']],
    ['a dispense that was not done', 'dispense', { status: 'not-done' }, [status, '-', '-', '-']],
    ['an order on hold', 'request', { status: 'on-hold' }, [status, '-', 'request', '-']],
    ['an order that was cancelled', 'request', { status: 'cancelled' }, [status, '-', '-', '-']],
    [
      'an order in progress, as only administrations are',
      'request',
      { status: 'in-progress' },
      [status, '-', '-', '-'],
    ],
    ['a proposal on hold', 'request', { status: 'on-hold', intent: 'proposal' }, [status, '-', '-', '-']],
    ['a plan', 'request', { intent: 'plan' }, ['exposures.intent-does-not-count', '-', '-', '-']],
    [
      'a proposal that was reported',
      'request',
      { intent: 'proposal', reportedBoolean: true },
      ['exposures.intent-does-not-count', '-', '-', '-'],
    ],
    ['a prohibition', 'request', { doNotPerform: true }, ['exposures.do-not-perform', '-', '-', '-']],
    [
      'a prohibition in words of taking nothing',
      'request',
      { doNotPerform: true, note: [{ text: 'Patient not taking' }] },
      ['exposures.do-not-perform', '-', '-', '-'],
    ],
    [
      'an order in words of taking nothing',
      'request',
      { note: [{ text: 'Patient not taking' }] },
      [words, 'request', '-', '-'],
    ],
    ['a statement of not taking it', 'statement', { status: 'not-taken' }, [status, '-', '-', 'statement']],
    ['a statement on hold', 'statement', { status: 'on-hold' }, [status, '-', 'statement', '-']],
    ['a statement of not taking it, as STU3 has it', 'statement', { taken: 'n' }, [words, '-', '-', 'statement']],
    ['a statement that does not know whether it is taken', 'statement', { taken: 'unk' }, [words, '-', '-', '-']],
    [
      'a statement entered in error of not taking it',
      'statement',
      { status: 'entered-in-error', taken: 'n' },
      [status, '-', '-', '-'],
    ],
    [
      'a dose of nothing',
      'request',
      { dosageInstruction: [{ text: '0 mg daily' }] },
      ['exposures.no-dose', 'request', '-', '-'],
    ],
    [
      'a dose of nothing that is not taken',
      'request',
      { dosageInstruction: [{ text: '0 mg daily' }], note: [{ text: 'Patient not taking' }] },
      [words, 'request', '-', '-'],
    ],
  ])('%s says why, and what may have been all the same', (_, kind, more, expected) => {
    expect(brief(kind, more)).toEqual(expected);
  });

  test('is named by the first of its names, else by what it is', () => {
    expect(ignored('request', { status: 'draft' })?.name).toBe('prednisone');
    expect(ignored('request', { status: 'draft', medicationCodeableConcept: undefined })?.name).toBe(
      'MedicationRequest',
    );
  });

  test.each<[string, Json, boolean]>([
    ['a statusReason', { statusReason: { text: 'ALT' } }, true],
    ['a statusReasonCodeableConcept', { statusReasonCodeableConcept: { text: 'ALT' } }, true],
    ['no reason', {}, false],
    ['a reason, entered in error', { status: 'entered-in-error', statusReason: { text: 'ALT' } }, false],
    ['a reason, of no drug', { statusReason: { text: 'ALT' }, medicationCodeableConcept: undefined }, false],
  ])('with %s names its drug and the reasons: %s', (_, more, named) => {
    const found = ignored('request', { status: 'cancelled', ...more });
    expect(found?.concept?.text).toBe(named ? 'prednisone' : undefined);
    expect(found?.statusReasons?.map(({ text }) => text)).toEqual(named ? ['ALT'] : undefined);
  });

  test.each<[unknown, boolean]>([
    ['y', true],
    [undefined, true],
    [true, true],
    ['na', false],
  ])('a statement whose taken is %j counts: %s', (taken, counts) => {
    expect(read('statement', { taken }) !== undefined).toBe(counts);
    expect(read('request', { taken }) !== undefined).toBe(true);
  });

  test('the intent that does not count is named, a missing one as a dash', () => {
    expect(ignored('request', { intent: 'Option' })?.why.values).toEqual({ intent: 'option' });
    expect(ignored('request', { intent: undefined })?.why.values).toEqual({ intent: '-' });
  });

  test.each<[string, Json, string]>([
    ['by a person', { reportedReference: { reference: 'Patient/p' } }, 'statement'],
    ['by nobody', { reportedBoolean: false }, 'request'],
  ])('an order that was reported %s is a %s', (_, more, source) => {
    expect(read('request', more)?.source).toBe(source === 'statement' ? 'statement' : 'request');
    expect(read('administration', more)?.reported).toBe(false);
  });
});

describe('the words of an entry', () => {
  const denied = (kind: Kind, more: Json) => ignored(kind, more)?.why.id === 'exposures.not-taken';
  const hold = { text: 'hold' };

  test.each<[string, Kind, Json, boolean]>([
    ['an order to hold', 'request', { dosageInstruction: [hold] }, true],
    ['an order to hold, for the patient', 'request', { dosageInstruction: [{ patientInstruction: 'hold' }] }, true],
    ['an order with words elsewhere', 'request', { dosage: [hold] }, false],
    ['an order that ended, to hold', 'request', { status: 'completed', dosageInstruction: [hold] }, true],
    ['a statement to hold', 'statement', { dosage: [hold] }, true],
    ['a statement that ended, to hold', 'statement', { status: 'completed', dosage: [hold] }, false],
    [
      'a statement that ended, of not taking',
      'statement',
      { status: 'completed', dosage: [{ text: 'not taken' }] },
      true,
    ],
    [
      'a dose before words for the patient',
      'request',
      { dosageInstruction: [{ text: '40 mg', patientInstruction: 'hold' }] },
      false,
    ],
    ['an administration with words of not taking', 'administration', { note: [{ text: 'Patient not taking' }] }, false],
    ['a dispense with words of not taking', 'dispense', { note: [{ text: 'Patient not taking' }] }, false],
    ['a dispense of a level', 'dispense', { medicationCodeableConcept: { text: 'tacrolimus level' } }, false],
    ['a dispense of a drug or a placebo', 'dispense', { medicationCodeableConcept: { text: 'x vs placebo' } }, true],
    [
      'a drug of which the second name is that of a placebo',
      'dispense',
      { medicationReference: { display: 'x vs placebo' } },
      true,
    ],
    ['a note without a text', 'request', { note: [{}] }, false],
  ])('of %s deny that it was taken: %s', (_, kind, more, expected) => {
    expect(denied(kind, more)).toBe(expected);
  });
});
