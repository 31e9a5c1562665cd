// One server of the benchmark, in a process of its own. Prints its port and waits.
// `plain`: parses and answers a constant. `guarded`: the same behind the service's own input guards.
// `service`: everything, with a store on disk, for callers without a token. `authenticated`: with a token on every call. `processes`: as many of
// `service` as there are processors, on one port and one store.

import cluster from 'node:cluster';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { readBody } from '../../src/cds-hooks/read-body.ts';
import { issuersOf } from '../../src/service/client-keys.ts';
import { readConfig } from '../../src/config/config.ts';
import { noSite } from '../../src/config/site.ts';
import { openJournal } from '../../src/store/journal.ts';
import { lead } from '../../src/service/processes.ts';
import { openStore } from '../../src/store/store.ts';

const plain: RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString('utf8'));
    response.setHeader('content-type', 'application/json');
    response.end('{"cards":[]}');
  });
};

const guarded: RequestListener = (request, response) => {
  const answer = async (): Promise<void> => {
    await readBody(request, 10_000_000);
    response.setHeader('content-type', 'application/json');
    response.end('{"cards":[]}');
  };
  void answer();
};

/** Thrown away when the server is stopped. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lupus-bench-'));
  process.once('SIGTERM', () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
  return folder;
}

async function service(keyFile: string | undefined): Promise<RequestListener> {
  const folder = cluster.isWorker ? (process.env['STORE_FOLDER'] ?? '') : ownFolder();
  const file = {
    publicUrl: 'http://127.0.0.1',
    logLevel: 'silent',
    clients:
      keyFile === undefined
        ? { '*': { unauthenticated: true } }
        : { bench: { keys: { jwks: JSON.parse(readFileSync(keyFile, 'utf8')) } } },
    limits: { callsPerSecond: 1e6, callsAtOnce: 1e6 },
  };
  const config = readConfig({}, file);
  const connect = (): never => {
    throw new Error('everything is prefetched in this measurement');
  };
  const store = await openStore(join(folder, 'store.sqlite'));
  return createApp({
    config,
    site: noSite,
    issuers: await issuersOf(config, connect),
    store,
    journal: openJournal(store, (error) => console.error(error)),
    pseudonymKey: 'k'.repeat(32),
    now: () => Date.UTC(2026, 5, 1, 4),
    connect,
    log: () => {},
  });
}

/** Whoever asks hears how many microseconds of processor time the main thread has used. */
process.on('message', () => process.send?.(process.threadCpuUsage()));

const [, , kind = '', keyFile] = process.argv;
if (kind === 'processes' && cluster.isPrimary) {
  process.env['STORE_FOLDER'] = ownFolder();
  process.exit(await lead({ count: availableParallelism(), log: () => {}, onStop: () => {} }));
}
const server = createServer(kind === 'plain' ? plain : kind === 'guarded' ? guarded : await service(keyFile));
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
