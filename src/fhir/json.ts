// How is a field of untrusted JSON read without trusting its shape?

import type { Json } from './record.ts';

/** True for a JSON object: no list, no null. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Whoever reads many resources hands over the field itself, `asText(quantity['unit'])`: where the key stands in the source the
// engine knows its place, where a variable carries it (`textAt`) it is looked up each time.

/** An object, or undefined if it is something else. */
export const asJson = (value: unknown): Json | undefined => (isJson(value) ? value : undefined);

/** A character that is surely no blank. */
const isInk = (code: number): boolean => code > 0x20 && code < 0x7f;

/** A non-blank text, trimmed. */
export function asText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // Nearly every text begins and ends with ink, and has nothing to be trimmed.
  if (isInk(value.charCodeAt(0)) && isInk(value.charCodeAt(value.length - 1))) return value;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** The object under a key, or undefined if there is none or it is something else. */
export const objectAt = (parent: Json, key: string): Json | undefined => asJson(parent[key]);

const none: readonly Json[] = [];

/** The objects in an array; one bare object counts as an array of one, anything else is left out. */
export function asObjects(value: unknown): readonly Json[] {
  if (value === undefined) return none;
  if (Array.isArray(value)) return value.every(isJson) ? value : value.filter(isJson);
  return isJson(value) ? [value] : none;
}

/** The objects in the array under a key. */
export const objectsAt = (parent: Json, key: string): readonly Json[] => asObjects(parent[key]);

/** The non-blank text under a key, trimmed. */
export const textAt = (parent: Json, key: string): string | undefined => asText(parent[key]);

/** The texts in the array under a key. */
export function textArrayAt(parent: Json, key: string): readonly string[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** The finite number under a key; a numeral sent as text is not a number. */
export function numberAt(parent: Json, key: string): number | undefined {
  const value = parent[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The boolean under a key; "true" sent as text is none. */
export function booleanAt(parent: Json, key: string): boolean | undefined {
  const value = parent[key];
  return typeof value === 'boolean' ? value : undefined;
}
