// The server rim: environment, clock, process. Starts production, or the demo where nothing is configured.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { guardedAgent } from './access/guarded-agent.ts';
import { createApp } from './app.ts';
import { ConfigError, demoPort, fileVariable, isConfigured, readConfig, type Config } from './config.ts';
import { jsonLog } from './log.ts';
import { noSite, readSite, SiteError } from './site.ts';

const stopSignals = ['SIGTERM', 'SIGINT'] as const;

const connectTimeout = 1_000;

/** Connections kept to one FHIR server, for all requests together. */
const sharedConnections = 32;

/**
 * Starts the service.
 * @param args `--check-config` only checks the configuration and says so.
 * @returns the exit code; 0 while the server goes on running, 2 for a configuration that cannot be used.
 */
export async function main(args: readonly string[]): Promise<number> {
  const checkOnly = args.includes('--check-config');
  if (!isConfigured(process.env) && !checkOnly) return demo();
  try {
    const config = await configuration();
    const site = config.site === undefined ? noSite : await readSite(config.site);
    const log = jsonLog(config.logLevel);
    let stopping = false;
    const app = createApp({
      config,
      site,
      now: Date.now,
      connect: (rule) => guardedAgent(rule, sharedConnections, connectTimeout),
      log,
      stopping: () => stopping,
    });
    if (checkOnly) {
      console.log('The configuration is complete.');
      return 0;
    }
    const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, app);
    server.listen(config.port, config.host);
    await once(server, 'listening');
    log({ event: 'started', mode: config.mode, port: portOf(server) });
    stopOnSignal(server, config.deadlines.lameDuck, () => {
      stopping = true;
      log({ event: 'stopping' });
    });
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigError) && !(error instanceof SiteError)) throw error;
    console.error(`The configuration cannot be used.\n${error.message}`);
    return 2;
  }
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts the demo hospital on `PORT`, 8080 otherwise. */
async function demo(): Promise<number> {
  const { startDemo } = await import('./demo/start.ts');
  const { url, close } = await startDemo({ port: demoPort(process.env), now: Date.now, log: jsonLog('warn') });
  console.log(`The demo hospital is open: ${url}`);
  for (const signal of stopSignals) process.once(signal, () => void close().then(() => process.exit(0)));
  return 0;
}

async function configuration(): Promise<Config> {
  const path = process.env[fileVariable];
  return readConfig(process.env, path === undefined ? undefined : await jsonFile(path));
}

async function jsonFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new ConfigError(`${fileVariable}: ${path} cannot be read as JSON`);
  }
}

/**
 * On SIGTERM or SIGINT: readiness goes first and every response closes its connection, so that callers move on; after
 * the lame-duck time no new connection is taken, and what still runs is finished.
 */
function stopOnSignal(server: Server, lameDuck: number, announce: () => void): void {
  const stop = async (): Promise<void> => {
    announce();
    await sleep(lameDuck);
    server.close();
    server.closeIdleConnections();
    await Promise.race([once(server, 'close'), sleep(10_000)]);
    server.closeAllConnections();
    process.exit(0);
  };
  for (const signal of stopSignals) process.once(signal, () => void stop());
}
