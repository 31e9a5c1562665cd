// What does the service answer when a clinician opens a chart?

import { anyone, type OpenAccess } from '../access/open-access.ts';
import { parseBase, withoutSlash } from '../access/base-url.ts';
import type { CardContext } from '../cards/card-context.ts';
import type { CdsResponse } from '../cards/card.ts';
import { cardsFor } from '../cards/cards-for.ts';
import type { Assessment } from '../eligibility/assessment.ts';
import type { PatientRecord } from '../fhir/record.ts';
import type { Log } from '../log.ts';
import { lazy } from '../logic/lazy.ts';
import { isPatientUser, readPatientViewContext, type CdsRequest } from './cds-request.ts';
import { gather } from './gather.ts';

/** What every service needs from the rim. */
export type ServiceContext = {
  /** Assesses a record on the day of the request. */
  readonly assessToday: (record: PatientRecord) => Assessment;
  readonly openAccess: OpenAccess;
  /** Milliseconds for everything that is fetched for one request. */
  readonly totalDeadline: number;
  readonly cards: Omit<CardContext, 'retrieved' | 'dropped'>;
  readonly log: Log;
};

const noCards: CdsResponse = { cards: [] };

/**
 * Answers patient-view. No card for a patient or relative as reader, for a token or a Patient that belongs to somebody
 * else, and where the assessment gives none.
 * @throws ServiceError for a request that cannot be answered.
 */
export async function answerPatientView(
  service: string,
  request: CdsRequest,
  context: ServiceContext,
): Promise<CdsResponse> {
  const { patientId, userId } = readPatientViewContext(request);
  if (isPatientUser(userId)) return noCards;
  const bound = request.fhirAuthorization?.patient ?? patientId;
  if (bound !== patientId) {
    context.log({ event: 'patient-mismatch', service, between: 'context-and-token' });
    return noCards;
  }
  const base = parseBase(request.fhirServer ?? '');
  const gathered = await gather({
    patientId,
    prefetch: request.prefetch ?? {},
    base: base === undefined ? undefined : withoutSlash(base),
    session: lazy(() =>
      context.openAccess({
        issuer: anyone,
        fhirServer: request.fhirServer ?? undefined,
        token: request.fhirAuthorization?.access_token,
        signal: AbortSignal.timeout(context.totalDeadline),
      }),
    ),
  });
  if ('foreignPatient' in gathered) {
    context.log({ event: 'patient-mismatch', service, between: 'context-and-prefetch' });
    return noCards;
  }
  const { record, dropped } = gathered;
  const assessment = context.assessToday(record);
  const cards = cardsFor(assessment, { ...context.cards, retrieved: record.retrieved, dropped });
  context.log({ event: 'hook', service, cards: cards.length, dropped });
  return { cards };
}
