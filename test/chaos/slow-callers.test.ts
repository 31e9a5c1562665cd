// Callers that never finish what they send: are the others still answered?

import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { appUnderTest, service } from '../app-under-test.ts';
import { chart, hookRequest, prefetchOf } from '../cds-hooks/ehr.ts';
import { openCaller } from './caller.ts';

it('answers others while hundreds of callers never finish their headers or their body', async () => {
  const { app } = appUnderTest({ limits: { callsAtOnce: 100_000, inFlight: 50 } });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const half = [
    `POST ${service} HTTP/1.1\r\nhost: x\r\ncontent-ty`,
    `POST ${service}/feedback HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n{"feed`,
  ];
  const slow: Socket[] = [];
  for (let index = 0; index < 400; index += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(half[index % half.length] ?? '');
    slow.push(socket);
  }
  const caller = openCaller(4);
  const body = JSON.stringify(hookRequest(prefetchOf(chart.slice(0, 6))));
  for (let call = 0; call < 20; call += 1) expect((await caller.call(port, body)).status).toBe(200);
  for (const socket of slow) socket.destroy();
  caller.close();
  server.closeAllConnections();
  server.close();
});
