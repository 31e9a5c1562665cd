// Was an antinuclear antibody of 1:80 or more, or an equivalent positive test, ever found?

import { isoRange } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import { exactly, isAtLeast, type Interval } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { Reading } from '../../fhir/reading.ts';
import { evidenceOf } from '../results/latest.ts';
import { hasHappened, type Context } from './proof.ts';

export type AntinuclearAntibody = {
  /** `negative`: every result on file is. `open`: results that do not decide. */
  readonly state: 'positive' | 'negative' | 'open' | 'none';
  readonly evidence: readonly Evidence[];
};

/** The entry criterion. @source clinical specification, section 2 */
const entryTitre = 80;

const below = /([<＜≤]|小于|低于)\s*$/;
const dilution = /([<＜≤]|小于|低于)?\s*1\s*[:：∶]\s*(\d{2,})/g;

/** What a titre says. Beside the word "negative" it names the dilution at which nothing was found, or else contradicts it. */
function byTitre(titre: Interval, negative: boolean): Verdict {
  const verdict = isAtLeast(titre, entryTitre);
  if (!negative) return verdict;
  return verdict === 'met' ? 'unknown' : 'not-met';
}

/** A titre as written: alone, or after a sign that it was below this dilution. */
function titreOf(written: string | undefined, sign: string | undefined): Interval {
  const titre = Number(written);
  return sign === undefined ? exactly(titre) : { low: 0, high: titre, highOpen: sign !== '≤' };
}

/** Why a result has no amount that may all the same be written in titres: a pattern beside it, or several titres. */
const inTitres: ReadonlySet<string> = new Set(['reading.words-not-known', 'reading.no-own-range']);

/** The titre decides over the word: "1:40 (+)" is negative, and several titres do only if they agree. Weak or borderline does not decide. */
function verdictOf({ amount, presence, asWritten, unreadable }: Reading): Verdict {
  if (unreadable !== undefined && !inTitres.has(unreadable.id)) return 'unknown';
  const negative = presence === 'negative';
  if (amount !== undefined) return byTitre(amount, negative);
  const [verdict, ...others] = [...asWritten().matchAll(dilution)].map(([, sign, titre]) =>
    byTitre(titreOf(titre, sign), negative),
  );
  if (verdict !== undefined) return others.every((other) => other === verdict) ? verdict : 'unknown';
  if (presence === 'positive') return 'met';
  return negative ? 'not-met' : 'unknown';
}

const inText =
  /(?:\bANA\b|antinuclear antibod(?:y|ies)|抗核抗体)([^.;。；\n\d]{0,20})1\s*[:：∶]\s*(\d{2,})(\s*[(（]?\s*(?:阴性|negative|[-－—]\s*[)）]))?/gi;
const saysNegative = /阴性|negative|[(（]\s*[-－—]\s*[)）]/i;

type Stated = { readonly verdict: Verdict; readonly evidence: Evidence };

/** Titres that a report's conclusion states. */
function inReports({ known, screening }: Context): readonly Stated[] {
  return known.record.reports.flatMap(({ status, when, conclusion, reference }) => {
    if (!hasHappened({ status, when }, screening)) return [];
    return [...(conclusion ?? '').matchAll(inText)].map(([value, before = '', titre, after]): Stated => ({
      verdict: byTitre(titreOf(titre, below.exec(before)?.[1]), after !== undefined || saysNegative.test(before)),
      evidence: {
        reference,
        label: say('measurement.ANA'),
        value,
        ...(when !== undefined && { date: isoRange(when) }),
      },
    }));
  });
}

/** Every result of antinuclear antibodies up to the screening date, taken together: one positive ever is enough. */
export function antinuclearAntibody(context: Context): AntinuclearAntibody {
  const positive: Evidence[] = [];
  const negative: Evidence[] = [];
  const open: Evidence[] = [];
  const listOf = (verdict: Verdict): Evidence[] =>
    verdict === 'met' ? positive : verdict === 'not-met' ? negative : open;
  for (const each of context.known.record.readings('ANA'))
    if (hasHappened(each, context.screening)) listOf(verdictOf(each)).push(evidenceOf(each));
  for (const { verdict, evidence } of inReports(context)) listOf(verdict).push(evidence);
  if (positive.length > 0) return { state: 'positive', evidence: positive };
  if (open.length > 0) return { state: 'open', evidence: open };
  return { state: negative.length > 0 ? 'negative' : 'none', evidence: negative };
}
