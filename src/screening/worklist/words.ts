// In which words does the list speak?

import { print } from '../../eligibility/print.ts';
import type { Language } from '../../logic/language.ts';
import type { Message } from '../../logic/message.ts';
import { wordsFor, type Words } from '../../logic/words.ts';
import { en } from './sentences/en.ts';
import { zhCN } from './sentences/zh-CN.ts';
import type { Marker } from './markers.ts';

export type ListSentence = keyof typeof en;

/** The words of one language. */
export const listWords = wordsFor<ListSentence>({ en, 'zh-CN': zhCN });

const reference = /\b([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}/g;

/**
 * A reason in words, for readers who know a patient by her number only: of a resource it tells the type, not the id, which
 * whoever can read the EHR could look up.
 */
export const printedFor = (message: Message, language: Language): string =>
  print(message, language).replaceAll(reference, '$1');

/** A mark in words; one whose detail is confidential says so. */
export function markerWords(words: Words<ListSentence>, { name, detail }: Marker): string {
  if (name === 'one-missing' && detail === undefined) return words('marker.one-missing.confidential');
  return words(`marker.${name}`, detail === undefined ? {} : { detail });
}
