// What may a site have written back to its EHR, and about whom?

import { sha256 } from '../../eligibility/digest.ts';
import type { Status } from '../../eligibility/assessment.ts';
import type { ConsentState } from '../run/screened.ts';

/** In the order in which they are written: what comes later refers to what comes before. */
export const kinds = ['ResearchStudy', 'ResearchSubject', 'Flag', 'Task', 'Provenance'] as const;

export type Kind = (typeof kinds)[number];

export type WriteBack = {
  /** Base URL of the server that is written to: only patients of this server are. */
  readonly server: string;
  readonly kinds: readonly Kind[];
  /** The least status of a patient who is written back. */
  readonly from: Extract<Status, 'candidate' | 'potential-candidate'>;
  /** Whether a patient who has not agreed to research may be written back. One who refused never is. */
  readonly consent: 'unless-refused' | 'required';
  /** "ResearchStudy/123" where the study is on the server already. */
  readonly study?: string | undefined;
  /** Who the Task is for and from, "Practitioner/1", "Organization/2" …, where that is agreed. */
  readonly owner?: string | undefined;
  readonly requester?: string | undefined;
};

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
