// How is one patient of a run screened?

import { isoDay } from '../../logic/calendar.ts';
import { objectsAt, textArrayAt, textAt } from '../../fhir/json.ts';
import type { Resource } from '../../fhir/record.ts';
import type { Gathered, ScreeningItem, Source } from '../sources/source.ts';
import { assessmentOf, basisOf, protocolName, type Assessing } from './assessing.ts';
import { lastResult, stillHolds, type LastResult } from './earlier.ts';
import { finishItem, skipItem, type Finished, type Keeping } from './finish.ts';
import type { ConsentState } from './screened.ts';
import { statusFrom } from '../stored-assessment.ts';
import { statedAbout } from '../worklist/stated.ts';
import { identityOf, type Identity } from './vault.ts';

export type Screener = Keeping & {
  readonly run: string;
  readonly source: Source;
  readonly assessing: Assessing;
  /** Reads what is on record about taking part in research; `not-asked` if that cannot be had now. */
  readonly consentOf: (item: ScreeningItem, signal: AbortSignal) => Promise<ConsentState>;
  /** Told of what a source throws, which it should not. */
  readonly fault: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** `ended`: by somebody else meanwhile. `failed` and `retry` with a stable word why. */
export type ItemEnd =
  { readonly end: 'done' | 'skipped' | 'ended' } | { readonly end: 'failed' | 'retry'; readonly reason: string };

/**
 * Screens one patient: gathers, and where anything is new assesses and stores. What goes wrong with this patient is this
 * patient's outcome; only the store's own errors are thrown, and what the signal interrupts.
 * @param isLast there will be no other attempt: what could not be had by now stays unknown.
 */
export async function screenItem(
  screener: Screener,
  patient: string,
  signal: AbortSignal,
  isLast = true,
): Promise<ItemEnd> {
  const identity = await identityOf(screener.store.database, screener.vault, patient);
  if (identity === undefined) return { end: 'failed', reason: 'no-subject' };
  const item: ScreeningItem = { server: identity.server, patient: identity.reference };
  const gathered = await gather(screener, item, signal);
  signal.throwIfAborted();
  if ('problem' in gathered) return { end: gathered.retryable ? 'retry' : 'failed', reason: gathered.problem };
  if (gathered.passing !== undefined && !isLast) return { end: 'retry', reason: gathered.passing };
  const outcome = await judge(screener, patient, item, gathered, signal);
  if (outcome.end === 'done' || outcome.end === 'skipped') await screener.source.done(item);
  return outcome;
}

/** A source that throws has a fault of its own: the patient is tried again, and the run goes on. */
async function gather({ source, fault }: Screener, item: ScreeningItem, signal: AbortSignal): Promise<Gathered> {
  try {
    return await source.gather(item, signal);
  } catch (error) {
    if (!signal.aborted) fault(error);
    return { problem: 'source-fault', retryable: true };
  }
}

type Had = Extract<Gathered, { readonly record: unknown }>;

async function judge(
  screener: Screener,
  patient: string,
  item: ScreeningItem,
  { record, fingerprint }: Had,
  signal: AbortSignal,
): Promise<ItemEnd> {
  const { store, assessing, run, now } = screener;
  const protocol = protocolName(assessing.protocol);
  const stated = await statedAbout(store.database, patient, assessing.protocol.id);
  if (stated === undefined) return { end: 'failed', reason: 'statement-unreadable' };
  const grounds = { fingerprint, basis: basisOf(assessing, stated), asOf: isoDay(assessing.date) };
  const last = await lastResult(store.database, patient, protocol);
  const standing = last !== undefined && stillHolds(last, grounds) ? last : undefined;
  const holding = (await isDue(screener, patient, protocol, standing)) ? undefined : standing;
  const assessed = holding === undefined ? assessmentOf(assessing, record, stated) : undefined;

  const consent = await consentFor(screener, item, assessed?.json.status ?? holding?.status ?? '', signal);
  if (holding !== undefined && (await sameConsent(screener, patient, consent, holding))) {
    return { end: (await skipItem(store, run, patient, holding)) ? 'skipped' : 'ended' };
  }
  const finished: Finished = {
    run,
    patient,
    identity: { reference: item.patient, server: item.server, ...named(record.patient) },
    protocol,
    title: assessing.protocol.title,
    grounds,
    consent,
    assessed: assessed ?? assessmentOf(assessing, record, stated),
    at: new Date(now()).toISOString(),
  };
  return { end: (await finishItem(screener, finished)) ? 'done' : 'ended' };
}

/** A patient whom the list had set aside for a time that has passed. A run that only looks brings nobody back. */
async function isDue(
  { store, isDueBack, acts, now }: Screener,
  patient: string,
  protocol: string,
  standing: LastResult | undefined,
): Promise<boolean> {
  if (!acts || standing === undefined) return false;
  const at = new Date(now()).toISOString();
  return await isDueBack(store.database, { patient, protocol, status: statusFrom(standing.status), at });
}

/** Nobody asks about the consent of a patient who is no candidate: less is read. */
async function consentFor(
  { acts, consentOf }: Screener,
  item: ScreeningItem,
  status: string,
  signal: AbortSignal,
): Promise<ConsentState> {
  return acts && status !== 'ineligible' ? await consentOf(item, signal) : 'not-asked';
}

/** What could not be read, and that of an ineligible patient, which nobody asks for, changes nothing. */
async function sameConsent(
  { store }: Screener,
  patient: string,
  consent: ConsentState,
  { status }: LastResult,
): Promise<boolean> {
  if (status === 'ineligible' || consent === 'not-asked') return true;
  const row = await store.database
    .selectFrom('subjects')
    .select('consent')
    .where('patient', '=', patient)
    .executeTakeFirst();
  return row?.consent === consent;
}

/** The name and birth date that a coordinator needs to find the chart. */
function named(patient: Resource): Pick<Identity, 'name' | 'birthDate'> {
  const birthDate = textAt(patient, 'birthDate');
  const names = objectsAt(patient, 'name');
  const [name] = names.filter((each) => textAt(each, 'use') === 'official').concat(names);
  const text =
    name === undefined
      ? undefined
      : (textAt(name, 'text') ?? [...textArrayAt(name, 'given'), textAt(name, 'family') ?? ''].join(' ').trim());
  return {
    ...(text !== undefined && text !== '' && { name: text }),
    ...(birthDate !== undefined && { birthDate }),
  };
}
