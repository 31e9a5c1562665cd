// What does one screening of one patient do to the list? Called in the transaction that ends the patient's item of a run.

import type { WorklistTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';
import { placeOf } from './sealed-places.ts';
import type { Screened } from '../run/screened.ts';
import { storedAssessment, type StoredAssessment } from '../stored-assessment.ts';
import { belongsOnList, rankOf } from './closeness.ts';
import { lockedRow } from './locked-row.ts';
import { markersAsText, markersOf } from './markers.ts';
import { screeningNumber, trialOf } from './number.ts';
import { rescreened } from './rescreened.ts';
import { addScreened, outcomeOf, type ListContext, type ListOutcome } from './list-outcome.ts';
import { summaryOf } from './summary.ts';

/** Nothing is written about a patient who was never on the list and does not belong there. */
const never: ListOutcome = { entry: 'away', active: false, episode: 0, state: 'none' };

/**
 * Takes over one result. The same result a second time changes nothing. Trial runs do not call it: they touch no list.
 * @param transaction everything is written in it, together with what the caller writes.
 * @throws ZodError if the assessment is none, SealError if the row was sealed with another key.
 */
export async function recordScreening(
  transaction: Database,
  screened: Screened,
  context: ListContext,
): Promise<ListOutcome> {
  const row = await lockedRow(transaction, { patient: screened.patient, protocol: trialOf(screened.protocol) });
  const assessment = storedAssessment(screened.assessment);
  const belongs = belongsOnList(assessment, screened.signOfLupus, context.settings);
  if (row !== undefined) return await rescreened(transaction, row, screened, assessment, belongs, context);
  return belongs ? await entered(transaction, screened, assessment, context) : never;
}

async function entered(
  transaction: Database,
  screened: Screened,
  assessment: StoredAssessment,
  { sealing }: ListContext,
): Promise<ListOutcome> {
  const { patient, run, at, consent } = screened;
  const protocol = trialOf(screened.protocol);
  const row: WorklistTable = {
    patient,
    protocol,
    state: 'new',
    episode: 1,
    current: 1,
    status: assessment.status,
    run,
    assignee: '',
    number: screeningNumber(protocol, patient),
    added: at,
    changed: at,
    revision: 1,
    rank: rankOf(assessment, true),
    markers: markersAsText(markersOf({ assessment, current: true, changed: false, consent })),
    summary: sealing.seal(JSON.stringify(summaryOf(assessment)), placeOf.summary(protocol, patient)),
  };
  await transaction.insertInto('worklist').values(row).execute();
  await addScreened(transaction, screened, assessment, { entry: 'entered', differences: [] }, sealing);
  return outcomeOf(row, 'entered');
}
