// What may be configured about the list of candidates, its digest and the funnel?

import { z } from 'zod';
import { signInConfig } from './sign-in.ts';
import { accessSettings } from './list-access.ts';
import { listSettings } from './list-rules.ts';

export const worklistConfig = z
  .strictObject({
    /** Who may see it; without this, nobody: the addresses do not exist. */
    access: accessSettings.exactOptional(),
    /** How the page of the list signs its readers in; without it, a proxy in front of the service has to. */
    signIn: signInConfig.exactOptional(),
    /** A coordinator sees no name before there is consent. */
    consentBeforeName: z.boolean().default(true),
    rules: listSettings,
    /** Counts of fewer patients are not shown in the funnel. */
    smallestCount: z.number().int().min(1).max(100).default(5),
  })
  .prefault({});

export const digestConfig = z.strictObject({
  /** File with the address of the mail server: smtps://user:password@host:465. */
  smtpFile: z.string().min(1),
  from: z.email(),
  to: z.array(z.email()).min(1),
});
