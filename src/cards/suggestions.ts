// What can the clinician accept with one click: a referral, and an order for each missing test?

import type { Assessment } from '../eligibility/assessment.ts';
import type { CardContext } from './card-context.ts';
import type { Suggestion } from './card.ts';
import { plain } from './phrases.ts';
import type { Shown } from './shown.ts';

type Order = Assessment['orders'][number];

/** A ServiceRequest that proposes something and waits for a person to sign it. */
function proposal(
  assessment: Assessment,
  label: string,
  code: Suggestion['actions'][number]['resource']['code'],
  reason: string,
  newId: () => string,
): Suggestion {
  return {
    label,
    uuid: newId(),
    actions: [
      {
        type: 'create',
        description: label,
        resource: {
          resourceType: 'ServiceRequest',
          status: 'draft',
          intent: 'proposal',
          code,
          subject: { reference: assessment.patient },
          reasonCode: [{ text: reason }],
        },
      },
    ],
  };
}

/** Referral for screening. */
export function referral(assessment: Assessment, { language, newId }: CardContext): Suggestion {
  const names = { trial: assessment.protocol.id, date: assessment.asOf };
  const label = plain(language, 'suggest.refer', names);
  return proposal(assessment, label, { text: label }, plain(language, 'suggest.refer-reason', names), newId);
}

/** One order per missing test, however many criteria wait for it. */
export function testOrders(
  assessment: Assessment,
  { orders }: Shown,
  { language, newId }: CardContext,
): readonly Suggestion[] {
  const byCode = Map.groupBy(orders, ({ coding }) => `${coding.system}|${coding.code}`);
  return [...byCode.values()].flatMap((same) => same.slice(0, 1).map((order) => orderFor(order, same)));

  function orderFor({ coding }: Order, same: readonly Order[]): Suggestion {
    const test = coding.display === '' ? coding.code : coding.display;
    const criteria = same.map(({ criterion }) => criterion).join(', ');
    const sent = { ...(URL.canParse(coding.system) && { system: coding.system }), code: coding.code, display: test };
    return proposal(
      assessment,
      plain(language, 'suggest.order', { test }),
      { coding: [sent], text: test },
      plain(language, 'suggest.order-reason', { trial: assessment.protocol.id, criteria }),
      newId,
    );
  }
}
