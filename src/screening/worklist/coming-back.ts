// When does a patient who was set aside come back on the list as new?

import type { Status } from '../../eligibility/assessment.ts';
import type { ListSettings } from '../../config/list-rules.ts';
import type { State } from './states.ts';
import { msPerDay } from '../../logic/gregorian.ts';

/** What a person decided, and how the patient stood then. */
export type Decision = { readonly at: string; readonly status: Status; readonly protocol: string };

/** How she stands now; `returned` if she was no longer a candidate in between. */
export type Now = {
  readonly at: string;
  readonly status: Status;
  readonly protocol: string;
  readonly returned: boolean;
};

/**
 * She comes back when something material changed since the decision (she has become a candidate, she was ineligible in
 * between, the trial was amended), or when the time that the site has set has passed.
 */
export function comesBack(state: State, decision: Decision | undefined, now: Now, settings: ListSettings): boolean {
  if (decision === undefined || now.returned || now.protocol !== decision.protocol) return true;
  if (now.status === 'candidate' && decision.status !== 'candidate') return true;
  const days = state === 'declined' ? settings.declinedDays : settings.notSuitableDays;
  return Date.parse(now.at) - Date.parse(decision.at) >= days * msPerDay;
}
