// What was asked on the command line?

import { parseArgs } from 'node:util';
import type { Screening } from '../facts/screening.ts';
import type { Translate } from '../fhir/concept-reader.ts';
import { isTimeZone, timeZone } from '../logic/calendar.ts';
import { allCriteria } from '../eligibility/digest.ts';
import type { Protocol } from '../eligibility/protocol.ts';
import { languages, type Language } from '../logic/language.ts';
import {
  AnswersError,
  nothingStated,
  readAnswers,
  type InvestigatorAnswers,
} from '../screening/investigator-answers.ts';
import { protocolNamed, protocols } from '../protocols/index.ts';
import { dayGiven, languageGiven, text } from './option-values.ts';
import { UsageError } from './usage-error.ts';
import { noSite, readSite, SiteError } from '../config/site.ts';
import type { Settings } from '../protocols/nct06222853-5to18/settings.ts';

export type Options = {
  readonly screening: Screening;
  /** The same with what an investigator stated about one patient ("Patient/123"). */
  readonly screeningOf: (patient: string) => Screening;
  /** With the site's settings in force. */
  readonly protocol: Protocol<Settings>;
  readonly translate: Translate;
  readonly language: Language;
  /** Files, `-` for standard input, and for explain the id of one criterion. */
  readonly operands: readonly string[];
};

export const usage = `usage: assess   [options] FILE...        one EligibilityAssessment per patient, one per line
       explain  [options] FILE [CRITERION]   the rule tree with verdicts, evidence and what is missing
       protocol [options]                the printed protocol
       coverage [options] FILE...        codes, units, drugs and sigs that could not be read, by count
       store backup FILE | restore FILE [--force] | verify-audit [--head ROW:HASH] | export-audit
             purge --before YYYY-MM-DD | purge --older-than DAYS
             erase --client ISSUER --patient PSEUDONYM|ID|- [--server URL]... [--key-file FILE]
       feedback-report [--json]          what became of the cards, in counts
       screen --bulk DIR | --server URL --group ID | --server URL --patients FILE | --resume RUN | --status
             [--worker] [--write-back] [--json]   population screening; more: docs/screening.md
       connect-check --server URL --patient ID [--token-file FILE | --client-id ID --key-file FILE] [--network CIDR]
             [--json] [--verbose]     what works on a FHIR server, and what would stay unknown; more: docs/connect-check.md
       worklist [--protocol ID] [--all] [--csv] [--lang LANG]
       worklist --digest [--html | --send] [--since TIME]     the list of candidates, the digest of the last day; docs/worklist.md
       funnel [--protocol ID] [--run RUN] [--json | --csv | --log]
       funnel --compare RUN RUN [--json]     counts per criterion of a run, its screening log, what another version would change
       group DIR [--base URL] [--work DIR] [--shard I/N]
             NDJSON files by resource type to one Bundle per patient and line; more: docs/screening-sources.md
FILE: a FHIR Bundle with one patient's record (.json), a Bundle per line (.ndjson), or - for standard input
options: --as-of YYYY-MM-DD (default: today)  --protocol ID@VERSION  --site DIR  --time-zone NAME (default: Asia/Shanghai)  --lang ${languages.join('|')}
         --answers FILE (assess, explain)   what an investigator has stated, per patient (JSON)
protocols: ${protocols.map(({ id, version }) => `${id}@${version}`).join(', ')}`;

/**
 * Reads the options that every command takes.
 * @param now the clock, asked only when --as-of is not given.
 * @throws UsageError if a value is not what it should be.
 */
export async function readOptions(args: readonly string[], now: () => Date): Promise<Options> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'as-of': text,
      protocol: text,
      site: text,
      answers: text,
      'time-zone': { type: 'string', default: 'Asia/Shanghai' },
      lang: { type: 'string', default: 'en' },
    },
  });
  const zoneName = values['time-zone'];
  if (!isTimeZone(zoneName)) throw new UsageError(`--time-zone ${zoneName} is not a known time zone`);
  const zone = timeZone(zoneName);
  const asOf = values['as-of'];
  const date = asOf === undefined ? zone.dayAt(now().getTime()) : dayGiven('--as-of', asOf);
  const protocol = protocolNamed(values.protocol);
  if (protocol === undefined) throw new UsageError(`no protocol ${values.protocol ?? ''}`);
  const language = languageGiven(values.lang);
  const { folder, adapted } = await siteOf(values.site, protocol);
  const screening: Screening = { date, timeZone: zone, site: folder.site, ...nothingStated };
  const stated = await answersOf(values.answers, adapted);
  return {
    screening,
    screeningOf: (patient) => ({ ...screening, ...stated.get(patient) }),
    protocol: adapted,
    translate: folder.translate,
    language,
    operands: positionals,
  };
}

/** The site's folder and the protocol with its settings in force. */
async function siteOf(directory: string | undefined, protocol: Protocol<Settings>) {
  try {
    const folder = directory === undefined ? noSite : await readSite(directory);
    return { folder, adapted: folder.adapt(protocol) };
  } catch (error) {
    if (error instanceof SiteError) throw new UsageError(`--site: ${error.message}`);
    throw error;
  }
}

/** What an investigator stated, by patient. */
async function answersOf(file: string | undefined, protocol: Protocol<Settings>): Promise<InvestigatorAnswers> {
  if (file === undefined) return new Map();
  const questions = allCriteria(protocol).map(({ id }) => id);
  try {
    return await readAnswers(file, questions);
  } catch (error) {
    if (error instanceof AnswersError) throw new UsageError(`--answers: ${error.message}`);
    throw error;
  }
}
