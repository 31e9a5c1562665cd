// Is a response what CDS Hooks allows a service to send, to the letter?

import { expect } from 'vitest';
import { cdsResponseSchema, type Card } from '../../src/cards/card.ts';

/** Paths of everything that is null, an empty text, an empty object or an empty list; `cards` itself may be empty. */
function emptyPlaces(value: unknown, path: string): readonly string[] {
  if (value === null || value === '') return [path];
  if (typeof value !== 'object') return [];
  const entries = Object.entries(value);
  const own = entries.length === 0 && path !== 'response.cards' ? [path] : [];
  return [...own, ...entries.flatMap(([key, each]) => emptyPlaces(each, `${path}.${key}`))];
}

/** The cards of a response body that passes the strict schema and holds nothing empty. */
export function strictCards(body: unknown): readonly Card[] {
  expect(emptyPlaces(body, 'response')).toEqual([]);
  return cdsResponseSchema.parse(body).cards;
}
