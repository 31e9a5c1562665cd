// Where does a reader of the list sign in, and as which client does the page ask?

import { z } from 'zod';
import { webAddress as address } from './client.ts';

/** OpenID Connect, authorization code with PKCE, for a public client that is registered for `<publicUrl>/list/`. */
export const signInConfig = z.strictObject({
  clientId: z.string().min(1),
  authorizationEndpoint: address,
  tokenEndpoint: address,
  /** Asked for at the provider, with spaces between. */
  scope: z.string().min(1).default('openid'),
});
