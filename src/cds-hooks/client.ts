// Who is calling, and what was agreed with them?

import type { CardContext } from '../cards/card-context.ts';
import type { Config } from '../config/config.ts';
import type { HarmlessWarnings } from '../fhir/harmless-warnings.ts';
import type { Language } from '../logic/language.ts';
import type { Caller } from './authenticate.ts';

export type Client = {
  /** Issuer as configured: decides which FHIR servers may be read. */
  readonly issuer: string;
  /** Name in the store. Two tenants of one issuer are two clients and never see each other's cards. */
  readonly name: string;
  readonly harmlessWarnings: HarmlessWarnings;
  /** Of cards, where a call asks for none of ours. */
  readonly language: Language;
  /** Everything is evaluated and kept, nothing is shown. */
  readonly silent: boolean;
  /** Its links to the evidence page are SMART launches. */
  readonly launchesPage: boolean;
  readonly cards: Pick<CardContext, 'nearMisses' | 'shape'>;
  /** The site has signed that the EHR may create a Task for the trial office by itself. */
  readonly systemActions: boolean;
  readonly allowedOrigins: readonly string[];
};

/** How a client is named: by its issuer, one of a tenant with the tenant after a space. */
const nameOf = ({ issuer, tenant }: Caller): string => (tenant === undefined ? issuer : `${issuer} ${tenant}`);

/** The issuer in such a name. */
export const issuerIn = (name: string): string => name.replace(/ .*$/s, '');

/** What the configuration says about a caller whose token was believed, or about anyone. */
export function clientOf({ clients, cards, allowedOrigins, language }: Config, caller: Caller): Client {
  const { issuer } = caller;
  const own = Object.hasOwn(clients, issuer) ? clients[issuer] : undefined;
  return {
    issuer,
    name: nameOf(caller),
    harmlessWarnings: own?.harmlessWarnings ?? [],
    language: own?.language ?? language,
    silent: own?.silent ?? false,
    launchesPage: own?.cards.evidenceLink === 'smart',
    cards: {
      nearMisses: own?.cards.nearMisses ?? cards.nearMisses,
      shape: own?.cards.shape ?? 'any',
    },
    systemActions: own?.systemActions !== undefined,
    allowedOrigins: [...allowedOrigins, ...(own?.allowedOrigins ?? [])],
  };
}
