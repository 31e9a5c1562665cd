// The rim of the server: environment, clock, process. Does it start for production, or as the demo because nothing is configured?

import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { KeyError } from './access/client-key.ts';
import type { Clock } from './access/clock.ts';
import { guardedAgent } from './access/guarded-agent.ts';
import type { Connect } from './access/open-access.ts';
import { createApp } from './app.ts';
import { issuersOf } from './service/client-keys.ts';
import { closed, longestStop } from './service/closing-door.ts';
import { configurationFile, mailServerOf, pseudonymKeyOf } from './config/files.ts';
import { summaryOf } from './service/configuration-summary.ts';
import { ConfigError, demoPort, isConfigured, readConfig, type Config } from './config/config.ts';
import { ListenError, listening } from './service/listening.ts';
import { faultOf, jsonLog, type Log } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import { publishedKeys } from './service/published-keys.ts';
import { observing } from './screening/events/observing.ts';
import { openLive } from './screening/live.ts';
import { workshopOf } from './screening/run/workshop.ts';
import { noSite, readSite, SiteError } from './config/site.ts';
import { openJournal, type Journal } from './store/journal.ts';
import { forgetExpired } from './store/replay.ts';
import { kindOf, openStore, StoreError, type Store } from './store/store.ts';
import { readableSecrets } from './service/readable-secrets.ts';
import { recogniserOf } from './service/worklist.ts';

/** SIGHUP, too: what is configured is read at the start, and whoever asks that it be read again gets a new start. */
const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

const connectTimeout = 1_000;

/** Connections kept to one FHIR server, for all requests together. */
const sharedConnections = 32;

/** Milliseconds between two looks at who is late: Node's own are thirty seconds apart, and a caller had up to forty for its headers. */
const checked = { connectionsCheckingInterval: 5_000 } as const;

/**
 * Milliseconds in which a caller must have sent its headers and its whole request; and for which an idle connection is
 * kept: longer than the usual 60 seconds of proxies, or they would now and then send a call into a closing door.
 */
const times = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 75_000, ...checked } as const;

/** Milliseconds between two clearings of tokens that have expired. */
const clearingPause = 600_000;

/** Waiting alone keeps no process alive. */
const clock: Clock = {
  now: Date.now,
  sleep: async (milliseconds, signal) => await sleep(milliseconds, undefined, { signal, ref: false }),
};

const connect: Connect = (rule) => guardedAgent(rule, sharedConnections, connectTimeout);

/**
 * Starts the service.
 * @param args `--check-config` only checks the configuration and says what is on and off.
 * @returns the exit code; 0 while the server goes on running, 1 if the store cannot be opened or the port cannot be had,
 * 2 for an argument that does not exist and a configuration that cannot be used.
 */
export async function main(args: readonly string[]): Promise<number> {
  const checkOnly = args.includes('--check-config');
  const unknown = args.find((each) => each !== '--check-config');
  if (unknown !== undefined) {
    console.error(`There is no argument ${unknown}; the only one is --check-config. The rest is configuration.`);
    return 2;
  }
  try {
    if (!isConfigured(process.env) && !checkOnly) return await demo();
    const config = readConfig(process.env, await configurationFile(process.env));
    if (checkOnly) {
      const { keys } = await appOn(config, await openStore(':memory:'), () => {}, new AbortController().signal);
      // Another process sends the digest; what it needs is named here all the same.
      if (config.digest !== undefined) await mailServerOf(config.digest);
      console.log(summaryOf(config, keys).join('\n'));
    } else await serve(config);
    return 0;
  } catch (error) {
    if (error instanceof StoreError) {
      const code = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : '';
      console.error(`The store cannot be opened: ${error.message}${code}`);
      return 1;
    }
    if (error instanceof ListenError) {
      console.error(`The service cannot start: ${error.message}.`);
      return 1;
    }
    if (!(error instanceof ConfigError) && !(error instanceof SiteError) && !(error instanceof KeyError)) throw error;
    console.error(`The configuration cannot be used.\n${error.message}\ndocs/configuration.md lists every key.`);
    return 2;
  }
}

/** The application with everything that is read from files. @throws ConfigError or SiteError naming what is wrong. */
async function appOn(config: Config, store: Store, log: Log, stopping: AbortSignal) {
  const fault = (error: unknown): void => log(faultOf(error));
  const journal = openJournal(store, fault);
  const secret = await pseudonymKeyOf(config);
  const metrics = createMetrics();
  const workshop = workshopOf({ config, store, clock, secret, connect });
  const live = await openLive({ workshop, fault, observe: observing(metrics, log) });
  const published = await publishedKeys(config.screening);
  const keys = { ...published, problems: [...published.problems, ...(await readableSecrets(config))] };
  const app = createApp({
    config,
    publishedKeys: keys,
    site: config.site === undefined ? noSite : await readSite(config.site),
    issuers: await issuersOf(config, connect),
    pseudonymKey: secret,
    live,
    recognise: await recogniserOf(config, { connect, now: Date.now, log }),
    store,
    journal,
    now: Date.now,
    connect,
    log,
    metrics,
    stopping: () => stopping.aborted,
  });
  return { app, journal, live, keys };
}

async function serve(config: Config): Promise<void> {
  const log = jsonLog(config.logLevel);
  // The first process of a container hears no signal that it does not listen for. Until the port is open nothing is underway.
  let stopWith = (code: number): void => process.exit(code);
  for (const signal of stopSignals) process.once(signal, () => stopWith(0));
  const store = await openStore(config.store).catch((cause: unknown) => {
    if (cause instanceof StoreError) throw cause;
    const which = kindOf(config.store) === 'sqlite' ? `the file ${config.store}` : 'the data base';
    throw new StoreError(`${which} cannot be used`, { cause });
  });
  const stopping = new AbortController();
  const { app, journal, live, keys } = await appOn(config, store, log, stopping.signal);
  const server = createServer(times, app);
  await listening(server, config.port, config.host).catch(async (error: unknown) => {
    await live.close();
    await store.close();
    throw error;
  });
  for (const problem of keys.problems) log({ event: 'key-problem', problem });
  if (config.clients['*'] !== undefined) log({ event: 'unauthenticated-callers' });
  log({ event: 'started', mode: config.mode, port: portOf(server) });
  const clear = (): void => {
    forgetExpired(store, new Date().toISOString()).catch((error: unknown) => log(faultOf(error)));
  };
  setInterval(clear, clearingPause).unref();
  live.keepUp();
  const stop = async (code: number): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    log({ event: 'stopping' });
    await closed(server, config.deadlines.lameDuck);
    await live.close();
    const kept = await written(journal, store, log);
    process.exit(kept === 0 ? code : kept);
  };
  stopWith = (code) => void stop(code);
  // Nothing is known to lead here. If something does: say where, finish what is underway, and be started anew.
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      log(faultOf(error));
      void stop(1);
    });
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

/** Everything that answers have left behind is on the disk; 1 if that could not be done. */
async function written(journal: Journal, store: Store, log: Log): Promise<number> {
  const end = AbortSignal.timeout(longestStop);
  for (let failed = false; !end.aborted; failed = true) {
    try {
      await journal.drain();
      await store.close();
      log({ event: 'stopped' });
      return 0;
    } catch (error) {
      if (!failed) log(faultOf(error));
      await sleep(500);
    }
  }
  return 1;
}
