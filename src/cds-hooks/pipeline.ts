// What happens with every hook call, whichever hook it is, from its binding to the cards and the bookkeeping?
//
// A hook is a value of type `Hook`: of whom the request speaks, and what the record then says. Everything else (who may
// read, whose token it is, fetching, foreign patients, silent mode, snoozes, audit) is done here, once, for all of them.
// To add a hook: `hooks/<service-id>.json`, a file beside this one that exports a `Hook`, one line in `hooks.ts`.

import type { OpenAccess } from '../access/open-access.ts';
import { parseBase, withoutSlash } from '../access/base-url.ts';
import type { CardContext } from '../cards/card-context.ts';
import type { Card, CdsResponse, SystemAction } from '../cards/card.ts';
import type { Assessment } from '../eligibility/assessment.ts';
import type { PatientRecord } from '../fhir/record.ts';
import type { Target } from '../fhir/referenced.ts';
import type { Log } from '../log.ts';
import type { Language } from '../logic/language.ts';
import { lazy } from '../logic/lazy.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import type { Client } from './client.ts';
import { isPatientUser, type CdsRequest } from './cds-request.ts';
import type { EvidenceLink } from './evidence-link.ts';
import type { Trace } from '../trace.ts';
import { gather } from './gather.ts';

/** Of whom a request speaks, and who reads the answer; order-dispatch names no reader. */
export type Subject = {
  readonly patientId: string;
  readonly userId?: string;
  /** What the request refers to and does not hold, on the server with that base URL; read together with the record. */
  readonly reads?: (base: string) => readonly Target[];
};

/** What a hook is given to answer with. All of it is pure: the same record gives the same cards. */
export type Tools = {
  /** Assesses a record, with drafts in it or without, on the day of the request. */
  readonly assessToday: (record: PatientRecord) => Assessment;
  readonly cards: CardContext;
};

/** The cards of an answer, and the assessment of the record as it is on which they rest. */
export type Decision = {
  readonly assessment: Assessment;
  readonly cards: readonly Card[];
  /** What the EHR may do by itself, if that was agreed; only beside a card that says the same. */
  readonly systemActions?: readonly SystemAction[];
};

export type Hook = {
  /**
   * Reads the hook's own context. Undefined where there is nothing to say whatever the record holds: then nothing is read.
   * @throws ServiceError naming the fields that are missing or wrong.
   */
  readonly subject: (request: CdsRequest) => Subject | undefined;
  readonly decide: (record: PatientRecord, request: CdsRequest, tools: Tools) => Decision;
};

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
    base: base === undefined ? undefined : withoutSlash(base),
    ...(subject.reads !== undefined && { reads: subject.reads }),
    session: lazy(() =>
      context.openAccess({
        issuer: client.issuer,
        fhirServer: request.fhirServer ?? undefined,
        token: request.fhirAuthorization?.access_token,
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
  log({ event: 'hook', service, cards: issued.cards.length, dropped, ...(trace !== undefined && { trace: trace.id }) });
  return issued;
}
