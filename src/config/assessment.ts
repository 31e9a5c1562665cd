// What may be configured about who asks for an assessment in a browser?

import { z } from 'zod';
import { webOrigin } from './client.ts';

export const assessment = z
  .strictObject({
    /** Origins of pages, besides the service's own, that may ask for an assessment. */
    origins: z.array(webOrigin).default([]),
    /** One of `clients` with keys: the page must send a token that this issuer made for the reader. */
    requireTokenOf: z.string().min(1).exactOptional(),
    /** `aud` of that token; the client id of the evidence page otherwise. */
    tokenAudience: z.string().min(1).exactOptional(),
  })
  .prefault({});
