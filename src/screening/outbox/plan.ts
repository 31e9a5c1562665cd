// What is to be written, or taken back, after a patient was screened?

import type { OutboxTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';
import type { ConsentState } from '../run/screened.ts';
import type { Vault } from '../run/vault.ts';
import { draftOf, isTakenBack, withdrawal, type Drafted } from './drafts.ts';
import { bodyOf, outboxKey, wish, type Body } from './row.ts';
import { kinds, type Kind } from '../../config/write-back.ts';
import { wishFor } from './write-back.ts';

export type Subject = Omit<Drafted, 'keyOf'> & {
  readonly pseudonym: string;
  readonly consent: ConsentState;
  /** False for a patient whom the list does not hold as one to be looked at: what was written is taken back. */
  readonly active: boolean;
};

type Row = Pick<OutboxTable, 'key' | 'kind' | 'episode' | 'action' | 'body' | 'revision' | 'state'>;

/**
 * Brings the rows of one patient to what shall be there now. Only rows whose wish changes are touched; they become due at
 * once. Part of the transaction that stores the result.
 */
export async function planWriteBack(transaction: Database, vault: Vault, about: Subject): Promise<void> {
  const { settings, status, consent } = about;
  const wished = about.active ? wishFor(settings, status, consent) : 'take-back';
  if (wished === 'hold') return;
  if (wished === 'take-back') {
    await takeBack(transaction, vault, about);
    return;
  }
  const rows = await rowsOf(transaction, about);
  const standing = standingOf(rows);
  // A re-entry gives every kind a new episode, so that a Provenance speaks of the Task of its own episode.
  const taken = rows.filter(({ kind }) => kinds.some((each) => each === kind && isTakenBack(each)));
  const latest = taken[0]?.episode ?? 1;
  const isOver = taken.some((row) => row.episode === latest && row.action === 'withdraw');
  const episode = latest + (isOver ? 1 : 0);
  const drafted: Drafted = { ...about, keyOf: (kind) => keyFor(about, kind, episode) };
  for (const kind of settings.kinds) await want(transaction, vault, about, drafted, kind, episode, standing.get(kind));
}

type Taken = Pick<Subject, 'settings' | 'pseudonym' | 'status' | 'consent' | 'at'> & {
  readonly protocol: Pick<Subject['protocol'], 'id'>;
};

/** What stands in the EHR about a patient is taken back, or never written. */
export async function takeBack(transaction: Database, vault: Vault, about: Taken): Promise<void> {
  for (const [kind, row] of standingOf(await rowsOf(transaction, about)))
    if (row?.action === 'create') await withdraw(transaction, vault, about, kind, row);
}

const rowsOf = async (
  transaction: Database,
  { settings, pseudonym, protocol }: Pick<Taken, 'settings' | 'pseudonym' | 'protocol'>,
): Promise<readonly Row[]> =>
  await transaction
    .selectFrom('outbox')
    .select(['key', 'kind', 'episode', 'action', 'body', 'revision', 'state'])
    .where('patient', '=', pseudonym)
    .where('protocol', '=', protocol.id)
    .where('server', '=', settings.server)
    .orderBy('episode', 'desc')
    .execute();

/** The row of the last episode of each kind. */
const standingOf = (rows: readonly Row[]): ReadonlyMap<Kind, Row | undefined> =>
  new Map(kinds.map((kind) => [kind, rows.find((row) => row.kind === kind)]));

function keyFor({ settings, patient, protocol }: Subject, kind: Kind, episode: number): string | undefined {
  if (!settings.kinds.includes(kind)) return undefined;
  return kind === 'ResearchStudy'
    ? outboxKey(settings.server, '', protocol.id, kind, 1)
    : outboxKey(settings.server, patient, protocol.id, kind, episode);
}

async function want(
  transaction: Database,
  vault: Vault,
  about: Subject,
  drafted: Drafted,
  kind: Kind,
  episode: number,
  row: Row | undefined,
): Promise<void> {
  const { settings, pseudonym, protocol, status, at } = about;
  if (row?.episode === episode) {
    const body = bodyOf(vault, row);
    const isSame = kind !== 'ResearchSubject' || body.patch['status'] === status;
    if (isSame && row.state !== 'failed') return;
    const { resource } = body;
    const wanted: Body = isSame
      ? body
      : { ...(resource !== undefined && { resource: { ...resource, status } }), patch: { status } };
    await wish(transaction, vault, row, { body: wanted, action: 'create', reason: '', at });
    return;
  }
  const key = keyFor(about, kind, episode);
  if (key === undefined) return;
  const body: Body = {
    resource: draftOf(kind, key, drafted),
    patch: kind === 'ResearchSubject' ? { status } : {},
  };
  await transaction
    .insertInto('outbox')
    .values({
      key,
      server: settings.server,
      patient: kind === 'ResearchStudy' ? '' : pseudonym,
      protocol: protocol.id,
      kind,
      episode: kind === 'ResearchStudy' ? 1 : episode,
      action: 'create',
      revision: 1,
      body: vault.sealBody(key, JSON.stringify(body)),
      state: 'pending',
      attempts: 0,
      due: at,
      location: '',
      reason: '',
      created: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function withdraw(
  transaction: Database,
  vault: Vault,
  { status, consent, at }: Pick<Taken, 'status' | 'consent' | 'at'>,
  kind: Kind,
  row: Row,
): Promise<void> {
  if (!isTakenBack(kind)) return;
  const body = { patch: withdrawal(kind, status, consent, at) };
  await wish(transaction, vault, row, { body, action: 'withdraw', reason: '', at });
}
