// How does the page ask the list, and what did it mean when the answer was no?

import type { Language } from '../../logic/language.ts';
import { ServiceRefusal } from '../service.ts';
import type { Funnel, Identity, LookedUp, OwnTrials, PatientDetail, PatientList, RunHead } from './answers.ts';

/** Nobody is signed in, or her sign-in has ended. */
export class NotSignedIn extends Error {}

/** Somebody else has changed the patient since she was shown. */
export class ChangedMeanwhile extends Error {}

export type ListService = ReturnType<typeof listService>;

/**
 * The addresses of the list, relative to the page, so that a proxy may put a path before them.
 * @param token access token of the reader; undefined where a proxy adds it, or none is asked for.
 */
export function listService(language: Language, token: string | undefined) {
  const ask = async (path: string, query: Readonly<Record<string, string>> = {}, body?: object): Promise<Response> => {
    const address = new URL(`../${path}`, location.href);
    address.search = new URLSearchParams({ ...query, lang: language }).toString();
    address.hash = '';
    const response = await fetch(address, {
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    if (response.status === 401) throw new NotSignedIn();
    if (response.status === 409) throw new ChangedMeanwhile();
    throw new ServiceRefusal(undefined, { cause: response.status });
  };
  const patient = (trial: string, number: string): string => `worklist/${trial}/patients/${encodeURIComponent(number)}`;

  return {
    trials: async (): Promise<OwnTrials> => await (await ask('worklist')).json(),
    list: async (trial: string, filter: Readonly<Record<string, string>>): Promise<PatientList> =>
      await (await ask(`worklist/${trial}`, filter)).json(),
    csv: async (trial: string, filter: Readonly<Record<string, string>>): Promise<Blob> =>
      await (await ask(`worklist/${trial}/list.csv`, filter)).blob(),
    patient: async (trial: string, number: string): Promise<PatientDetail> =>
      await (await ask(patient(trial, number))).json(),
    lookedUp: async (trial: string, number: string): Promise<LookedUp> =>
      await (await ask(`${patient(trial, number)}/evidence`)).json(),
    name: async (trial: string, number: string): Promise<Identity> =>
      await (await ask(`${patient(trial, number)}/name`, {}, {})).json(),
    /** Asks for a screening; says when it was asked for, by the service's clock. */
    rescreen: async (trial: string, number: string): Promise<{ readonly at: string }> =>
      await (await ask(`${patient(trial, number)}/rescreen`, {}, {})).json(),
    /** @param deed "state", "assignee", "notes", "statements" or "statements/ID/withdraw". */
    change: async (trial: string, number: string, deed: string, body: object): Promise<void> => {
      await ask(`${patient(trial, number)}/${deed}`, {}, body);
    },
    runs: async (trial: string): Promise<{ readonly runs: readonly RunHead[] }> =>
      await (await ask(`funnel/${trial}/runs`)).json(),
    funnel: async (trial: string, run: string | undefined): Promise<Funnel> =>
      await (await ask(`funnel/${trial}`, run === undefined ? {} : { run })).json(),
  };
}
