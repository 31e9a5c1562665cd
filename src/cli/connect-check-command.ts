// `connect-check`: is a hospital's FHIR server ready for this service?

import { setTimeout } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { isLoopbackHost } from '../access/address-guard.ts';
import { backendServices, type BackendServices } from '../access/backend-services.ts';
import { openConnection, type Connection } from '../access/connection.ts';
import { openSession, type SearchEvent } from '../access/fhir-session.ts';
import { guardedAgent } from '../access/guarded-agent.ts';
import { fhirReader } from '../access/reader.ts';
import { neededScopes } from '../access/scopes.ts';
import { givenToken } from '../access/token-source.ts';
import { connectCheck } from './connect-check.ts';
import { readConnectCheckOptions, type ConnectCheckOptions } from './connect-check-options.ts';
import { exitCodeOf, printed, shown } from './connect-check-print.ts';
import { warningsOn, type Warning } from './connect-check-warnings.ts';

/** More patient than the service itself, so that slow searches are seen and not only cut off. */
const [callTimeout, totalTime] = [20_000, 300_000];

const limits = { responseBytes: 20_000_000, pages: 100, connections: 6 } as const;

/** Checks one server and prints the report. Exit codes: see the usage text. */
export async function runConnectCheck(
  args: readonly string[],
  now: () => Date,
  write: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<number> {
  return await check(await readConnectCheckOptions(args, now), write);
}

async function check(options: ConnectCheckOptions, write: (text: string) => void): Promise<number> {
  const { base, networks, patientId, everyObservationHasCategory, harmlessWarnings, assessing } = options;
  const rule = { reach: isLoopbackHost(base.hostname) ? 'loopback' : 'public', networks } as const;
  const agent = guardedAgent(rule, limits.connections, callTimeout);
  const connection = openConnection({
    dispatcher: agent,
    clock: { now: () => performance.timeOrigin + performance.now(), sleep: pause },
    calls: limits.connections,
    everyObservationHasCategory,
    harmlessWarnings,
  });
  const events: SearchEvent[] = [];
  const pages: (readonly Warning[])[] = [];
  const reading = { base, connection, callTimeout, totalTime, signal: AbortSignal.timeout(totalTime) };
  const token = tokenOf(options, connection);
  const tokens = typeof token === 'object' ? token : givenToken(token);
  try {
    const statement = await fhirReader({ ...reading, ...limits, tokens })('metadata');
    const report = await connectCheck({
      patientId,
      statement,
      session: openSession({
        ...reading,
        token: tokens,
        limits,
        observe: (event) => note(events, event),
        observeAnswer: (answer) => notePage(pages, answer),
      }),
      events: () => events,
      pages: () => pages,
      grantedScope: typeof token === 'object' ? token.grantedScope() : scopeIn(token),
      assessing,
    });
    const clean = shown(report, options.verbose);
    write(`${options.json ? JSON.stringify(clean, null, 2) : printed(clean).join('\n')}\n`);
    return exitCodeOf(report);
  } finally {
    await agent.destroy();
  }
}

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await setTimeout(milliseconds, undefined, { signal });
};

/** Keeps what happened, and shows it at once to somebody who watches. */
function note(events: SearchEvent[], event: SearchEvent): void {
  events.push(event);
  if (process.stderr.isTTY)
    process.stderr.write(`${String(events.length).padStart(3)}  ${event.search}: ${event.state}\n`);
}

function notePage(pages: (readonly Warning[])[], answer: unknown): void {
  const warnings = warningsOn(answer);
  if (warnings !== undefined) pages.push(warnings);
}

function tokenOf(
  { credentials, base }: ConnectCheckOptions,
  connection: Connection,
): string | BackendServices | undefined {
  if (credentials.kind === 'none') return undefined;
  if (credentials.kind === 'token') return credentials.token;
  const { clientId, key, tokenEndpoint, scope = neededScopes('system').join(' ') } = credentials;
  return backendServices({
    base,
    clientId,
    key,
    scope,
    connection,
    timeout: callTimeout,
    ...(tokenEndpoint !== undefined && { tokenEndpoint }),
  });
}

/** The scopes inside a token that is a JWT; nothing else of it is read, and it is not verified. */
function scopeIn(token: string | undefined): string | undefined {
  try {
    const { scope } = decodeJwt(token ?? '');
    return typeof scope === 'string' ? scope : undefined;
  } catch {
    return undefined;
  }
}
