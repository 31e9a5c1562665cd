// Is a response what CDS Hooks allows a service to send, to the letter?

import { z } from 'zod';
import { cdsResponseSchema, type Card } from '../../src/cards/card.ts';

/** Paths of everything that is null, an empty text, an empty object or an empty list; `cards` itself may be empty. */
export function emptyPlaces(value: unknown, path = 'response'): readonly string[] {
  if (value === null || value === '') return [path];
  if (typeof value !== 'object') return [];
  const entries = Object.entries(value);
  const own = entries.length === 0 && path !== 'response.cards' ? [path] : [];
  return [...own, ...entries.flatMap(([key, each]) => emptyPlaces(each, `${path}.${key}`))];
}

/** The cards of a response body that passes the strict schema and holds nothing empty. @throws Error naming what is wrong. */
export function strictCards(body: unknown): readonly Card[] {
  const empty = emptyPlaces(body);
  if (empty.length > 0) throw new Error(`empty: ${empty.join(', ')}`);
  return cdsResponseSchema.parse(body).cards;
}

/** The one form in which every refusal is told. */
export const outcomeSchema = z.strictObject({
  resourceType: z.literal('OperationOutcome'),
  issue: z
    .array(
      z.strictObject({
        severity: z.literal('error'),
        code: z.string().min(1),
        details: z.strictObject({ text: z.string().min(1) }),
        diagnostics: z.string().min(1),
        expression: z
          .array(z.string().regex(/^request(?:\.[\w-]+)*$/))
          .min(1)
          .exactOptional(),
      }),
    )
    .length(1),
});
