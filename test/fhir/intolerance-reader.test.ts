// Which allergies, intolerances and adverse drug events are on record?

import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { day, recordOf } from '../builders.ts';

const allergy = (more: Json = {}): Json => ({
  resourceType: 'AllergyIntolerance',
  code: { text: 'Hydroxychloroquine' },
  ...more,
});
const status = (code: string): Json => ({ verificationStatus: { coding: [{ code }] } });

describe('an allergy', () => {
  const read = (more: Json = {}) => recordOf([allergy(more)]).allergies[0];

  test('names its drug, its reference and its resource', () => {
    expect(read()).toMatchObject({
      reference: 'AllergyIntolerance/r1',
      resource: { code: { text: 'Hydroxychloroquine' } },
      concept: { codings: [], text: 'Hydroxychloroquine' },
      identified: { state: 'known', drug: { ingredients: ['hydroxychloroquine'] } },
      reactions: [],
    });
  });

  test.each<[Json, string]>([
    [status('confirmed'), 'confirmed'],
    [status('unconfirmed'), 'possible'],
    [{}, 'confirmed'],
  ])('with %j is %s', (more, verification) => {
    expect(read(more)?.verification).toBe(verification);
  });

  test.each<[unknown, string]>([
    ['allergy', 'allergy'],
    ['intolerance', 'intolerance'],
    ['other', 'not-stated'],
    [undefined, 'not-stated'],
  ])('of type %j is of type %s', (type, kind) => {
    expect(read({ type })?.type).toBe(kind);
  });

  test.each(['refuted', 'entered-in-error'])('that is %s does not count, and is named with the reason', (code) => {
    const { allergies, ignored } = recordOf([allergy(status(code))]);
    expect(allergies).toEqual([]);
    expect(ignored).toEqual([
      {
        reference: 'AllergyIntolerance/r1',
        name: 'Hydroxychloroquine',
        why: { id: 'record.refuted', values: { status: code } },
      },
    ]);
  });

  test('takes its drug from the substance of a reaction, and its reactions from all of them', () => {
    const reaction = [
      { substance: { text: 'Hydroxychloroquine' }, manifestation: [{ text: 'Rash' }] },
      { manifestation: [{ text: 'Retinopathy' }, {}] },
    ];
    const entry = read({ code: undefined, reaction });
    expect(entry?.concept.text).toBe('Hydroxychloroquine');
    expect(entry?.reactions.map(({ text }) => text)).toEqual(['Rash', 'Retinopathy']);
    expect(read({ code: { text: 'Antimalarials' }, reaction })).toMatchObject({
      concept: { text: 'Antimalarials' },
      identified: { state: 'known' },
    });
  });

  test('that names nothing is none', () => {
    expect(recordOf([allergy({ code: {} })]).allergies).toEqual([]);
  });
});

describe('an adverse event', () => {
  const event = (more: Json = {}): Json => ({
    resourceType: 'AdverseEvent',
    actuality: 'actual',
    event: { text: 'Retinopathy' },
    date: '2026-01-05',
    ...more,
  });
  const read = (more: Json = {}, others: readonly Json[] = []) => recordOf([event(more), ...others]).adverseEvents[0];
  const suspect = (...instances: readonly Json[]): Json => ({
    suspectEntity: instances.map((instance) => ({ instance })),
  });
  const order: Json = {
    resourceType: 'MedicationRequest',
    id: 'o',
    medicationCodeableConcept: { text: 'Hydroxychloroquine' },
  };
  const drug: Json = { resourceType: 'Medication', id: 'm', code: { text: 'Hydroxychloroquine' } };

  test('happened on its day', () => {
    expect(read()).toMatchObject({
      reference: 'AdverseEvent/r1',
      resource: { date: '2026-01-05' },
      event: { codings: [], text: 'Retinopathy' },
      when: { from: day('2026-01-05'), to: day('2026-01-05') },
      suspects: [],
    });
  });

  test.each<[string, Json, string | undefined]>([
    ['its event', { code: { text: 'Other' } }, 'Retinopathy'],
    ['its code', { event: undefined, code: { text: 'Other' } }, 'Other'],
    ['nothing but its drug', { event: undefined, ...suspect({ display: 'Hydroxychloroquine' }) }, 'AdverseEvent'],
    ['nothing', { event: undefined }, undefined],
  ])('is named by %s', (_, more, name) => {
    expect(read(more)?.event.text).toBe(name);
  });

  test('that has no name of its own is named as what it is', () => {
    const entry = read({ event: undefined, ...suspect({ display: 'Hydroxychloroquine' }) });
    expect(entry?.event).toStrictEqual({ codings: [], text: 'AdverseEvent' });
  });

  test.each<[string, Json, readonly string[]]>([
    ['a drug by its display', suspect({ display: 'Hydroxychloroquine' }), ['hydroxychloroquine']],
    ['a drug by its concept', suspect({ text: 'Hydroxychloroquine' }), ['hydroxychloroquine']],
    ['a drug', suspect({ reference: 'Medication/m' }), ['hydroxychloroquine']],
    ['an order', suspect({ reference: 'MedicationRequest/o' }), ['hydroxychloroquine']],
    [
      'a drug, as STU3 has it',
      { suspectEntity: [{ instanceReference: { display: 'Hydroxychloroquine' } }] },
      ['hydroxychloroquine'],
    ],
    ['what is no drug that is known', suspect({ display: 'Sunlight' }), []],
    ['nothing', { suspectEntity: [{}] }, []],
  ])('suspects %s', (_, more, drugs) => {
    expect(read(more, [order, drug])?.suspects.flatMap((each) => each.ingredients)).toEqual(drugs);
  });

  test('that might have happened does not count', () => {
    const { adverseEvents, ignored } = recordOf([event({ actuality: 'potential' })]);
    expect(adverseEvents).toEqual([]);
    expect(ignored).toEqual([
      { reference: 'AdverseEvent/r1', name: 'Retinopathy', why: { id: 'record.potential-event', values: {} } },
    ]);
  });
});
