// A patient is screened again while somebody waits: when is the new result there?

import type { PatientDetail } from './answers.ts';

/** Milliseconds between two looks, and until nobody waits any longer. */
const [pause, longest] = [1_500, 180_000];

export type ScreenedAgain = 'done' | 'skipped' | 'failed' | 'slow';

/**
 * Asks for the patient until a screening that began after it was asked for has ended.
 * @param at when it was asked for, by the service's clock.
 * @param goesOn false once nobody looks at the page any more.
 */
export async function screenedAgain(
  at: string,
  read: () => Promise<PatientDetail>,
  goesOn: () => boolean,
): Promise<{ readonly end: ScreenedAgain; readonly detail: PatientDetail }> {
  for (let waited = 0; ; waited += pause) {
    const detail = await read();
    const { started = '', state = 'pending' } = detail.screening ?? {};
    if (started >= at && state !== 'pending') {
      return { end: state === 'done' || state === 'skipped' ? state : 'failed', detail };
    }
    if (waited >= longest || !goesOn()) return { end: 'slow', detail };
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
