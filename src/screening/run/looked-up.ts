// What do course and scores of one patient show now, for whoever works on the list? Read when asked, and not kept.

import { ServiceError } from '../../errors.ts';
import { indexRecord } from '../../fhir/index-record.ts';
import type { Language } from '../../logic/language.ts';
import { evidenceReportOf } from '../../report/evidence-report-of.ts';
import type { EvidenceReport } from '../../report/evidence-report.ts';
import { statedAbout } from '../worklist/stated.ts';
import { idIn, mayPass } from '../sources/search-gather.ts';
import type { ScreeningItem } from '../sources/source.ts';
import { openSource } from './open-source.ts';
import { versionFor } from './rescreen.ts';
import { rulesOf, today, type Workshop } from './workshop.ts';

/** The parts of the evidence report that the list does not keep; nothing in them says who the patient is. */
export type LookedUp = Pick<EvidenceReport, 'asOf' | 'chart' | 'sledai' | 'eularAcr'> & {
  /** What could not be read, as sentences. */
  readonly unseen: readonly string[];
};

export type LookingReader = {
  readonly language: Language;
  /** False for a reader who may know a patient by her number only: ids of resources on the EHR would tell more. */
  readonly mayIdentify: boolean;
};

/** Milliseconds for reading: somebody is waiting. */
const longest = 45_000;

/**
 * Reads a record from its server by searches, and fills in the drawing and the score sheets with the statements that stand.
 * @param patient pseudonym.
 * @throws ServiceError `busy` where another try may succeed, `not-possible` where none will.
 */
export async function lookedUp(
  workshop: Workshop,
  patient: string,
  item: ScreeningItem,
  { language, mayIdentify }: LookingReader,
  stopped: AbortSignal,
): Promise<LookedUp> {
  const { store, config, clock, serverNamed } = workshop;
  const { protocol, site, timeZone, date, lexicon, ...rest } = await rulesOf(
    workshop,
    await versionFor(store, patient),
    undefined,
    today(workshop),
  );
  const stated = await statedAbout(store.database, patient, protocol.id);
  if (stated === undefined || idIn(item.patient) === undefined) throw new ServiceError('not-possible');
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(longest)]);
  const source = await openSource(
    { kind: 'one', server: item.server },
    {
      run: 'look',
      workFolder: config.screening.workFolder,
      progress: noProgress,
      serverNamed,
      clock,
      signal,
      assessing: { protocol, date, site, lexicon, ...rest },
    },
  );
  const gathered = await source.gather(item, signal).catch((error: unknown) => {
    if (signal.aborted) throw new ServiceError('busy');
    throw error;
  });
  if ('problem' in gathered)
    throw new ServiceError(gathered.retryable || mayPass(gathered.problem) ? 'busy' : 'not-possible');
  const record = indexRecord(gathered.record, timeZone, site.translate, lexicon);
  const screening = { date, timeZone, site: site.site, ...stated };
  const report = evidenceReportOf(record, screening, { protocol, language, recruiting: true, dropped: 0 });
  const { asOf, chart, sledai, eularAcr, unseen } = report;
  const looked = { asOf, chart, sledai, eularAcr, unseen: unseen.map(({ words }) => words) };
  return withSources(looked, record.reference, mayIdentify);
}

/** One patient has no list to come back to. */
const noProgress = {
  get: async () => await Promise.resolve(undefined),
  set: async () => await Promise.resolve(),
  delete: async () => await Promise.resolve(),
};

/** "Observation/7" -> "Observation". */
const typeOf = (reference: string): string => reference.split('/', 1)[0] ?? '';

/** The same without the patient as a source, and for a reader who may not know her with types in place of references. */
export function withSources(looked: LookedUp, patient: string, mayIdentify: boolean): LookedUp {
  const shown = (source: string): string | undefined =>
    source === patient ? undefined : mayIdentify ? source : typeOf(source);
  const text = JSON.stringify(looked, (key, value: unknown) => {
    if (key === 'reference' && typeof value === 'string') return shown(value);
    if (key !== 'sources' || !Array.isArray(value)) return value;
    return [...new Set(value.flatMap((each) => (typeof each === 'string' ? (shown(each) ?? []) : [])))];
  });
  const read: LookedUp = JSON.parse(text);
  return read;
}
