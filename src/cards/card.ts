// What is a CDS Hooks card? The strict schema of everything this service sends; the types come from it.

import { z } from 'zod';

const text = z.string().min(1);

const coding = z.strictObject({ system: z.url(), code: text, display: text });

/** `icon` is left out on purpose: we have none. */
const source = z.strictObject({
  label: text,
  url: z.url().exactOptional(),
  topic: coding.extend({ code: z.string().regex(/^[A-Za-z0-9]{1,100}$/) }),
});

const link = z.discriminatedUnion('type', [
  z.strictObject({ label: text, url: z.url({ protocol: /^https?$/ }), type: z.literal('absolute') }),
  z.strictObject({ label: text, url: z.url(), type: z.literal('smart'), appContext: text.exactOptional() }),
]);

/** A proposal that any FHIR server accepts: a person has to sign it. */
const serviceRequest = z.strictObject({
  resourceType: z.literal('ServiceRequest'),
  status: z.literal('draft'),
  intent: z.literal('proposal'),
  code: z.strictObject({
    coding: z
      .array(z.strictObject({ system: z.url().exactOptional(), code: text, display: text }))
      .min(1)
      .exactOptional(),
    text,
  }),
  subject: z.strictObject({ reference: z.string().regex(/^Patient\/[A-Za-z0-9\-.]{1,64}$/) }),
  reasonCode: z.array(z.strictObject({ text })).min(1),
});

const action = z.strictObject({ type: z.literal('create'), description: text, resource: serviceRequest });

const suggestion = z.strictObject({
  label: text,
  uuid: z.uuid(),
  isRecommended: z.boolean().exactOptional(),
  actions: z.array(action).min(1),
});

/** The one thing that an EHR is ever asked to do by itself: a request for a person to look, never an order. */
const task = z.strictObject({
  resourceType: z.literal('Task'),
  status: z.literal('requested'),
  intent: z.literal('proposal'),
  description: text,
  for: serviceRequest.shape.subject,
  reasonCode: z.strictObject({ text }),
});

const systemAction = z.strictObject({ type: z.literal('create'), description: text, resource: task });

const cardFields = z.strictObject({
  uuid: z.uuid(),
  summary: text.max(139),
  detail: text,
  indicator: z.enum(['info', 'warning', 'critical']),
  source,
  suggestions: z.array(suggestion).min(1).exactOptional(),
  selectionBehavior: z.enum(['at-most-one', 'any']).exactOptional(),
  overrideReasons: z.array(coding).min(1).exactOptional(),
  links: z.array(link).min(1).exactOptional(),
});

/** What a card must be before it leaves: the fields and values of CDS Hooks, and no others. */
export const cardSchema = cardFields
  .refine(
    ({ suggestions, selectionBehavior }) => (suggestions === undefined) === (selectionBehavior === undefined),
    'suggestions and selectionBehavior come together',
  )
  .refine(
    ({ suggestions = [], selectionBehavior }) =>
      selectionBehavior === 'any' || suggestions.filter(({ isRecommended }) => isRecommended === true).length <= 1,
    'of alternatives at most one is recommended',
  );

export const cdsResponseSchema = z.strictObject({
  cards: z.array(cardSchema),
  systemActions: z.array(systemAction).min(1).exactOptional(),
});

export type Card = Readonly<z.infer<typeof cardFields>>;
export type Suggestion = z.infer<typeof suggestion>;
export type SystemAction = z.infer<typeof systemAction>;
export type CdsResponse = { readonly cards: readonly Card[]; readonly systemActions?: readonly SystemAction[] };
