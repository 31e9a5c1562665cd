// Was an antinuclear antibody of 1:80 or more, or an equivalent positive test, ever found?

import { isoRange } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import { isAtLeast } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { Reading } from '../../fhir/reading.ts';
import { evidenceOf } from '../latest.ts';
import { hasHappened, type Context } from './proof.ts';

export type AntinuclearAntibody = {
  /** `negative`: every result on file is. `open`: results that do not decide. */
  readonly state: 'positive' | 'negative' | 'open' | 'none';
  readonly evidence: readonly Evidence[];
};

/** The entry criterion. @source clinical specification, section 2 */
const entryTitre = 80;

const dilution = /(<|≤|小于|低于)?\s*1\s*[:：∶]\s*(\d{2,})/g;

/**
 * The titre decides over the word: "1:40 (+)" is negative, and several titres do only if they agree. "Negative (<1:100)" names the
 * dilution at which nothing was found. Weak or borderline does not decide.
 */
function verdictOf({ amount, presence, asWritten, unreadable }: Reading): Verdict {
  if (amount !== undefined && unreadable === undefined) {
    const verdict = isAtLeast(amount, entryTitre);
    return verdict === 'unknown' && presence === 'negative' ? 'not-met' : verdict;
  }
  const titres = [...asWritten.matchAll(dilution)].map(([, below, titre]): Verdict =>
    Number(titre) < entryTitre
      ? 'not-met'
      : below === undefined
        ? 'met'
        : presence === 'negative'
          ? 'not-met'
          : 'unknown',
  );
  const [verdict, ...others] = titres;
  if (verdict !== undefined) return others.every((other) => other === verdict) ? verdict : 'unknown';
  if (unreadable !== undefined) return 'unknown';
  if (presence === 'positive') return 'met';
  return presence === 'negative' ? 'not-met' : 'unknown';
}

const inText = /(?:\bANA\b|antinuclear antibod(?:y|ies)|抗核抗体)[^.;。；\n\d]{0,20}1\s*[:：∶]\s*(\d{2,})/i;

/** Titres that a report's conclusion states. */
function inReports({
  known,
  screening,
}: Context): readonly { readonly verdict: Verdict; readonly evidence: Evidence }[] {
  return known.record.reports.flatMap(({ status, when, conclusion, reference }) => {
    if (status !== 'valid' || conclusion === undefined || (when !== undefined && when.to > screening.date)) return [];
    const match = inText.exec(conclusion);
    if (match === null) return [];
    const evidence = {
      reference,
      label: say('measurement.ANA'),
      value: match[0],
      ...(when !== undefined && { date: isoRange(when) }),
    };
    return [{ verdict: Number(match[1]) >= entryTitre ? ('met' as const) : ('not-met' as const), evidence }];
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
