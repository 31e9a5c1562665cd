// How do intervals, days and evidence become JSON: no infinity, no day numbers, no messages?

import type { Markdown } from '../cards/markdown.ts';
import type { Language } from '../logic/language.ts';
import { printedEvidence } from '../eligibility/json.ts';
import { isoDay, type DayRange } from '../logic/calendar.ts';
import { eachOnce } from '../logic/each-once.ts';
import type { Evidence } from '../logic/finding.ts';
import type { Interval } from '../logic/interval.ts';
import type { Range, Span } from './chart.ts';
import type { Attribution } from '../facts/screening.ts';
import type { EvidenceJson } from './evidence-json.ts';
import type { AttributionJson } from './score-sheet.ts';

/** An interval without an upper end has no `high`. */
export const rangeOf = ({ low, high }: Interval): Range => (Number.isFinite(high) ? { low, high } : { low });

/** First and last day. */
export const spanOf = ({ from, to }: DayRange): Span => ({ from: isoDay(from), to: isoDay(to) });

/** Pieces of evidence in words, each once: a score sheet and a mark show a thing once however often it was proof. */
export function evidenceIn(evidence: readonly Evidence[], language: Language): readonly EvidenceJson[] {
  return eachOnce(evidence.map((each) => printedEvidence(each, language)));
}

/** What an investigator stated of an item of a score; nothing where nobody has. */
export const attributionIn = (attribution: Attribution | undefined): { readonly attribution?: AttributionJson } =>
  attribution === undefined
    ? {}
    : { attribution: { to: attribution.to, author: attribution.author, date: isoDay(attribution.date) } };

/** A sentence of the cards as plain text. Only for sentences without text from a chart, which Markdown would have escaped. */
export const unmarked = ({ markdown }: Markdown): string => markdown.replaceAll('**', '');
