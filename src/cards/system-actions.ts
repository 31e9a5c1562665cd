// What may the EHR carry out by itself, where the site has signed that it may?

import type { Assessment } from '../eligibility/assessment.ts';
import type { CardContext } from './card-context.ts';
import type { SystemAction } from './card.ts';
import { plain } from './phrases.ts';

/**
 * A Task for the trial office to look at the patient, and nothing else: it orders nothing, and a person decides. Only for
 * a patient with lupus for whom nothing but human steps remains, and only while the trial recruits.
 */
export function systemActionsFor(assessment: Assessment, context: CardContext): readonly SystemAction[] {
  const { language, trial } = context;
  if (!assessment.signOfLupus || assessment.status !== 'candidate' || !trial.recruiting) return [];
  const names = { trial: assessment.protocol.id, date: assessment.asOf };
  const description = plain(language, 'suggest.refer', names);
  return [
    {
      type: 'create',
      description,
      resource: {
        resourceType: 'Task',
        status: 'requested',
        intent: 'proposal',
        description,
        for: { reference: assessment.patient },
        reasonCode: { text: plain(language, 'suggest.refer-reason', names) },
      },
    },
  ];
}
