// In which words does the list speak, the service and the page in the browser alike?

import { wordsFor, type Words } from '../../logic/words.ts';
import { en } from './sentences/en.ts';
import { zhCN } from './sentences/zh-CN.ts';
import type { Marker } from './markers.ts';

export type ListSentence = keyof typeof en;

/** The words of one language. */
export const listWords = wordsFor<ListSentence>({ en, 'zh-CN': zhCN });

/** A mark in words; one whose detail is confidential says so. */
export function markerWords(words: Words<ListSentence>, { name, detail }: Marker): string {
  if (name === 'one-missing' && detail === undefined) return words('marker.one-missing.confidential');
  return words(`marker.${name}`, detail === undefined ? {} : { detail });
}
