// What could not be seen when the chart was read?

import type { Language } from '../eligibility/print.ts';
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
]);

const reasonWords = (code: string, language: Language): string =>
  plain(language, words.get(code) ?? 'reason.other', { code });

/** One line for each search that was not answered in full. */
export function unseen({ retrieved, dropped, language }: CardContext): Markdown {
  const lines = searches.flatMap(({ name }) => line(name, retrieved[name], language) ?? []);
  return bullets([
    ...(lines.length === 0 ? [phrase(language, 'unseen.none')] : lines),
    ...(dropped > 0 ? [phrase(language, 'unseen.dropped', { count: dropped })] : []),
    phrase(language, 'unseen.elsewhere'),
  ]);
}

function line(name: SearchName, retrieved: Retrieved, language: Language): Markdown | undefined {
  if (retrieved.state === 'complete') return undefined;
  const values = { search: plain(language, `search.${name}`), reason: reasonWords(retrieved.reason, language) };
  if (retrieved.state === 'unavailable') return phrase(language, 'unseen.unavailable', values);
  const since = retrieved.completeSince;
  return since === undefined
    ? phrase(language, 'unseen.partial', values)
    : phrase(language, 'unseen.partial-since', { ...values, date: isoDay(since) });
}
