// The rim of the server: environment, clock, process. Does it start for production, or as the demo because nothing is configured?

import cluster from 'node:cluster';
import { createServer, type Server } from 'node:http';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './access/clock.ts';
import { guardedAgent } from './access/guarded-agent.ts';
import type { Connect } from './access/open-access.ts';
import { createApp } from './app.ts';
import { issuersOf } from './service/client-keys.ts';
import { closed } from './service/closing-door.ts';
import { configurationFile, mailServerOf, pseudonymKeyOf } from './config/files.ts';
import { summaryOf } from './service/configuration-summary.ts';
import { demoPort, isConfigured, readConfig, type Config } from './config/config.ts';
import { listening } from './service/listening.ts';
import { lead, processNumber } from './service/processes.ts';
import { faultOf, jsonLog, type Log } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import { publishedKeys } from './service/published-keys.ts';
import { observing } from './screening/events/observing.ts';
import { openLive } from './screening/live.ts';
import { workshopOf } from './screening/run/workshop.ts';
import { noSite, readSite } from './config/site.ts';
import { openJournal } from './store/journal.ts';
import { forgetExpired } from './store/replay.ts';
import { kindOf, openStore, StoreError, type Store } from './store/store.ts';
import { readableSecrets } from './service/readable-secrets.ts';
import { startFailure } from './service/start-failure.ts';
import { recogniserOf } from './service/worklist.ts';
import { written } from './service/written.ts';

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
      return 0;
    }
    return await serveBySeveral(config);
  } catch (error) {
    const failure = startFailure(error);
    if (failure === undefined) throw error;
    console.error(failure.said);
    // One of several has nothing to wait for: the one that leads hears of its end.
    cluster.worker?.disconnect();
    return failure.code;
  }
}

/** The application with everything that is read from files. @throws ConfigError or SiteError naming what is wrong. */
async function appOn(config: Config, store: Store, log: Log, stopping: AbortSignal) {
  const fault = (error: unknown): void => log(faultOf(error));
  const journal = openJournal(store, fault);
  const secret = await pseudonymKeyOf(config);
  const metrics = createMetrics(processNumber(process.env));
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

/** Serves in this process, or leads those that do. */
async function serveBySeveral(config: Config): Promise<number> {
  const log = jsonLog(config.logLevel);
  const number = processNumber(process.env);
  const count = config.processes === 'auto' ? availableParallelism() : config.processes;
  if (number === undefined && count > 1) return await lead({ count, log, onStop: onSignal });
  await serve(config, log, number);
  return 0;
}

function onSignal(stop: () => void): void {
  for (const signal of stopSignals) process.once(signal, stop);
}

async function serve(config: Config, log: Log, number: number | undefined): Promise<void> {
  // The first process of a container hears no signal that it does not listen for. Until the port is open nothing is underway.
  let stopWith = (code: number): void => process.exit(code);
  onSignal(() => stopWith(0));
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
  // What concerns the whole is said, and looked after, by one of several.
  const isFirst = number === undefined || number === 1;
  if (isFirst) {
    for (const problem of keys.problems) log({ event: 'key-problem', problem });
    if (config.clients['*'] !== undefined) log({ event: 'unauthenticated-callers' });
  }
  log({ event: 'started', mode: config.mode, port: portOf(server), ...(number !== undefined && { process: number }) });
  const clear = (): void => {
    forgetExpired(store, new Date().toISOString()).catch((error: unknown) => log(faultOf(error)));
  };
  setInterval(clear, clearingPause).unref();
  if (isFirst) live.keepUp();
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
  onSignal(() => void close().then(() => process.exit(0)));
  return 0;
}
