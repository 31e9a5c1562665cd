// Whom does a bearer token name, and which roles does it give?

import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { KeySource } from '../../../cds-hooks/authenticate.ts';
import { lastingTokenReader } from '../../../cds-hooks/lasting-token.ts';
import type { Refused } from '../../../cds-hooks/refusal.ts';
import { ServiceError } from '../../../errors.ts';
import { roles, type Person, type Recognise, type Role } from './person.ts';
import type { AccessSettings } from '../../../config/list-access.ts';

export type TokenDependencies = {
  readonly settings: AccessSettings;
  readonly keys: KeySource;
  /** The fence through which keys are fetched. */
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly clockToleranceSeconds: number;
  /** Hears why a token was refused: for the log, never for the caller. */
  readonly refused: (why: Refused) => void;
};

/**
 * Prepares the check of access tokens: signature by the provider's keys, issuer, audience, time.
 * The result throws ServiceError `busy` where the keys cannot be had.
 */
export function tokenReader({
  settings,
  keys,
  fetch,
  now,
  clockToleranceSeconds,
  refused,
}: TokenDependencies): Recognise {
  const { issuer, audience } = settings;
  const read = lastingTokenReader(
    { issuer, audience, keys, requiredClaims: ['exp', 'sub'] },
    { fetch, clockToleranceSeconds, now: () => new Date(now()) },
  );
  return async (authorization) => {
    const token = await read(authorization);
    if ('payload' in token) return personOf(token.payload, settings);
    refused(token);
    if (token.refusal === 'unavailable') throw new ServiceError('busy');
    return undefined;
  };
}

function personOf(payload: JWTPayload, settings: AccessSettings): Person | undefined {
  const subject = textIn(payload, 'sub');
  if (subject === undefined) return undefined;
  const given = new Set(valuesIn(payload, settings.rolesClaim));
  const roleFor = (trial: string): Role | undefined => {
    const named = Object.hasOwn(settings.trials, trial) ? settings.trials[trial] : undefined;
    if (named === undefined) return undefined;
    return roles.findLast((role) => named[role].some((value) => given.has(value)));
  };
  return { subject, name: textIn(payload, settings.nameClaim) ?? subject, roleFor };
}

const record = z.record(z.string(), z.unknown());

/** What stands under "realm_access.roles"; a claim whose own name has dots is found too. */
function claimIn(payload: unknown, path: string): unknown {
  const claims = record.safeParse(payload).data ?? {};
  if (Object.hasOwn(claims, path)) return claims[path];
  const [first = '', ...rest] = path.split('.');
  return rest.length === 0 || !Object.hasOwn(claims, first) ? undefined : claimIn(claims[first], rest.join('.'));
}

function textIn(payload: unknown, path: string): string | undefined {
  const text = z.string().trim().min(1).max(200).safeParse(claimIn(payload, path));
  return text.data;
}

/** A list of texts, or one text with spaces between the values. */
function valuesIn(payload: unknown, path: string): readonly string[] {
  const claim = claimIn(payload, path);
  if (typeof claim === 'string') return claim.split(' ');
  return Array.isArray(claim) ? claim.filter((each: unknown) => typeof each === 'string') : [];
}
