// Can a call be followed from the caller through this service to the FHIR server, and by nothing but the trace itself?

import request from 'supertest';
import { expect, it } from 'vitest';
import { readTrace, traceparentOf } from '../../src/telemetry/trace.ts';
import { startServer } from '../access/answering-server.ts';
import { appUnderTest, clientOn, service } from '../app-under-test.ts';
import { chart, hookRequest, prefetchOf } from '../cds-hooks/ehr.ts';

const id = '4bf92f3577b34da6a3ce929d0e0e4736';
const sent = `00-${id}-00f067aa0ba902b7-01`;

it.each([
  undefined,
  '',
  id,
  `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
  `00-${id}-${'0'.repeat(16)}-01`,
  `01-${id}-00f067aa0ba902b7-01`,
  sent.toUpperCase(),
  `${sent}-more`,
  `${sent}\n`,
])('a header that is not to the letter is no trace: %s', (header) => {
  expect(readTrace(header)).toBeUndefined();
});

it('the same trace goes on with a span of our own', () => {
  const trace = readTrace(sent);
  expect(trace).toEqual({ id, flags: '01' });
  const ours = [1, 2].map(() => traceparentOf({ id, flags: '01' }));
  for (const each of ours) expect(readTrace(each)).toEqual(trace);
  expect(new Set([...ours, sent]).size).toBe(3);
});

it('stands in the log of the call and goes with every call to the FHIR server', async () => {
  const headers: (string | undefined)[] = [];
  const server = await startServer((asked, response) => {
    headers.push(asked.headers['traceparent'] as string | undefined);
    response.writeHead(404).end();
  });
  const { app, events } = appUnderTest(clientOn(`${server.origin}/fhir`, true));
  const body = hookRequest(prefetchOf(chart, ['patient']), { fhirServer: `${server.origin}/fhir` });
  await request(app).post(service).set('traceparent', sent).send(body).expect(200);
  expect(headers.length).toBeGreaterThan(5);
  expect(new Set(headers.map((header) => readTrace(header)?.id))).toEqual(new Set([id]));
  expect(events.filter((event) => 'trace' in event && event.trace === id).map(({ event }) => event)).toEqual([
    'hook',
    'request',
  ]);
  headers.length = 0;
  await request(app).post(service).set('traceparent', 'Nightingale').send(body).expect(200);
  expect(new Set(headers)).toEqual(new Set([undefined]));
  expect(JSON.stringify(events)).not.toContain('Nightingale');
  await server.close();
});
