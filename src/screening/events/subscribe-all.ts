// How does the service ask every configured server to be told of changes?

import { ConfigError } from '../../config/config.ts';
import { keyIn } from '../../config/files.ts';
import type { ScreeningServer } from '../../config/screening.ts';
import { callTimeout } from '../run/ehr-connection.ts';
import type { Workshop } from '../run/workshop.ts';
import { subscribe, type Subscribed } from './subscribe.ts';
import { msPerDay } from '../../logic/gregorian.ts';

export type AskedEvents = NonNullable<ScreeningServer['events']>;

/** Where the secret comes from that a server sends with its notifications. @throws ConfigError */
export type SecretOf = (events: AskedEvents) => Promise<string>;

/** The secret of a server's notifications, from the file that the configuration names. @throws ConfigError */
export const secretInFile: SecretOf = async ({ name, secretFile }) =>
  await keyIn(`screening.servers: secretFile of the events ${name}`, secretFile);

/** Milliseconds after which a Subscription ends that is not renewed. */
const lifetime = 7 * msPerDay;

/** Address below which notifications of a server are received. */
export const eventsPath = '/events';

/**
 * Creates the Subscriptions of every server, or renews them, and says what became of each.
 * @throws ConfigError where the service's own address or a secret is not configured.
 */
export async function subscribeAll(
  { config, clock, serverNamed }: Workshop,
  signal: AbortSignal,
  secretOf: SecretOf = secretInFile,
): Promise<readonly ({ readonly name: string } & Subscribed)[]> {
  const outcomes: ({ readonly name: string } & Subscribed)[] = [];
  for (const { base, events } of config.screening.servers) {
    const reached = events === undefined ? undefined : await serverNamed(base);
    if (events === undefined || reached === undefined) continue;
    const { publicUrl } = config;
    if (publicUrl === undefined) throw new ConfigError('publicUrl is needed: servers send their notifications there');
    const { connection, tokens } = reached;
    const { dispatcher, bulkhead } = connection;
    const { name, types, content } = events;
    const asked = await subscribe({
      server: { base: reached.base, dispatcher, bulkhead, tokens, outputs: [], callTimeout },
      endpoint: `${publicUrl}${eventsPath}/${name}`,
      secret: await secretOf(events),
      types,
      content,
      end: new Date(clock.now() + lifetime),
      signal,
    });
    outcomes.push(...asked.map((each) => ({ name, ...each })));
  }
  return outcomes;
}
