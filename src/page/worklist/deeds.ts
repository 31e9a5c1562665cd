// What happens when the reader changes something about a patient, and what is she told?

import { ServiceRefusal } from '../service.ts';
import type { PatientDetail } from './answers.ts';
import type { Context } from './context.ts';
import { ChangedMeanwhile } from './list-service.ts';
import { screenedAgain } from './screen-again.ts';

/** What was written and not saved yet: it outlives a change by somebody else. */
export type Draft = { state: string; note: string };

export type Deeds = {
  readonly read: () => Promise<void>;
  /** @param deed address below the patient, as `ListService.change` takes it. */
  readonly change: (deed: string, body: object) => Promise<void>;
  /** Has the patient screened again, waits for the result and shows it. */
  readonly screenAgain: () => Promise<void>;
  readonly isScreening: () => boolean;
  readonly tell: (words: string) => void;
  readonly draft: Draft;
  /** What became of the last deed; empty for none. */
  readonly said: () => string;
};

/**
 * @param show draws the patient as she is now.
 * @param isShown false once another view has taken the place of this one.
 */
export function deedsOn(context: Context, show: (detail: PatientDetail) => void, isShown: () => boolean): Deeds {
  const { service, place, speech } = context;
  const { say } = speech;
  const draft: Draft = { state: '', note: '' };
  let said = '';
  let isScreening = false;
  let detail: PatientDetail | undefined;

  const read = async (): Promise<void> => {
    detail = await service.patient(place.trial, place.number);
    show(detail);
  };
  const tell = (words: string): void => {
    said = words;
    if (detail !== undefined) show(detail);
  };
  const change: Deeds['change'] = async (deed, body) => {
    try {
      await service.change(place.trial, place.number, deed, body);
      said = say('work.saved');
      if (deed === 'state' || deed === 'notes') Object.assign(draft, { state: '', note: '' });
      await read();
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) {
        tell(isImpossible(error) ? say('work.not-possible') : say('work.failed'));
        return;
      }
      said = say('work.failed');
      await read();
      tell(conflict(detail));
    }
  };
  const screenAgain = async (): Promise<void> => {
    const { trial, number } = place;
    isScreening = true;
    tell(say('work.screening'));
    try {
      const { at } = await service.rescreen(trial, number);
      const result = await screenedAgain(at, async () => await service.patient(trial, number), isShown);
      detail = result.detail;
      said = say(`work.screened.${result.end}`);
    } catch (error) {
      said = isImpossible(error) ? say('work.not-possible') : say('work.failed');
    }
    isScreening = false;
    tell(said);
  };
  /** Who came before: the last change in the history. */
  const conflict = (now: PatientDetail | undefined): string => {
    const last = now?.history.at(-1);
    return last?.author === undefined
      ? say('work.conflict-screening')
      : say('work.conflict', { who: last.author, when: speech.instant(last.at) });
  };
  return { read, change, screenAgain, isScreening: () => isScreening, tell, draft, said: () => said };
}

const isImpossible = (error: unknown): boolean => error instanceof ServiceRefusal && error.cause === 422;
