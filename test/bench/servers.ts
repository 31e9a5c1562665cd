// One server of the benchmark, in a process of its own: `bare` or `service`. Prints its port and waits.

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { noSite } from '../../src/site.ts';

/** The floor: reads the body, parses it, answers a constant. */
const bare: RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString('utf8'));
    response.setHeader('content-type', 'application/json');
    response.end('{"cards":[]}');
  });
};

function service(): RequestListener {
  const config = readConfig({ CDS_PUBLIC_URL: 'http://127.0.0.1', CDS_LOG_LEVEL: 'silent' });
  return createApp({
    config,
    site: noSite,
    now: () => Date.UTC(2026, 5, 1, 4),
    connect: () => {
      throw new Error('everything is prefetched in this measurement');
    },
    log: () => {},
  });
}

const server = createServer(process.argv[2] === 'bare' ? bare : service());
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
