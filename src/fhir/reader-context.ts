// What does every reader of a resource need besides the resource?

import type { DayRange, Moment, TimeZone } from '../logic/calendar.ts';
import { say, type Message } from '../logic/message.ts';
import type { Lexicon, Term } from '../terminology/lexicon.ts';
import type { Translate } from './concept-reader.ts';
import type { IgnoredEntry } from './entries.ts';
import { textAt } from './json.ts';
import type { Resource } from './record.ts';

export type ReaderContext = {
  readonly zone: TimeZone;
  /** Days the patient's birth date can mean. */
  readonly birth: DayRange | undefined;
  /** `parseMoment` in that zone; the results of one sample share a few times, each of which is read once. */
  readonly momentOf: (text: unknown) => Moment | undefined;
  /** A CodeableConcept with the measurements it names, `translate` applied. */
  readonly termOf: (value: unknown) => Term | undefined;
  /** Adds the standard codes that the site mapped its own codes to. */
  readonly translate: Translate;
  /** The resource a Reference names (contained, relative, absolute or urn), if it is in the record. */
  readonly resolve: (reference: unknown, owner: Resource) => Resource | undefined;
  /** Relative reference of a resource, "Observation/7". */
  readonly referenceOf: (resource: Resource) => string;
  /** What terms mean. */
  readonly lexicon: Lexicon;
};

/** What a reader answers: something that may count, something that does not and why, or nothing of that kind. */
export type Read<Entry> = { readonly entry: Entry } | { readonly ignored: IgnoredEntry } | undefined;

/** Why a resource does not count: its status is not one of evidence. */
export const statusDoesNotCount = (resource: Resource): Message =>
  say('record.status-does-not-count', { status: textAt(resource, 'status') ?? '-' });
