// About whom is something written back to the EHR, by the rules that the site has set?

import { sha256 } from '../../eligibility/digest.ts';
import type { Status } from '../../eligibility/assessment.ts';
import type { WriteBack } from '../../config/write-back.ts';
import type { ConsentState } from '../run/screened.ts';

/** Changes whenever another patient, or another thing about a patient, would be written; empty where nothing is. */
export const writeBackDigest = (settings: WriteBack | undefined): string =>
  settings === undefined ? '' : sha256(JSON.stringify(settings));

/** `hold`: what stands stays, and nothing new is written, because the patient's consent could not be read. */
export type Wish = 'write' | 'take-back' | 'hold';

/** What is to happen about a patient with this status and consent. */
export function wishFor({ from, consent: rule }: WriteBack, status: Status, consent: ConsentState): Wish {
  const enough = status === 'candidate' || (status === 'potential-candidate' && from === 'potential-candidate');
  if (!enough) return 'take-back';
  if (consent === 'not-asked') return 'hold';
  return mayBeContacted(rule, consent) ? 'write' : 'take-back';
}

/** What was not asked is not known: then nobody is contacted. */
export const mayBeContacted = (rule: WriteBack['consent'], consent: ConsentState): boolean =>
  consent === 'given' || (consent === 'none' && rule === 'unless-refused');
