// Of which results does the code alone tell that nothing of them is read?

import type { Lexicon } from '../terminology/lexicon.ts';
import { readTerm, type Translate } from './concept-reader.ts';

/**
 * The elements of an Observation that holds at most a figure: no answer in words (`writtenFinding`), no components, nothing
 * contained, nobody else it may be about. Whether anything of such a result is read depends on its code.
 */
export const bareElements: readonly string[] = [
  'resourceType',
  'id',
  'meta',
  'language',
  'text',
  'extension',
  'identifier',
  'basedOn',
  'partOf',
  'status',
  'category',
  'code',
  'subject',
  'encounter',
  'effectiveDateTime',
  'effectivePeriod',
  'effectiveInstant',
  'issued',
  'performer',
  'valueQuantity',
  'valueInteger',
  'interpretation',
  'note',
  'bodySite',
  'method',
  'specimen',
  'device',
  'referenceRange',
];

/** The codes of which no result is read. */
export type UnreadCodes = {
  /** Whether this is one, in JSON as it was sent: a bare result with it changes no answer. */
  readonly has: (code: string) => boolean;
  /** Changes whenever an answer may. */
  readonly digest: string;
};

/** The digest of the codes of which no result is read; empty where every result is. */
export const digestOf = (unread: UnreadCodes | undefined): string => unread?.digest ?? '';

/** Codes remembered; when there are more, all are forgotten. */
const most = 20_000;

/**
 * The codes that name no measurement of ours. Hospitals send few codes many times: each is looked up once.
 * @param translate adds the standard codes that the site mapped its own codes to.
 * @param digest of what the answers rest on: our tables and the site's mapping.
 */
export function unreadCodes(lexicon: Lexicon, translate: Translate, digest: string): UnreadCodes {
  const known = new Map<string, boolean>();
  const namesNothing = (code: unknown): boolean => {
    const term = readTerm(code, lexicon);
    return term === undefined || lexicon.measurementsOf(translate(term.concept)).names.length === 0;
  };
  return {
    digest,
    has: (code) => {
      const found = known.get(code);
      if (found !== undefined) return found;
      if (known.size >= most) known.clear();
      const unread = namesNothing(JSON.parse(code));
      known.set(code, unread);
      return unread;
    },
  };
}
