// How is a field of untrusted JSON read without trusting its shape?

import type { Json } from './record.ts';

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a key, or undefined if there is none or it is something else. */
export function objectAt(parent: Json, key: string): Json | undefined {
  const value = parent[key];
  return isJson(value) ? value : undefined;
}

const none: readonly Json[] = [];

/** The objects in the array under a key; one bare object counts as an array of one, anything else is left out. */
export function objectsAt(parent: Json, key: string): readonly Json[] {
  const value = parent[key];
  if (value === undefined) return none;
  if (Array.isArray(value)) return value.every(isJson) ? value : value.filter(isJson);
  return isJson(value) ? [value] : none;
}

/** The non-blank text under a key, trimmed. */
export function textAt(parent: Json, key: string): string | undefined {
  const value = parent[key];
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

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

export function booleanAt(parent: Json, key: string): boolean | undefined {
  const value = parent[key];
  return typeof value === 'boolean' ? value : undefined;
}
