// How does a site say who may see the list of a trial?

import { z } from 'zod';
import { keys, webAddress } from './client.ts';

const claimValues = z.array(z.string().min(1)).default([]);

/** An OpenID Connect provider whose access tokens are believed, and which of their roles mean what here. */
export const accessSettings = z.strictObject({
  issuer: webAddress,
  /** Value of `aud` that names this service. */
  audience: z.string().min(1),
  keys,
  /** Where the token has the roles: names of claims with dots between, "realm_access.roles". */
  rolesClaim: z.string().min(1).default('roles'),
  /** The claim that is written under notes and statements, such as "preferred_username". */
  nameClaim: z.string().min(1).default('sub'),
  /** By registration id of the trial: the values of the roles claim that make somebody viewer, coordinator, investigator. */
  trials: z.record(
    z.string().min(1),
    z.strictObject({ viewer: claimValues, coordinator: claimValues, investigator: claimValues }),
  ),
});

export type AccessSettings = z.infer<typeof accessSettings>;
