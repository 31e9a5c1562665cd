// How is the record of one patient of a run read from a FHIR server?

import { openSession, type SearchEvent, type SessionOptions } from '../../access/fhir-session.ts';
import { gather } from '../../cds-hooks/gather.ts';
import { ServiceError } from '../../errors.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Gathered, ScreeningItem } from './source.ts';

/** How sessions are opened; each patient has one of her own. */
export type Sessions = Omit<SessionOptions, 'signal' | 'observe'> & {
  readonly observe?: (event: SearchEvent) => void;
};

const form = /^Patient\/([A-Za-z0-9\-.]{1,64})$/;

/** The id in "Patient/123"; undefined for anything else. */
export const idIn = (reference: string): string | undefined => {
  const id = form.exec(reference)?.[1];
  return id === '.' || id === '..' ? undefined : id;
};

/** Reads one record exactly as a hook call without prefetch does. */
export async function gatherBySearch(sessions: Sessions, item: ScreeningItem, signal: AbortSignal): Promise<Gathered> {
  const patientId = idIn(item.patient);
  if (patientId === undefined) return { problem: 'not-a-patient', retryable: false };
  const events: SearchEvent[] = [];
  const session = openSession({
    ...sessions,
    signal: AbortSignal.any([signal, AbortSignal.timeout(sessions.totalTime)]),
    observe: (event) => {
      events.push(event);
      sessions.observe?.(event);
    },
  });
  try {
    const gathered = await gather({ patientId, prefetch: {}, base: session.base, session: () => session });
    signal.throwIfAborted();
    if ('foreignPatient' in gathered) return { problem: 'another-patient', retryable: false };
    const passing = events.map(({ reason }) => reason).find((reason) => reason !== undefined && mayPass(reason));
    return { record: gathered.record, fingerprint: fingerprintOf(gathered.record), passing };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    signal.throwIfAborted();
    const reason = events.find(({ search }) => search === 'patient')?.reason ?? error.code;
    return { problem: reason, retryable: mayPass(reason) };
  }
}

const passingReasons = new Set(['circuit-open', 'throttled', 'transient', 'lock-error']);

/** True for a failure that another try may not meet. */
export const mayPass = (reason: string): boolean =>
  passingReasons.has(reason) ||
  /^(token-)?(status-(408|425|429|500|502|503|504)|timeout|unreachable|unknown-host)$/.test(reason);
