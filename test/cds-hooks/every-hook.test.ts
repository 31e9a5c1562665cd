// An EHR plays every hook against the whole application.

import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { en } from '../../src/cards/sentences/en.ts';
import type { Json } from '../../src/fhir/record.ts';
import { searches, type SearchName } from '../../src/fhir/searches.ts';
import { appUnderTest, clientOn } from '../app-under-test.ts';
import {
  bundleOf,
  callOf,
  chartWithOrder,
  contexts,
  hookNames,
  matchesOf,
  prefetchOf,
  serviceFor,
  startEhr,
  type Ehr,
  type HookName,
} from './ehr.ts';
import { strictCards } from './outbound.ts';

/** The clock of the tests stands still, so no call is ever forgotten. */
const { app } = appUnderTest({ limits: { callsAtOnce: 100_000 } });
const whole = prefetchOf(chartWithOrder);

async function ask(hook: HookName, body: unknown, target = app): Promise<readonly Card[]> {
  const response = await request(target)
    .post(serviceFor(hook))
    .send(body as object);
  expect(response.status).toBe(200);
  return strictCards(response.body);
}

const withoutIds = (cards: readonly Card[]): string =>
  JSON.stringify(cards, (key, value: unknown) => (key === 'uuid' ? undefined : value));

const asksOrders = (hook: HookName): boolean => hook.startsWith('order-');

describe.each(hookNames)('%s', (hook) => {
  it('answers with one card that passes the strict schema', async () => {
    const [card, ...others] = await ask(hook, callOf(hook, whole));
    expect(others).toEqual([]);
    expect(card?.summary).toContain(asksOrders(hook) ? 'M-M-R II vaccine: E9' : 'may meet');
    expect(card?.indicator).toBe(asksOrders(hook) ? 'warning' : 'info');
  });

  const outcome: Json = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'forbidden' }] };
  const next = { link: [{ relation: 'next', url: 'https://ehr.example/fhir?page=2' }] };
  const keys = searches.filter(({ name }) => name !== 'patient');
  type State = 'absent' | 'null' | 'empty' | 'failed' | 'paged';

  function prefetchIn(state: State, name: SearchName, type: string): Record<string, unknown> {
    const { [name]: _left, ...rest } = whole;
    if (state === 'absent') return rest;
    if (state === 'null') return { ...rest, [name]: null };
    if (state === 'failed') return { ...rest, [name]: outcome };
    return { ...rest, [name]: state === 'empty' ? bundleOf([]) : bundleOf(matchesOf(chartWithOrder, type), next) };
  }

  it.each([
    ['absent', /could not be read \(not sent/],
    ['null', undefined],
    ['empty', undefined],
    ['failed', /could not be read \(access refused\)/],
    ['paged', /(?:only in part|complete only after [\d-]+|could not be read) \(further pages/],
  ] as const)('tells a prefetch key that is %s from every other state', async (state, words) => {
    for (const { name, type } of keys) {
      const [card] = await ask(hook, callOf(hook, prefetchIn(state, name, type)));
      // Without the diagnoses there is no sign of lupus; without the orders the dispatched one is not known.
      const silent = name === 'conditions' || (name === 'medicationRequests' && hook === 'order-dispatch');
      if (card === undefined) {
        expect([silent, state === 'paged']).toEqual([true, false]);
        continue;
      }
      const line = card.detail.split('\n').find((each) => each.startsWith(`- ${en[`search.${name}`]}: `));
      if (words === undefined) expect(line).toBeUndefined();
      else expect(line).toMatch(words);
    }
  });

  it.each(['absent', 'null', 'empty', 'failed'] as const)('answers 412 where the Patient is %s', async (state) => {
    const response = await request(app)
      .post(serviceFor(hook))
      .send(callOf(hook, prefetchIn(state, 'patient', 'Patient')));
    expect([response.status, response.body.resourceType]).toEqual([412, 'OperationOutcome']);
  });

  it.each([
    'Practitioner/1',
    'PractitionerRole/1',
    'https://ehr.example/fhir/Practitioner/1',
    'Practitioner/1/_history/2',
    'Person/1',
  ])('answers the reader %s', async (userId) => {
    expect(await ask(hook, callOf(hook, whole, { context: { ...contexts[hook], userId } }))).toHaveLength(1);
  });

  it.each([
    'Patient/p',
    'RelatedPerson/1',
    'https://ehr.example/fhir/Patient/p',
    'https://ehr.example/fhir/RelatedPerson/1/_history/2',
  ])('shows no card to the reader %s', async (userId) => {
    expect(await ask(hook, callOf(hook, whole, { context: { ...contexts[hook], userId } }))).toEqual([]);
  });

  it.each([
    ['a version 1 UUID', '1b4e28ba-2fa1-11d2-883f-0016d3cca427'],
    ['a version 7 UUID', '0190163d-8694-739b-aea5-966c26f8ad91'],
    ['upper case', '1B4E28BA-2FA1-41D2-883F-0016D3CCA427'],
    ['what Epic sends', '00000000-007b-9f33-e810-e841a57c502c'],
    ['no UUID at all', 'instance-1'],
  ])('takes a hookInstance that is %s', async (_name, hookInstance) => {
    expect(await ask(hook, callOf(hook, whole, { hookInstance }))).toHaveLength(1);
  });

  it('takes vendor extensions, further context and fields that are null', async () => {
    const body = callOf(hook, whole, {
      extension: { 'com.epic.cdshooks.request.bpa-trigger-action': 23 },
      'com.vendor.field': [1],
      context: { ...contexts[hook], encounterId: null, extension: { 'com.vendor': 1 }, 'com.vendor.x': {} },
      fhirServer: null,
      fhirAuthorization: null,
    });
    expect(await ask(hook, body)).toHaveLength(1);
  });

  it.each([[{}], [{ access_token: '' }], [{ access_token: null, token_type: 'Bearer' }]])(
    'answers what was prefetched with a fhirAuthorization that holds no token, which was refused as a whole: %j',
    async (fhirAuthorization) => {
      expect(await ask(hook, callOf(hook, whole, { fhirAuthorization }))).toHaveLength(1);
    },
  );

  it('answers without an encounter', async () => {
    const { encounterId: _left, ...context } = contexts[hook] as Record<string, unknown>;
    expect(await ask(hook, callOf(hook, whole, { context }))).toHaveLength(1);
  });

  it('shows no card for a token or a Patient of somebody else', async () => {
    const token = { fhirAuthorization: { access_token: 't', patient: 'q' } };
    expect(await ask(hook, callOf(hook, whole, token))).toEqual([]);
    const patient = { resourceType: 'Patient', id: 'q', birthDate: '2012-01-01' };
    expect(await ask(hook, callOf(hook, { ...whole, patient }))).toEqual([]);
  });

  it('is quiet for a patient without any sign of lupus', async () => {
    expect(await ask(hook, callOf(hook, { ...whole, conditions: null }))).toEqual([]);
  });

  it('refuses another hook and a context without its patient', async () => {
    await request(app)
      .post(serviceFor(hook))
      .send({ ...callOf(hook, whole), hook: 'medication-prescribe' })
      .expect(400);
    const { patientId: _left, ...context } = contexts[hook] as Record<string, unknown>;
    const { status, body } = await request(app)
      .post(serviceFor(hook))
      .send(callOf(hook, whole, { context }));
    expect([status, body.issue[0].expression]).toEqual([400, ['request.context.patientId']]);
  });

  it('never sends actions that an EHR carries out by itself', async () => {
    const response = await request(app).post(serviceFor(hook)).send(callOf(hook, whole));
    expect(Object.keys(response.body)).toEqual(['cards']);
    expect(response.text).not.toContain('systemActions');
  });

  it('shows nothing that names the patient', async () => {
    const response = await request(app).post(serviceFor(hook)).send(callOf(hook, whole));
    expect(response.text).not.toContain('Nightingale');
  });
});

describe('an EHR with a FHIR server', () => {
  let ehr: Ehr;
  beforeAll(async () => {
    ehr = await startEhr(chartWithOrder, { token: 'secret' });
  });
  afterAll(() => ehr.close());

  const authorized = (hook: HookName, prefetch: unknown, more: Json = {}): Json =>
    callOf(hook, prefetch, {
      fhirServer: ehr.base,
      fhirAuthorization: { access_token: 'secret', token_type: 'Bearer', scope: 'patient/*.rs', subject: 's' },
      ...more,
    });

  it.each(hookNames)('gets the same answer to %s by prefetch, by paged prefetch and by fetch alone', async (hook) => {
    const fetching = appUnderTest(clientOn(ehr.base)).app;
    const expected = withoutIds(await ask(hook, callOf(hook, whole)));
    const observations = matchesOf(chartWithOrder, 'Observation');
    const paged = {
      ...whole,
      observations: bundleOf(observations.slice(0, 20), {
        total: observations.length,
        link: [{ relation: 'next', url: `${ehr.base}/Observation?patient=p&_sort=-date&_count=200&_offset=20` }],
      }),
    };
    expect(withoutIds(await ask(hook, authorized(hook, paged), fetching))).toBe(expected);
    expect(withoutIds(await ask(hook, authorized(hook, {}), fetching))).toBe(expected);
    expect(withoutIds(await ask(hook, authorized(hook, null), fetching))).toBe(expected);
  });

  it('gets the same answer where all references are absolute', async () => {
    const absolute = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replaceAll(/"reference":"([A-Z])/g, `"reference":"${ehr.base}/$1`));
    for (const hook of hookNames) {
      const expected = withoutIds(await ask(hook, callOf(hook, whole)));
      const body = authorized(hook, absolute(whole), { context: absolute(contexts[hook]) });
      expect(withoutIds(await ask(hook, body, appUnderTest(clientOn(ehr.base)).app))).toBe(expected);
    }
  });
});
