// How does the page come to the user's access token? By SMART App Launch, with PKCE and a state of its own.
//
// The library is loaded only where it is needed. It takes the parameters of the address before those it is given, so the
// address is emptied first: what was checked is what is used.

import type { AssessmentConfig } from '../../report/assessment-api.ts';
import type { FhirServer } from './fhir-server.ts';
import { allowedBase, isFhirId } from './servers.ts';

/** Why a launch came to nothing; the page has a sentence for each. */
export type LaunchProblem = 'no-iss' | 'foreign-iss' | 'not-registered' | 'refused' | 'no-patient' | 'expired';

/** A launch that came to nothing. */
export class LaunchError extends Error {
  readonly problem: LaunchProblem;

  constructor(problem: LaunchProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

export type Launched = FhirServer & {
  /** Says who the reader is; for a service that wants to know. */
  readonly idToken?: string;
  /** The protocol that the card handed on. */
  readonly protocol?: string;
};

const library = async () => (await import('fhirclient/lib/entry/browser.js')).default;

/** Where the authorization server sends the browser back to: the evidence page itself, without parameters. */
const returnAddress = (): string => new URL('./', location.href).href;

/**
 * Goes to the authorization server. A launch by the EHR brings `launch`; without it the user chooses a patient there.
 * @throws LaunchError before anything is asked of a server that is not configured.
 */
export async function authorize(config: AssessmentConfig, iss: string, launch?: string): Promise<void> {
  const base = allowedBase(config, iss);
  if (base === undefined) throw new LaunchError('foreign-iss');
  const { clientId, scopes } = config;
  if (clientId === undefined) throw new LaunchError('not-registered');
  history.replaceState({}, '', location.pathname);
  const { oauth2 } = await library();
  try {
    await oauth2.authorize({
      iss,
      clientId,
      redirectUri: returnAddress(),
      scope: `${launch === undefined ? 'launch/patient' : 'launch'} ${scopes}`,
      ...(launch !== undefined && { launch }),
      pkceMode: 'required',
      stateKey: crypto.randomUUID(),
      completeInTarget: true,
    });
  } catch (error) {
    throw new LaunchError('refused', error);
  }
}

/** True if the browser comes back from an authorization server, or has a token from before. */
export const isLaunched = (address: URL): boolean =>
  ['code', 'state', 'error'].some((name) => address.searchParams.has(name)) ||
  sessionStorage.getItem('SMART_KEY') !== null;

/**
 * Exchanges the code for a token, or takes the one this tab already has.
 * @throws LaunchError for an unknown state, a refusal, a server that is not configured, no patient, an expired token.
 */
export async function launchedServer(config: AssessmentConfig): Promise<Launched> {
  const { oauth2 } = await library();
  const client = await oauth2.ready().catch((error: unknown) => {
    history.replaceState({}, '', location.pathname);
    throw new LaunchError('refused', error);
  });
  const { serverUrl, tokenResponse, expiresAt } = client.state;
  const base = allowedBase(config, serverUrl);
  if (base === undefined) throw new LaunchError('foreign-iss');
  const token = tokenResponse?.access_token;
  if (token === undefined) throw new LaunchError('refused');
  if (expiresAt !== undefined && expiresAt * 1000 <= Date.now()) throw new LaunchError('expired');
  const patientId = client.patient.id;
  if (patientId === null || !isFhirId(patientId)) throw new LaunchError('no-patient');
  const idToken = tokenResponse?.id_token;
  const known = config.protocols.map(({ id, version }) => `${id}@${version}`);
  const protocol = known.find((each) => each === tokenResponse?.['appContext']);
  return {
    base,
    patientId,
    token,
    ...(idToken !== undefined && { idToken }),
    ...(protocol !== undefined && { protocol }),
  };
}
