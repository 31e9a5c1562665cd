// How is the evidence page set up: which FHIR servers does it read in its user's browser, and as whom?

import { z } from 'zod';
import { baseUrl, webAddress, webOrigin } from './client.ts';

export const evidencePage = z.strictObject({
  /** Client id of the page at the EHR's authorization server; without one it reads only servers that ask for no sign-in. */
  clientId: z.string().min(1).exactOptional(),
  /** FHIR servers that the page may read; without any there is no page, and no card leads to it. */
  fhirBases: z.array(baseUrl).default([]),
  /** Token endpoints that stand on another host than their FHIR server. */
  tokenEndpoints: z.array(webAddress).default([]),
  /** Web origins of the EHRs that show the page in a frame of theirs. */
  frameAncestors: z.array(webOrigin).default([]),
});
