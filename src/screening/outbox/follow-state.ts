// What happens in the EHR when a person moves a patient on the list to another state?

import { z } from 'zod';
import { protocolNamed } from '../../protocols/index.ts';
import { protocolName } from '../run/assessing.ts';
import { referencesIn } from '../run/finish.ts';
import type { ConsentState } from '../run/screened.ts';
import type { Vault } from '../run/vault.ts';
import { statusFrom, storedAssessment } from '../stored-assessment.ts';
import type { StateChanged } from '../worklist/change-state.ts';
import { planWriteBack, takeBack } from './plan.ts';
import type { WriteBack } from '../../config/write-back.ts';

export type Following = {
  readonly vault: Vault;
  /** Undefined where nothing is written back. */
  readonly writeBack: WriteBack | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

const consents = z.enum(['none', 'given', 'refused']).catch('none');
const consentIn = (column: string): ConsentState => (column === '' ? 'not-asked' : consents.parse(column));

/**
 * Takes back what was written about a patient who is set aside, and wants it again, by her last result, for one who is
 * looked at again. Part of the transaction that changes the state.
 */
export const followState =
  ({ vault, writeBack: settings, now }: Following): StateChanged =>
  async (transaction, { patient: pseudonym, protocol, run, status: found }, { active }) => {
    if (settings === undefined) return;
    const subject = await transaction
      .selectFrom('subjects')
      .select(['server', 'identity', 'consent'])
      .where('patient', '=', pseudonym)
      .executeTakeFirst();
    if (subject?.server !== settings.server) return;
    const about = { settings, pseudonym, consent: consentIn(subject.consent), at: new Date(now()).toISOString() };
    if (!active) {
      await takeBack(transaction, vault, { ...about, protocol: { id: protocol }, status: statusFrom(found) });
      return;
    }
    const result = await transaction
      .selectFrom('results')
      .select('assessment')
      .where('run', '=', run)
      .where('patient', '=', pseudonym)
      .executeTakeFirst();
    if (result === undefined) return; // thrown away by now: the next screening finds it anew
    const text = vault.openAssessment(run, pseudonym, result.assessment);
    const { protocol: of, engine, status } = storedAssessment(JSON.parse(text));
    await planWriteBack(transaction, vault, {
      ...about,
      patient: vault.openIdentity(pseudonym, subject.identity).reference,
      protocol: { ...of, title: protocolNamed(protocolName(of))?.title ?? of.id },
      engine,
      status,
      evidence: referencesIn(text),
      active,
    });
  };
