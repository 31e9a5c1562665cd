// `store erase --client ISSUER --patient PSEUDONYM|ID|-`: deletes everything that is kept about one patient.

import { text as readText } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { issuerIn } from '../../cds-hooks/client.ts';
import { keyIn, pseudonymKeyOf } from '../../config/files.ts';
import { screeningClient } from '../../screening/run/listing.ts';
import { isPseudonym, pseudonymiser } from '../../store/pseudonym.ts';
import { erasePatient, type Deleted } from '../../store/retention.ts';
import { UsageError } from '../usage-error.ts';
import { nameOf, print, recordWork, tell, withStore, type StoreContext } from './context.ts';
import { deletedInWords } from './purge-command.ts';

const options = {
  client: { type: 'string' },
  patient: { type: 'string' },
  server: { type: 'string', multiple: true },
  'key-file': { type: 'string' },
} as const;

/** Deletes and says how much that was, never whom it was about; exit code 1 if there was nothing; the audit trail stays, with a row about the erasure. */
export async function runErase(args: readonly string[], context: StoreContext): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const { client, patient } = values;
  if (client === undefined || patient === undefined) {
    throw new UsageError('store erase needs --client ISSUER and --patient PSEUDONYM, ID or - for standard input');
  }
  const named = patient === '-' ? (await readText(process.stdin)).trim() : patient;
  if (named === '') throw new UsageError('store erase: the patient is empty');
  const pseudonyms = await pseudonymsOf(client, named, values.server ?? [], values['key-file'], context);
  const deleted = await withStore(context, async (store) => {
    const all: Deleted[] = [];
    for (const pseudonym of pseudonyms) {
      const counts = await erasePatient(store, pseudonym);
      await recordWork(store, context, 'store-erase', counts, { client, patient: pseudonym });
      all.push(counts);
    }
    return all.reduce(added);
  });
  const place = nameOf(context.config.store);
  if (Object.values(deleted).every((count) => count === 0)) {
    const isKnown = configuredAs(client, context) !== undefined;
    tell(
      `nothing about this patient was found in ${place} for ${client}${isKnown ? '' : ', which the configuration does not name'}`,
    );
    return 1;
  }
  await print(`erased from ${place}: ${deletedInWords(deleted)}`);
  return 0;
}

/**
 * A patient's id has one pseudonym for each FHIR server of the client, one for requests that named no server, and one for
 * each server from which she was screened.
 */
async function pseudonymsOf(
  client: string,
  patient: string,
  servers: readonly string[],
  keyFile: string | undefined,
  context: StoreContext,
): Promise<readonly string[]> {
  if (isPseudonym(patient)) return [patient];
  const { config } = context;
  const pseudonymise = pseudonymiser(
    keyFile === undefined ? await pseudonymKeyOf(config) : await keyIn('--key-file', keyFile),
  );
  const configured = (configuredAs(client, context)?.fhirServers ?? []).map(({ base }) => base);
  const called = [undefined, ...configured, ...servers].map((server) => pseudonymise({ client, server, patient }));
  const screened = [...config.screening.servers.map(({ base }) => base), ...configured, ...servers].map((server) =>
    pseudonymise({ client: screeningClient, server, patient }),
  );
  return [...new Set([...called, ...screened])];
}

/** How a client is configured, one of a tenant as its issuer is. */
const configuredAs = (client: string, { config: { clients } }: StoreContext) =>
  clients[client] ?? clients[issuerIn(client)];

const added = (a: Deleted, b: Deleted): Deleted => ({
  cards: a.cards + b.cards,
  feedback: a.feedback + b.feedback,
  snoozes: a.snoozes + b.snoozes,
  replay: a.replay + b.replay,
  screening: a.screening + b.screening,
});
