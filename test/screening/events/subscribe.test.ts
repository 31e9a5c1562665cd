// How is a FHIR server asked to be told of changes, where it does not let the service in?

import { afterEach, expect, it } from 'vitest';
import { guardedAgent } from '../../../src/access/guarded-agent.ts';
import type { TokenSource } from '../../../src/access/token-source.ts';
import { subscribe, toldOf } from '../../../src/screening/events/subscribe.ts';
import { sendJson, startServer, type AnsweringServer } from '../../access/answering-server.ts';

const open: AnsweringServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const types = ['Condition', 'Observation', 'Procedure'] as const;

async function asking(server: AnsweringServer, tokens: TokenSource) {
  open.push(server);
  const outcomes = await subscribe({
    server: {
      base: new URL(`${server.origin}/fhir`),
      dispatcher: guardedAgent({ reach: 'loopback', networks: [] }, 2, 500),
      tokens,
      outputs: [],
      callTimeout: 500,
    },
    endpoint: 'https://cds.example.org/events/ehr',
    secret: 's',
    types,
    content: 'empty',
    end: new Date(0),
    signal: AbortSignal.timeout(5_000),
  });
  return outcomes.map(({ outcome }) => outcome);
}

it('a service without a token asked for one again for every type at its start; now it tells each that there is none', async () => {
  let asked = 0;
  const tokens: TokenSource = {
    current: async () => {
      asked += 1;
      return await Promise.resolve({ reason: 'token-status-401' });
    },
    refused: () => {},
    renewable: true,
  };
  const server = await startServer((_request, response) => sendJson(response, {}));
  expect(await asking(server, tokens)).toEqual(types.map(() => 'failed: token-status-401'));
  expect([asked, server.asked.length]).toEqual([1, 0]);
});

it('a refusal of one type says nothing of the next', async () => {
  const server = await startServer((request, response) => {
    if (request.method === 'GET') sendJson(response, { resourceType: 'Bundle', type: 'searchset' });
    else response.writeHead(server.asked.length < 3 ? 422 : 201).end();
  });
  const tokens: TokenSource = {
    current: async () => await Promise.resolve({ token: 't' }),
    refused: () => {},
    renewable: false,
  };
  expect(await asking(server, tokens)).toEqual(['failed: status-422', 'created', 'created']);
});

it('the log said how many Subscriptions failed, and not why', () => {
  const outcomes = ['created', 'failed: status-403', 'failed: status-403', 'failed: timeout'] as const;
  expect(
    toldOf(
      'ehr',
      outcomes.map((outcome) => ({ outcome })),
    ),
  ).toEqual({
    event: 'subscriptions',
    server: 'ehr',
    created: 1,
    renewed: 0,
    failed: 3,
    reasons: ['status-403', 'timeout'],
  });
  expect(toldOf('ehr', [{ outcome: 'renewed' }])).not.toHaveProperty('reasons');
});
