// Which of the cards that a hook gives are shown, and what is kept about the answer?

import type { CdsResponse } from '../cards/card.ts';
import { ServiceError } from '../errors.ts';
import { faultOf, type Log } from '../telemetry/log.ts';
import type { Journal } from '../store/journal.ts';
import type { Pseudonymise } from '../store/pseudonym.ts';
import { isFirstAction } from '../store/system-actions.ts';
import { isSnoozed } from '../store/snoozes.ts';
import type { Store } from '../store/store.ts';
import type { Client } from './client.ts';
import type { Decision } from './hook.ts';

/** One answer: of which service, to whom, about whom (a pseudonym). */
export type About = { readonly service: string; readonly client: Client; readonly patient: string };

export type Bookkeeping = {
  readonly pseudonymOf: (client: Client, server: string | null | undefined, patientId: string) => string;
  /**
   * What is sent: no card in silent mode, none while an override is respected; what the EHR may do by itself only beside
   * a card that is shown, where that was agreed, and once per patient and protocol. What was decided is kept.
   * @throws ServiceError 503 while nothing can be kept.
   */
  readonly issue: (about: About, decision: Decision, dropped: number) => Promise<CdsResponse>;
  /** Keeps that a call brought the Patient or the token of somebody else. */
  readonly mismatch: (about: About, between: string) => void;
};

export type BookkeepingDependencies = {
  readonly store: Store;
  readonly journal: Journal;
  readonly pseudonymise: Pseudonymise;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
};

/** Decides what of an answer is shown, and keeps both in the journal. */
export function bookkeeping({ store, journal, pseudonymise, now, log }: BookkeepingDependencies): Bookkeeping {
  const keep = (
    { service, client, patient }: About,
    kind: string,
    detail: Readonly<Record<string, string | number>>,
    cards: Parameters<Journal['write']>[0]['cards'],
  ): void => {
    if (!journal.isHealthy()) throw new ServiceError('busy');
    const at = new Date(now()).toISOString();
    journal.write({ audit: { at, kind, client: client.name, patient, detail: { service, ...detail } }, cards });
  };

  return {
    pseudonymOf: (client, server, patient) =>
      pseudonymise({ client: client.name, server: server ?? undefined, patient }),
    mismatch: (about, between) => {
      keep(about, 'patient-mismatch', { between }, []);
    },
    issue: async (about, { assessment, cards, systemActions = [] }, dropped) => {
      const { service, client, patient } = about;
      const protocol = `${assessment.protocol.id}@${assessment.protocol.version}`;
      const isQuiet =
        cards.length > 0 &&
        !client.silent &&
        (await orBusy(isSnoozed(store, { client: client.name, patient, protocol }, new Date(now())), log));
      const shown = client.silent || isQuiet ? [] : cards;
      const issued = new Date(now()).toISOString();
      const mayAct = client.systemActions && shown.length > 0 && systemActions.length > 0 && journal.isHealthy();
      const key = { client: client.name, patient, protocol };
      const actions = mayAct && (await orBusy(isFirstAction(store, key, new Date(now())), log)) ? systemActions : [];
      keep(
        about,
        'hook',
        {
          protocol,
          digest: assessment.protocol.digest,
          engine: assessment.engine.digest,
          cards: cards.length,
          shown: shown.length,
          ...(actions.length > 0 && { actions: actions.length }),
          dropped,
        },
        (isQuiet ? [] : cards).map(({ uuid }) => ({
          card: uuid,
          client: client.name,
          service,
          protocol,
          patient,
          status: assessment.status,
          shown: !client.silent,
          issued,
        })),
      );
      return { cards: shown, ...(actions.length > 0 && { systemActions: actions }) };
    },
  };
}

/** What the store answers; if it cannot, the caller hears that the service is busy and the log where it failed. */
export async function orBusy<T>(asked: Promise<T>, log: Log): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    log(faultOf(error));
    throw new ServiceError('busy');
  }
}
