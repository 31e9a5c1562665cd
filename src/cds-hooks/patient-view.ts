// What does the service answer when a clinician opens a chart?

import { cardsFor } from '../cards/cards-for.ts';
import { systemActionsFor } from '../cards/system-actions.ts';
import { readPatientViewContext } from './cds-request.ts';
import type { Hook } from './hook.ts';

/** Cards about the patient whose chart is opened, by her record alone; no order is looked at. */
export const patientView: Hook = {
  subject: readPatientViewContext,
  decide: (record, _request, { assessToday, cards }) => {
    const assessment = assessToday(record);
    return { assessment, cards: cardsFor(assessment, cards), systemActions: systemActionsFor(assessment, cards) };
  },
};
