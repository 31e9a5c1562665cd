// What could not be seen when the chart was read?

import type { Language } from '../logic/language.ts';
import type { Retrieved } from '../fhir/retrieved.ts';
import { searches, type SearchName } from '../fhir/searches.ts';
import { isoDay } from '../logic/calendar.ts';
import type { CardContext } from './card-context.ts';
import { bullets, type Markdown } from './markdown.ts';
import { phrase, plain, type PhraseId } from './phrases.ts';

const words: ReadonlyMap<string, PhraseId> = new Map<string, PhraseId>([
  ['not-sent', 'reason.not-sent'],
  ['timeout', 'reason.timeout'],
  ['unreachable', 'reason.unreachable'],
  ['unknown-host', 'reason.unreachable'],
  ['certificate', 'reason.unreachable'],
  ['status-401', 'reason.refused'],
  ['status-403', 'reason.refused'],
  ['forbidden', 'reason.refused'],
  ['security', 'reason.refused'],
  ['suppressed', 'reason.refused'],
  ['status-404', 'reason.not-supported'],
  ['status-501', 'reason.not-supported'],
  ['not-supported', 'reason.not-supported'],
  ['further-pages', 'reason.further-pages'],
  ['fewer-than-total', 'reason.further-pages'],
  ['full-page', 'reason.further-pages'],
  ['too-many-pages', 'reason.further-pages'],
  ['other-patient', 'reason.other-patient'],
  ['modifier-extension', 'reason.modifier-extension'],
]);

const reasonWords = (code: string, language: Language): string =>
  plain(language, words.get(code) ?? 'reason.other', { code });

/** A search that was not answered in full, and the sentence about it. */
export type Unseen = {
  readonly search: SearchName;
  readonly state: 'partial' | 'unavailable';
  readonly name: string;
  readonly reason: string;
  readonly completeSince?: string;
  readonly words: Markdown;
};

/** Every search that was not answered in full, in the order of the table. */
export const unseenSearches = (retrieved: CardContext['retrieved'], language: Language): readonly Unseen[] =>
  searches.flatMap(({ name }) => unseenSearch(name, retrieved[name], language) ?? []);

/** One line for each of them. */
export function unseen({ retrieved, dropped, language }: CardContext): Markdown {
  const lines = unseenSearches(retrieved, language).map(({ words }) => words);
  return bullets([
    ...(lines.length === 0 ? [phrase(language, 'unseen.none')] : lines),
    ...(dropped > 0 ? [phrase(language, 'unseen.dropped', { count: dropped })] : []),
    phrase(language, 'unseen.elsewhere'),
  ]);
}

function unseenSearch(search: SearchName, retrieved: Retrieved, language: Language): Unseen | undefined {
  if (retrieved.state === 'complete') return undefined;
  const { state } = retrieved;
  const values = { search: plain(language, `search.${search}`), reason: reasonWords(retrieved.reason, language) };
  const known = { search, state, name: values.search, reason: values.reason };
  if (state === 'unavailable') return { ...known, words: phrase(language, 'unseen.unavailable', values) };
  if (retrieved.completeSince === undefined) return { ...known, words: phrase(language, 'unseen.partial', values) };
  const date = isoDay(retrieved.completeSince);
  return { ...known, completeSince: date, words: phrase(language, 'unseen.partial-since', { ...values, date }) };
}
