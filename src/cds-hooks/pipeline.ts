// What happens with every hook call, whichever hook it is, from its binding to the cards and the bookkeeping?
//
// Who may read, whose token it is, fetching, foreign patients, silent mode, snoozes, audit: done here, once, for all hooks.

import type { OpenAccess } from '../access/open-access.ts';
import { parseBase, withoutSlash } from '../access/base-url.ts';
import type { CardContext } from '../cards/card-context.ts';
import type { CdsResponse } from '../cards/card.ts';
import type { Log } from '../telemetry/log.ts';
import type { Language } from '../logic/language.ts';
import { lazy } from '../logic/lazy.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import type { Client } from './client.ts';
import { isPatientUser, type CdsRequest } from './cds-request.ts';
import type { EvidenceLink } from './evidence-link.ts';
import type { Trace } from '../telemetry/trace.ts';
import { gather } from './gather.ts';
import type { Tools, Hook } from './hook.ts';

/** One call of one service, and the language of whoever reads the answer. */
export type Call = {
  readonly service: string;
  readonly client: Client;
  readonly request: CdsRequest;
  readonly language: Language;
  /** Of the caller, where it sent one. */
  readonly trace?: Trace | undefined;
};

/** What every service needs from the rim. */
export type ServiceContext = {
  readonly assessToday: Tools['assessToday'];
  readonly openAccess: OpenAccess;
  /** Milliseconds for everything that is fetched for one request. */
  readonly totalDeadline: number;
  /** What every card of a language has in common. */
  readonly cardsIn: (language: Language) => Omit<CardContext, 'retrieved' | 'dropped' | keyof Client['cards']>;
  readonly evidenceLink: EvidenceLink;
  readonly bookkeeping: Bookkeeping;
  readonly log: Log;
};

const noCards: CdsResponse = { cards: [] };

/**
 * Answers a call. No card for a patient or relative as reader, for a token or a Patient that belongs to somebody else,
 * in silent mode, after an override, and where the hook gives none.
 * @throws ServiceError for a request that cannot be answered.
 */
export async function answerHook(hook: Hook, call: Call, context: ServiceContext): Promise<CdsResponse> {
  const { service, client, request, language, trace } = call;
  const { bookkeeping, log } = context;
  const subject = hook.subject(request);
  if (subject === undefined || isPatientUser(subject.userId ?? '')) return noCards;
  const { patientId } = subject;
  const about = { service, client, patient: bookkeeping.pseudonymOf(client, request.fhirServer, patientId) };

  const mismatch = (between: 'context-and-token' | 'context-and-prefetch'): CdsResponse => {
    log({ event: 'patient-mismatch', service, between });
    bookkeeping.mismatch(about, between);
    return noCards;
  };
  if ((request.fhirAuthorization?.patient ?? patientId) !== patientId) return mismatch('context-and-token');
  const base = parseBase(request.fhirServer ?? '');
  const gathered = await gather({
    patientId,
    prefetch: request.prefetch ?? {},
    harmlessWarnings: client.harmlessWarnings,
    base: base === undefined ? undefined : withoutSlash(base),
    ...(subject.reads !== undefined && { reads: subject.reads }),
    session: lazy(() =>
      context.openAccess({
        issuer: client.issuer,
        fhirServer: request.fhirServer ?? undefined,
        token: request.fhirAuthorization?.access_token ?? undefined,
        signal: AbortSignal.timeout(context.totalDeadline),
        trace,
      }),
    ),
  });
  if ('foreignPatient' in gathered) return mismatch('context-and-prefetch');

  const { record, dropped } = gathered;
  const decision = hook.decide(record, request, {
    assessToday: context.assessToday,
    cards: {
      ...context.cardsIn(language),
      ...client.cards,
      evidence: context.evidenceLink(client, request.fhirServer ?? undefined, patientId, language),
      retrieved: record.retrieved,
      dropped,
    },
  });
  const issued = await bookkeeping.issue(about, decision, dropped);
  const incomplete = Object.values(record.retrieved).filter(({ state }) => state !== 'complete').length;
  log({
    event: 'hook',
    service,
    cards: issued.cards.length,
    dropped,
    ...(incomplete > 0 && { incomplete }),
    ...(trace !== undefined && { trace: trace.id }),
  });
  return issued;
}
