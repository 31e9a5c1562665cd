// What does the service answer while orders are chosen, before they are signed, and when a performer is chosen?

import { z } from 'zod';
import { whatIfCards } from '../cards/what-if.ts';
import { whatIf } from '../eligibility/what-if.ts';
import { readBundle, type BundleEntry } from '../fhir/bundle.ts';
import { draftsOf, openOrders, ordersNamed } from '../fhir/drafts.ts';
import type { PatientRecord } from '../fhir/record.ts';
import { missingTargets, targetOf } from '../fhir/referenced.ts';
import { fhirId, patientViewContext, readContext, type CdsRequest } from './cds-request.ts';
import type { Decision, Hook, Tools } from './hook.ts';

const texts = z
  .array(z.unknown())
  .transform((values) => values.filter((each): each is string => typeof each === 'string'));

const signContext = patientViewContext.extend({ draftOrders: z.looseObject({}) });
const selectContext = signContext.extend({ selections: texts });

/** Version 1.0 of the hook names one order, version 1.1 several. Nobody is named as the reader. */
const dispatchContext = z
  .looseObject({
    patientId: fhirId,
    userId: z.string().min(1).nullish(),
    order: z.string().min(1).nullish(),
    dispatchedOrders: texts.nullish(),
  })
  .refine(({ order, dispatchedOrders }) => typeof order === 'string' || Array.isArray(dispatchedOrders), {
    path: ['dispatchedOrders'],
  });

/** Only the orders just selected are looked at: the others were, or will be, when they are selected or signed. */
export const orderSelect: Hook = draftsHook((request) => {
  const { selections, ...context } = readContext(selectContext, request);
  return { ...context, orders: ordersNamed(openOrders(context.draftOrders), selections) };
});

/** All open orders of the draft are looked at: they are about to be signed together. */
export const orderSign: Hook = draftsHook((request) => {
  const context = readContext(signContext, request);
  return { ...context, orders: openOrders(context.draftOrders) };
});

type DraftContext = z.infer<typeof signContext> & { readonly orders: readonly BundleEntry[] };

/** A hook that brings its orders with it. Without any that may concern the trial nothing is read. */
function draftsHook(read: (request: CdsRequest) => DraftContext): Hook {
  return {
    subject: (request) => {
      const { orders, draftOrders, userId, patientId } = read(request);
      const beside = readBundle(draftOrders).entries;
      return orders.length === 0
        ? undefined
        : { userId, patientId, reads: (base) => missingTargets([...orders, ...beside], base) };
    },
    decide: (record, request, tools) => {
      const { orders, draftOrders } = read(request);
      return changesBy(orders, readBundle(draftOrders).entries, record, tools);
    },
  };
}

/** The orders are on the server: they are found in the record, or read beside it. */
export const orderDispatch: Hook = {
  subject: (request) => {
    const { patientId, userId, ...named } = readContext(dispatchContext, request);
    const references = referencesOf(named);
    return references.length === 0
      ? undefined
      : {
          patientId,
          ...(typeof userId === 'string' && { userId }),
          reads: (base) =>
            references.flatMap((each) => {
              const target = targetOf(each, base);
              return target !== undefined && orderTypes.has(target.type) ? [target] : [];
            }),
        };
  },
  decide: (record, request, tools) => {
    const named = referencesOf(readContext(dispatchContext, request));
    const all = openOrders({ entry: record.resources.map((resource) => ({ resource })) });
    return changesBy(ordersNamed(all, named), [], record, tools);
  },
};

const orderTypes: ReadonlySet<string> = new Set(['MedicationRequest', 'ServiceRequest']);

const referencesOf = ({
  order,
  dispatchedOrders,
}: Pick<z.infer<typeof dispatchContext>, 'order' | 'dispatchedOrders'>) => [
  ...new Set([...(dispatchedOrders ?? []), ...(typeof order === 'string' ? [order] : [])]),
];

/** What would change if these orders were carried out; quiet where that is nothing. */
function changesBy(
  orders: readonly BundleEntry[],
  beside: readonly BundleEntry[],
  record: PatientRecord,
  { assessToday, cards }: Tools,
): Decision {
  const { drafts, foreign } = draftsOf(orders, beside, record);
  const result = whatIf(assessToday, record, drafts);
  return { assessment: result.now, cards: whatIfCards(result, { ...cards, dropped: cards.dropped + foreign }) };
}
