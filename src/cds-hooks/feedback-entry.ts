// What does one entry of feedback say, in whatever spelling a vendor sends it?

import { z } from 'zod';
import { meansSilence } from '../cards/override-reasons.ts';
import { noReason, reasonsIn, type Reason } from './feedback-reason.ts';

export type FeedbackEntry = {
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  /** ISO 8601 in UTC; empty if it was not told or cannot be read. */
  readonly at: string;
  /** Ids of the accepted suggestions. */
  readonly suggestions: readonly string[];
  readonly reason: Reason;
  /** What a person typed; empty for nothing. */
  readonly comment: string;
};

const longestComment = 2_048;
const mostSuggestions = 50;

/** "urn:uuid:…", braces and capitals are other spellings of the id that was given out. */
const id = z
  .string()
  .transform((text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^urn:uuid:/, ''),
  )
  .transform((text) => text.replaceAll(/[{}]/g, ''))
  .pipe(z.string().regex(/^[\w-]{1,64}$/));

const outcome = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.enum(['accepted', 'overridden']));

const entry = z.looseObject({ card: id, outcome });

/** Reads an entry; undefined if it names no card or no known outcome. Everything else that is wrong is left out. */
export function readFeedbackEntry(sent: unknown): FeedbackEntry | undefined {
  const read = entry.safeParse(sent);
  if (!read.success) return undefined;
  const { acceptedSuggestions, outcomeTimestamp, overrideReason, overrideReasons, userComment } = read.data;
  const overrides = [...listOf(overrideReason), ...listOf(overrideReasons)];
  const found = overrides.flatMap(reasonsIn);
  const coded = read.data.outcome === 'overridden' ? found.filter(({ code }) => code !== '') : [];
  const typed = [userComment, ...overrides.map(commentOf), ...found.map(({ code, text }) => (code === '' ? text : ''))];
  return {
    card: read.data.card,
    outcome: read.data.outcome,
    at: instant(outcomeTimestamp),
    suggestions: listOf(acceptedSuggestions).flatMap(suggestionId).slice(0, mostSuggestions),
    reason: coded.find(({ system, code }) => meansSilence(system, code)) ?? coded[0] ?? noReason,
    comment: cut(typed.filter((each) => typeof each === 'string' && each !== '').join(' ')),
  };
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const commentOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'userComment' in value ? value.userComment : undefined;

/** "{ id }" as it should be, or only the id. */
function suggestionId(value: unknown): readonly string[] {
  const named = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  const read = id.safeParse(named);
  return read.success ? [read.data] : [];
}

/** Text with an offset or without (read as UTC), or seconds or milliseconds since 1970. */
function instant(value: unknown): string {
  const date = new Date(typeof value === 'string' ? zoned(value.trim().replace(' ', 'T')) : milliseconds(value));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

const zoned = (text: string): string =>
  /T.*\d\d:\d\d[\d:.]*$/.test(text) && !/[+-]\d\d:?\d\d$/.test(text) ? `${text}Z` : text;

/** Before the year 5138 seconds are smaller than this, and after 1973 milliseconds are greater. */
const milliseconds = (value: unknown): number =>
  typeof value === 'number' ? (value < 1e11 ? value * 1000 : value) : NaN;

/** At most 2 kB, no control characters, never half a character. */
function cut(text: string): string {
  const whole = Buffer.from(
    text
      .toWellFormed()
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim(),
  );
  return new TextDecoder().decode(whole.subarray(0, longestComment), { stream: true });
}
