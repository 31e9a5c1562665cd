// How is the part for the evidence page put together from the configuration?

import { neededScopes } from '../access/scopes.ts';
import type { AuthenticationDependencies } from '../cds-hooks/authenticate.ts';
import { ConfigError, type Config } from '../config/config.ts';
import { languages } from '../logic/language.ts';
import { referencedTypes, searches } from '../fhir/searches.ts';
import { protocols } from '../protocols/index.ts';
import type { AssessmentConfig } from '../report/assessment-api.ts';
import { statedAbout } from './stated.ts';
import { pageTokenVerifier, type VerifyPageToken } from './page-token.ts';

/** Launch scopes are the page's own business: `launch` from an EHR, `launch/patient` without one. */
const scopes = ['openid', 'fhirUser', ...neededScopes('patient')].join(' ');

/** What the page has to know. The demo hospital's own FHIR server stands beside the page, whatever its address. */
export function assessmentConfig(
  { assessment, clients, evidencePage, mode, trial }: Config,
  host: string | undefined,
): AssessmentConfig {
  const { clientId, fhirBases } = evidencePage;
  const demo = mode === 'demo';
  const bases = demo && host !== undefined ? [`http://${host}/fhir`, ...fhirBases] : fhirBases;
  return {
    ...(clientId !== undefined && { clientId }),
    scopes,
    fhirBases: bases,
    stated: bases.map((base) => statedAbout(base, clients)),
    searches,
    referencedTypes,
    protocols: protocols.map(({ id, version, title }) => ({ id, version, title })),
    languages,
    ...(trial.contact !== undefined && { contact: trial.contact }),
    requireToken: assessment.requireTokenOf !== undefined,
    demo,
  };
}

/** Origins whose pages may ask: that of the service itself, and those configured. */
export const pageOrigins = ({ publicUrl, assessment }: Config): readonly string[] => [
  new URL(publicUrl).origin,
  ...assessment.origins,
];

/**
 * The check of the reader's token, if one is asked for.
 * @throws ConfigError if it names no client with keys, or no audience.
 */
export function pageVerifier(
  { assessment, evidencePage }: Config,
  dependencies: Pick<AuthenticationDependencies, 'issuers' | 'clockToleranceSeconds' | 'now' | 'fetch'>,
): VerifyPageToken | undefined {
  const { requireTokenOf: issuer, tokenAudience: audience = evidencePage.clientId } = assessment;
  if (issuer === undefined) return undefined;
  const keys = dependencies.issuers.get(issuer)?.keys;
  if (keys === undefined) throw new ConfigError(`assessment.requireTokenOf: no client ${issuer} with keys`);
  if (audience === undefined)
    throw new ConfigError('assessment: requireTokenOf needs tokenAudience, or evidencePage a clientId');
  return pageTokenVerifier({ issuer, audience, keys }, dependencies);
}
