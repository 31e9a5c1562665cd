// Who has looked at whom?

import { appendAll } from '../../store/audit.ts';
import type { Store } from '../../store/store.ts';
import type { Visit } from './visit.ts';

/** Rows written in one transaction. */
const batch = 500;

/**
 * Leaves one row in the audit trail for every patient that is shown, and one for the view itself. Written before the answer
 * is sent: what cannot be audited is not shown.
 * @param patients pseudonyms.
 */
export async function auditViews(
  { database }: Store,
  { person, trial, at }: Pick<Visit, 'person' | 'trial' | 'at'>,
  kind: string,
  patients: readonly string[],
): Promise<void> {
  const event = { at, client: person.subject };
  const rows = [
    { ...event, kind, patient: '', detail: { trial, shown: patients.length } },
    ...patients.map((patient) => ({ ...event, kind: `${kind}-shown`, patient, detail: { trial } })),
  ];
  for (let from = 0; from < rows.length; from += batch) {
    await database.transaction().execute(async (transaction) => {
      await appendAll(transaction, rows.slice(from, from + batch));
    });
  }
}
