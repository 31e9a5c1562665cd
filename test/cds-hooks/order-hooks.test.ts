import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import type { Json, Resource } from '../../src/fhir/record.ts';
import { appUnderTest, clientOn } from '../app-under-test.ts';
import { drugOrder, orders, serviceOrder } from '../draft-orders.ts';
import {
  bundleOf,
  callOf,
  chart,
  chartWithOrder,
  contexts,
  hookNames,
  liveVaccineOrder,
  prefetchOf,
  serviceFor,
  startEhr,
  type HookName,
} from './ehr.ts';
import { strictCards } from './outbound.ts';

const { app } = appUnderTest({ limits: { callsAtOnce: 100_000 } });
const whole = prefetchOf(chart);

async function ask(hook: HookName, context: Json, more: Json = {}, target = app): Promise<readonly Card[]> {
  const body = callOf(hook, whole, { context: { ...contexts[hook], ...context }, ...more });
  const response = await request(target).post(serviceFor(hook)).send(body);
  expect(response.status).toBe(200);
  return strictCards(response.body);
}

const drafts = (...resources: readonly Json[]) => ({
  draftOrders: { resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) },
});

const summaries = (cards: readonly Card[]): readonly string[] =>
  cards.map(({ summary }) => summary.split(':')[0] ?? '');

describe('order-select', () => {
  const two = drafts(liveVaccineOrder, { ...orders.vasopressor, id: 'nor' });

  it.each([
    ['one of two', ['MedicationRequest/nor'], ['norepinephrine']],
    ['both', ['MedicationRequest/nor', 'MedicationRequest/mmr'], ['norepinephrine', 'M-M-R II vaccine']],
    ['none', [], []],
    ['an order that is not among the drafts', ['MedicationRequest/other'], []],
    ['something that is no text', [{ reference: 'MedicationRequest/nor' }, null], []],
  ])('looks only at what is selected: %s', async (_name, selections, expected) => {
    expect(summaries(await ask('order-select', { ...two, selections }))).toEqual(expected);
  });

  it('reads nothing and asks for no Patient where no selected order can matter', async () => {
    const food = drafts({ resourceType: 'NutritionOrder', id: 'n' });
    const body = callOf('order-select', {}, { context: { ...contexts['order-select'], ...food } });
    expect((await request(app).post(serviceFor('order-select')).send(body)).body).toEqual({ cards: [] });
  });

  it.each(['selections', 'draftOrders', 'userId'])('refuses a context without %s', async (key) => {
    const { [key]: _left, ...context } = contexts['order-select'];
    const { status, body } = await request(app)
      .post(serviceFor('order-select'))
      .send(callOf('order-select', whole, { context }));
    expect([status, body.issue[0].expression]).toEqual([400, [`request.context.${key}`]]);
  });
});

describe('order-sign', () => {
  const medication: Resource = { resourceType: 'Medication', id: 'm9', code: { text: 'Varicella vaccine, live' } };
  const byReference = (reference: string, more: Json = {}): Json => ({
    resourceType: 'MedicationRequest',
    id: 'd',
    status: 'draft',
    medicationReference: { reference },
    ...more,
  });

  it.each([
    ['a text', drafts(liveVaccineOrder)],
    [
      'a code',
      drafts({
        ...liveVaccineOrder,
        medicationCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '03', display: 'MMR' }] },
      }),
    ],
    ['a contained Medication', drafts(byReference('#m9', { contained: [medication] }))],
    ['another entry of the Bundle', drafts(byReference('Medication/m9'), medication)],
    ['another entry, absolute', drafts(byReference('https://ehr.example/fhir/Medication/m9'), medication)],
    ['a request for a service', drafts(serviceOrder('Administration of varicella vaccine'))],
    ['an order that is signed again', drafts({ ...liveVaccineOrder, status: 'active' })],
    ['an order without intent and status', drafts({ ...liveVaccineOrder, status: undefined, intent: undefined })],
    [
      'a Bundle with a type and vendor extensions',
      {
        draftOrders: {
          resourceType: 'Bundle',
          type: 'collection',
          entry: [{ resource: { ...liveVaccineOrder, extension: [{ url: 'x' }] } }],
        },
      },
    ],
  ])('reads the order from %s', async (_name, context) => {
    const [card, ...others] = await ask('order-sign', context, { fhirServer: 'https://ehr.example/fhir' });
    expect(others).toEqual([]);
    expect(card?.summary).toContain('E9 Live vaccine within 4 weeks would be present until 2026-06-30');
    expect(card?.indicator).toBe('warning');
  });

  it.each([
    ['no orders', drafts()],
    ['an order of somebody else', drafts({ ...liveVaccineOrder, subject: { reference: 'Patient/q' } })],
    ['an order that was cancelled', drafts({ ...liveVaccineOrder, status: 'cancelled' })],
    ['a drug that matters to no criterion', drafts(drugOrder('paracetamol'))],
    ['a test that is missing', drafts(orders.creatinine)],
    ['our own referral', drafts(serviceOrder('Refer for screening: NCT06222853'))],
    ['a drug that nobody can name', drafts(drugOrder('', { medicationCodeableConcept: {} }))],
    ['other kinds of orders', drafts({ resourceType: 'DeviceRequest', id: 'd' })],
  ])('is quiet about %s', async (_name, context) => {
    expect(await ask('order-sign', context)).toEqual([]);
  });

  it.each([
    ['a vasopressor', orders.vasopressor, 'E4 unstable vital signs would be present'],
    ['renal replacement', orders.dialysis, 'E3 renal replacement therapy would be present'],
    ['another study', orders.otherStudy, 'E12 Other clinical study within 3 months would be present'],
  ])('warns of %s', async (_name, order, words) => {
    const [card] = await ask('order-sign', drafts(order));
    expect([card?.indicator, card?.suggestions]).toEqual(['warning', undefined]);
    expect(card?.summary).toContain(words);
  });

  it('informs from which date a criterion would be met', async () => {
    const prednisone = drugOrder('prednisone 20 mg tablet', {
      dosageInstruction: [{ text: '3 tablets (60 mg) every morning' }],
    });
    const weight: Json = {
      resourceType: 'Observation',
      id: 'w',
      status: 'final',
      subject: { reference: 'Patient/p' },
      code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
      effectiveDateTime: '2026-05-30',
      valueQuantity: { value: 45, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
    };
    const [card] = await ask('order-sign', drafts(prednisone), {
      prefetch: { ...whole, observations: bundleOf([weight]) },
    });
    expect([card?.indicator, card?.suggestions]).toEqual(['info', undefined]);
    expect(card?.summary).toContain('would be met from 2026-08-29');
    expect(`${card?.summary ?? ''}${card?.detail ?? ''}`).not.toMatch(/candidate|may meet/i);
  });

  it('reads the Medication that a draft refers to from the FHIR server', async () => {
    const ehr = await startEhr([...chart, medication]);
    const { app: reading } = appUnderTest(clientOn(ehr.base, true));
    const [card] = await ask('order-sign', drafts(byReference('Medication/m9')), { fhirServer: ehr.base }, reading);
    expect(card?.summary).toContain('E9 Live vaccine');
    expect(await ask('order-sign', drafts(byReference('Medication/m9')))).toEqual([]);
    await ehr.close();
  });
});

describe('order-dispatch', () => {
  const dialysis: Resource = {
    ...orders.dialysis,
    resourceType: 'ServiceRequest',
    id: 'hd',
    status: 'active',
    subject: { reference: 'Patient/p' },
  };

  it.each([
    [
      'version 1.0',
      { order: 'ServiceRequest/hd', performer: 'Organization/o', task: { resourceType: 'Task', id: 't' } },
    ],
    ['version 1.1', { dispatchedOrders: ['ServiceRequest/hd'], performer: 'Organization/o', fulfillmentTasks: [] }],
    ['both at once', { order: 'ServiceRequest/hd', dispatchedOrders: ['ServiceRequest/hd'] }],
    ['a versioned reference', { order: 'ServiceRequest/hd/_history/3' }],
  ])('reads the order from the FHIR server, context of %s', async (_name, context) => {
    const ehr = await startEhr([...chart, dialysis]);
    const { app: reading } = appUnderTest(clientOn(ehr.base, true));
    const body = callOf('order-dispatch', whole, { context: { patientId: 'p', ...context }, fhirServer: ehr.base });
    const cards = strictCards((await request(reading).post(serviceFor('order-dispatch')).send(body)).body);
    expect(cards.map(({ summary }) => summary)).toEqual([
      'Haemodialysis: E3 renal replacement therapy would be present (NCT06222853)',
    ]);
    await ehr.close();
  });

  it('finds the order in the prefetch, by an absolute reference too', async () => {
    const prefetch = prefetchOf(chartWithOrder);
    for (const order of ['MedicationRequest/mmr', 'https://ehr.example/fhir/MedicationRequest/mmr']) {
      expect(await ask('order-dispatch', { dispatchedOrders: undefined, order }, { prefetch })).toHaveLength(1);
    }
  });

  it.each([
    ['cannot be had', 'ServiceRequest/unknown'],
    ['is of another kind', 'DeviceRequest/1'],
    ['is somebody else’s', 'ServiceRequest/foreign'],
    ['lies on another server', 'https://elsewhere.example/fhir/ServiceRequest/hd'],
    ['is no reference', '../../etc/passwd'],
  ])('is quiet about an order that %s', async (_name, order) => {
    const foreign = { ...dialysis, id: 'foreign', subject: { reference: 'Patient/q' } };
    const ehr = await startEhr([...chart, dialysis, foreign]);
    const { app: reading } = appUnderTest(clientOn(ehr.base, true));
    expect(await ask('order-dispatch', { dispatchedOrders: [order] }, { fhirServer: ehr.base }, reading)).toEqual([]);
    expect(ehr.requests.every((path) => path.startsWith('/fhir/'))).toBe(true);
    await ehr.close();
  });

  it('refuses a context that names no order in either way', async () => {
    const body = callOf('order-dispatch', whole, { context: { patientId: 'p', performer: 'Organization/o' } });
    const response = await request(app).post(serviceFor('order-dispatch')).send(body);
    expect([response.status, response.body.issue[0].expression]).toEqual([400, ['request.context.dispatchedOrders']]);
  });
});

describe('appointment-book', () => {
  const appointment = (more: Json) => ({
    appointments: { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Appointment', ...more } }] },
  });
  const specialty = (text: string) => appointment({ specialty: [{ text }] });

  it.each([
    ['no specialty', appointment({}), 1],
    ['no appointment at all', { appointments: { resourceType: 'Bundle' } }, 1],
    ['paediatric rheumatology', specialty('Pediatric rheumatology'), 1],
    ['风湿免疫科', specialty('风湿免疫科'), 1],
    ['general paediatrics', specialty('Paediatrics'), 1],
    ['nephrology by its code', appointment({ serviceType: [{ coding: [{ code: '394589003' }] }] }), 1],
    [
      'lupus as the reason',
      appointment({ specialty: [{ text: 'General practice' }], reasonCode: [{ text: 'SLE' }] }),
      1,
    ],
    ['dentistry', specialty('Pediatric dentistry'), 0],
    ['an eye clinic', appointment({ serviceType: [{ coding: [{ code: '394594003', display: 'Ophthalmology' }] }] }), 0],
  ])('with %s: answers only where it fits', async (_name, context, count) => {
    expect(await ask('appointment-book', context)).toHaveLength(count);
  });
});

describe('the shape that was agreed with a client', () => {
  const shaped = (shape: string) => appUnderTest({ clients: { '*': { unauthenticated: true, cards: { shape } } } }).app;

  it.each([
    ['any', 'any'],
    ['epic', 'any'],
    ['at-most-one', 'at-most-one'],
  ])('%s holds for every hook', async (shape, selectionBehavior) => {
    const target = shaped(shape);
    for (const hook of hookNames) {
      for (const card of await ask(hook, {}, { prefetch: prefetchOf(chartWithOrder) }, target)) {
        const { suggestions = [] } = card;
        expect(card.selectionBehavior).toBe(suggestions.length === 0 ? undefined : selectionBehavior);
        if (hook.startsWith('order-')) expect(suggestions).toEqual([]);
        if (shape === 'epic') expect(suggestions.every(({ actions }) => actions.length === 1)).toBe(true);
        expect(suggestions.filter(({ isRecommended }) => isRecommended === true).length).toBeLessThanOrEqual(1);
      }
    }
  });
});
