// A change on the FHIR server leads to one screening of the right patient, and only if the server proves who it is.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConnection } from '../../../src/access/connection.ts';
import { guardedAgent } from '../../../src/access/guarded-agent.ts';
import { fhirReader } from '../../../src/access/reader.ts';
import { givenToken } from '../../../src/access/token-source.ts';
import { startDemo, type Demo } from '../../../src/demo/start.ts';
import { eventsRouter, type EventServer, type Events } from '../../../src/screening/events/events-router.ts';
import { serverReads } from '../../../src/screening/events/server-reads.ts';
import { subscribe, type Subscribing } from '../../../src/screening/events/subscribe.ts';
import { handClock, realClock, type HandClock } from '../../access/clock.ts';

const agent = guardedAgent({ reach: 'loopback', networks: [] }, 8, 1_000);
const secret = 'a secret that is long enough to be one';
const base = 'http://127.0.0.1:9/fhir';
const never = new AbortController().signal;

let clock: HandClock;
let screened: string[];
let events: Events;
let asked: string[];
let kept: string[];
let observed: string[];
let unkept: boolean;
let endpoint: string;
const open: { readonly close: () => Promise<unknown> }[] = [];

async function receiver(server: Partial<EventServer> = {}, own: 'hand' | 'real' = 'hand'): Promise<void> {
  events = eventsRouter({
    server: {
      base: new URL(base),
      secret,
      read: async (type, id) => {
        asked.push(`${type}/${id}`);
        return await Promise.resolve(id === 'down' ? 'failed' : id === 'gone' ? undefined : about(`read-${id}`));
      },
      changedSince: async (type) => {
        asked.push(type);
        return await Promise.resolve(['late']);
      },
      ...server,
    },
    rescreen: async ({ server: name, patient }) => {
      screened.push(`${name} ${patient}`);
      await Promise.resolve();
    },
    keep: async ({ patient }) => {
      if (unkept) throw new Error('the store is gone');
      kept.push(patient);
      await Promise.resolve();
    },
    observe: (outcome, patients) => observed.push(`${outcome} ${String(patients)}`),
    fault: () => {},
    clock: own === 'hand' ? clock : realClock,
    ...(own === 'real' && { quiet: 300 }),
  });
  const listening = createServer(express().use('/events/ehr', events.router)).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  endpoint = `http://127.0.0.1:${String((listening.address() as AddressInfo).port)}/events/ehr`;
  open.push({
    close: async () => {
      listening.closeAllConnections();
      listening.close();
      await once(listening, 'close');
    },
  });
}

beforeEach(() => {
  [clock, screened, asked, kept, observed, unkept] = [handClock(), [], [], [], [], false];
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const about = (patient: string) => ({
  resourceType: 'Observation',
  id: 'o',
  subject: { reference: `Patient/${patient}` },
});

async function send(
  body: unknown,
  { path = 'Observation', method = 'POST', authorization = `Bearer ${secret}` } = {},
): Promise<number> {
  const response = await fetch(`${endpoint}/${path}`, {
    method,
    headers: { authorization, ...(body !== undefined && { 'content-type': 'application/fhir+json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.status;
}

async function screenedAfter(body: unknown, options: Parameters<typeof send>[1] = {}): Promise<readonly string[]> {
  await receiver();
  expect(await send(body, options)).toBe(200);
  await events.close();
  return screened;
}

const backport = (type: string, events: readonly object[], entries: readonly object[] = []) => ({
  resourceType: 'Bundle',
  type: 'history',
  entry: [
    {
      resource: {
        resourceType: 'Parameters',
        parameter: [
          { name: 'subscription', valueReference: { reference: 'Subscription/1' } },
          { name: 'type', valueCode: type },
          ...events.map((focus) => ({
            name: 'notification-event',
            part: [
              { name: 'event-number', valueString: '2' },
              { name: 'focus', valueReference: focus },
            ],
          })),
        ],
      },
    },
    ...entries,
  ],
});

const status = (bundleType: string, type: string, events: readonly string[], entries: readonly object[] = []) => ({
  resourceType: 'Bundle',
  type: bundleType,
  entry: [
    {
      resource: {
        resourceType: 'SubscriptionStatus',
        status: 'active',
        type,
        notificationEvent: events.map((reference) => ({ eventNumber: '2', focus: { reference } })),
      },
    },
    ...entries,
  ],
});

const of = (patient: string) => [`${base} Patient/${patient}`];

test.each([
  [
    'a resource sent by PUT below the endpoint',
    about('1'),
    { method: 'PUT', path: 'Observation/Observation/o' },
    of('1'),
  ],
  ['a resource sent by POST', about('1'), {}, of('1')],
  ['a patient', { resourceType: 'Patient', id: '7' }, { path: 'Patient' }, of('7')],
  [
    'a resource about a patient by full address',
    { ...about('1'), subject: { reference: `${base}/Patient/8` } },
    {},
    of('8'),
  ],
  [
    'a resource about somebody on another server',
    { ...about('1'), subject: { reference: 'https://x.example.org/Patient/8' } },
    {},
    [],
  ],
  ['an empty notification', undefined, {}, of('late')],
  [
    'a backport Bundle with the resource',
    backport(
      'event-notification',
      [{ reference: `${base}/Observation/o` }],
      [{ fullUrl: `${base}/Observation/o`, resource: about('3') }],
    ),
    {},
    of('3'),
  ],
  [
    'a backport Bundle with the id only',
    backport(
      'event-notification',
      [{ reference: `${base}/Observation/o9` }],
      [{ fullUrl: `${base}/Observation/o9`, request: { method: 'PUT', url: 'Observation/o9' } }],
    ),
    {},
    of('read-o9'),
  ],
  ['a backport Bundle about a patient', backport('event-notification', [{ reference: 'Patient/5' }]), {}, of('5')],
  ['a backport Bundle without content', backport('event-notification', []), {}, of('late')],
  [
    'an R4B Bundle with the resource',
    status('history', 'event-notification', ['Observation/o'], [{ resource: about('4') }]),
    {},
    of('4'),
  ],
  [
    'an R5 Bundle with the id only',
    status('subscription-notification', 'event-notification', [`${base}/Condition/c1`]),
    {},
    of('read-c1'),
  ],
  ['a handshake', backport('handshake', []), {}, []],
  ['a heartbeat', status('subscription-notification', 'heartbeat', []), {}, []],
  ['a resource that is gone', status('history', 'event-notification', ['Observation/gone']), {}, []],
])('%s', async (_, body, options, expected) => {
  expect(await screenedAfter(body, options)).toEqual(expected);
});

test('what is sent along is not read again', async () => {
  await screenedAfter(
    backport(
      'event-notification',
      [{ reference: `${base}/Observation/o` }],
      [{ fullUrl: `${base}/Observation/o`, resource: about('3') }],
    ),
  );
  expect(asked).toEqual([]);
});

test.each([
  ['no secret', ''],
  ['a wrong secret', `Bearer ${secret}!`],
  ['another scheme', `Basic ${secret}`],
])('%s: 401, and nobody is screened', async (_, authorization) => {
  await receiver();
  expect(await send(about('1'), { authorization })).toBe(401);
  await events.close();
  expect(screened).toEqual([]);
});

test('where it cannot be known now whom it concerns, the server is asked to send it again', async () => {
  await receiver({ changedSince: async () => await Promise.resolve(undefined) });
  expect(await send(status('history', 'event-notification', ['Observation/down']))).toBe(503);
  expect(await send(undefined)).toBe(503);
  expect(await send({ resourceType: 'Bundle', type: 'collection' })).toBe(422);
  await events.close();
  expect(screened).toEqual([]);
});

test('an event is kept before the server hears that it was taken, and taken only if it could be kept', async () => {
  await receiver();
  expect(await send(about('anna'))).toBe(200);
  expect(kept).toEqual(['Patient/anna']);
  unkept = true;
  expect(await send(about('bea'))).toBe(500);
  await events.close();
  expect(screened).toEqual([`${base} Patient/anna`]);
});

test('whoever runs the service sees how notifications were taken, and never whom they were about', async () => {
  await receiver();
  await send(about('anna'));
  await send({ resourceType: 'Bundle', type: 'collection' });
  await send(about('bea'), { authorization: 'Bearer another' });
  await send(status('history', 'event-notification', ['Observation/down']));
  expect(observed).toEqual(['changed 1', 'unreadable 0', 'refused 0', 'later 0']);
});

test('after an empty notification that could not be followed up, the next one looks back as far', async () => {
  const since: number[] = [];
  let known = false;
  await receiver({
    changedSince: async (_, from) => {
      since.push(from.getTime());
      return await Promise.resolve(known ? [] : undefined);
    },
  });
  await send(undefined);
  clock.pass(600_000);
  known = true;
  await send(undefined);
  await send(undefined);
  expect(since[1]).toBe(since[0]);
  expect((since[2] ?? 0) - (since[1] ?? 0)).toBe(600_000);
});

test(
  'posting a SLEDAI-2K of 10 to the demo hospital screens that patient once, over HTTP, within two seconds',
  { timeout: 20_000 },
  async () => {
    const demo: Demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
    open.push({ close: demo.close });
    const ehr = new URL(`${demo.url}/fhir`);
    const connection = openConnection({ dispatcher: agent, clock: realClock, calls: 8 });
    const read = fhirReader({
      base: ehr,
      tokens: givenToken(undefined),
      connection,
      responseBytes: 1_000_000,
      connections: 2,
      callTimeout: 1_000,
      totalTime: 5_000,
      signal: never,
    });
    await receiver({ base: ehr, ...serverReads(read, ehr, 10) }, 'real');
    const subscribing: Subscribing = {
      server: { base: ehr, dispatcher: agent, tokens: givenToken(undefined), outputs: [], callTimeout: 2_000 },
      endpoint,
      secret,
      types: ['Observation', 'Condition'],
      content: 'full-resource',
      end: new Date(Date.now() + 3_600_000),
      signal: never,
    };
    const outcomes = async () => (await subscribe(subscribing)).map(({ outcome }) => outcome);
    expect(await outcomes()).toEqual(['created', 'created']);
    expect(await outcomes()).toEqual(['renewed', 'renewed']);

    const score = {
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://example.org/fhir/CodeSystem/lupus', code: 'sledai-2k' }], text: 'SLEDAI-2K' },
      subject: { reference: 'Patient/g14' },
      effectiveDateTime: new Date().toISOString().slice(0, 10),
      valueQuantity: { value: 10, unit: '{score}' },
    };
    for (let copies = 0; copies < 3; copies += 1) {
      const stored = await fetch(`${ehr.href}/Observation`, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json' },
        body: JSON.stringify(score),
      });
      expect(stored.status).toBe(201);
    }
    await expect.poll(() => screened, { timeout: 2_000, interval: 20 }).toEqual([`${ehr.href} Patient/g14`]);
    await events.close();
    expect(screened).toHaveLength(1);
  },
);

test('the demo hospital delivers to this machine only, and says when it delivers no more', async () => {
  const demo = await startDemo({ port: 0, now: Date.now, log: () => {} });
  open.push({ close: demo.close });
  const post = async (more: object) => {
    const channel = { type: 'rest-hook', endpoint: 'http://127.0.0.1:9/x', ...more };
    const body = {
      resourceType: 'Subscription',
      status: 'requested',
      reason: 'test',
      criteria: 'Observation?',
      channel,
    };
    return await fetch(`${demo.url}/fhir/Subscription`, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(body),
    });
  };
  expect((await post({ endpoint: 'http://example.org/x' })).status).toBe(422);
  expect((await post({ type: 'email' })).status).toBe(422);
  expect(await (await post({})).json()).toMatchObject({ status: 'active' });
});
