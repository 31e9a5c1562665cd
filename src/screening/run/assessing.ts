// With what is every patient of a run assessed, and how does one see that it has changed?

import { assess } from '../../eligibility/assess.ts';
import { sha256 } from '../../eligibility/digest.ts';
import { engine } from '../../eligibility/engine.ts';
import { toJson } from '../../eligibility/json.ts';
import type { Protocol } from '../../eligibility/protocol.ts';
import { unreadCodes, type UnreadCodes } from '../../fhir/bare-result.ts';
import type { PatientRecord } from '../../fhir/record.ts';
import type { Stated } from '../investigator-answers.ts';
import { isoDay, type Day, type TimeZone } from '../../logic/calendar.ts';
import type { Settings } from '../../protocols/nct06222853-5to18/settings.ts';
import type { SiteFolder } from '../../config/site.ts';
import type { Lexicon } from '../../terminology/lexicon.ts';

export type Assessing = {
  /** With the site's settings in force. */
  readonly protocol: Protocol<Settings>;
  readonly site: SiteFolder;
  readonly timeZone: TimeZone;
  readonly timeZoneName: string;
  readonly date: Day;
  /** Remembers from patient to patient what terms mean; it changes no answer. */
  readonly lexicon: Lexicon;
  /** Digest of what is written back, so that every patient is looked at again when that is switched on. */
  readonly writeBack: string;
};

/** "ID@VERSION". */
export const protocolName = ({ id, version }: { readonly id: string; readonly version: string }): string =>
  `${id}@${version}`;

/** The assessment in JSON, as the hook and the command line give it, with the one thing that its JSON leaves out. */
export type Assessed = { readonly json: ReturnType<typeof toJson>; readonly signOfLupus: boolean };

/** Assesses one record as the hook and the command line do. */
export function assessmentOf(
  { protocol, site, timeZone, date, lexicon }: Assessing,
  record: PatientRecord,
  { answers, attributions }: Stated,
): Assessed {
  const screening = { date, timeZone, site: site.site, answers, attributions };
  const assessment = assess(protocol, record, screening, site.translate, lexicon);
  return { json: toJson(assessment), signOfLupus: assessment.signOfLupus };
}

/** Digest of everything a result rests on besides the record and the day. */
export const basisOf = ({ protocol, site, timeZoneName, writeBack }: Assessing, stated: Stated): string =>
  sha256(JSON.stringify([protocol.digest, engine.digest, site.digest, timeZoneName, writeBack, stated]));

/** The codes of results of which nothing is read. */
export const unreadBy = ({ site, lexicon }: Pick<Assessing, 'site' | 'lexicon'>): UnreadCodes =>
  unreadCodes(lexicon, site.translate, sha256(JSON.stringify([engine.digest, site.digest])));

/** The day of the screening, "2026-06-01". */
export const asOfText = ({ date }: Assessing): string => isoDay(date);
