// How much, how often and how long: what limits may be configured?

import { z } from 'zod';

const milliseconds = z.number().int().positive().max(600_000);
const bytes = z.number().int().positive();

/** Of one request, one answer of a FHIR server, one caller. */
export const limits = z
  .strictObject({
    requestBytes: bytes.default(10_000_000),
    responseBytes: bytes.default(20_000_000),
    pages: z.number().int().positive().default(100),
    connections: z.number().int().positive().default(6),
    /** Hook calls answered at the same time; one more gets 503. */
    inFlight: z.number().int().positive().default(256),
    /** Calls of one remote address, counted before anything about them is checked; more get 429. */
    callsPerSecond: z.number().positive().default(200),
    /** Calls of one remote address that may come at once after a pause. */
    callsAtOnce: z.number().int().positive().default(400),
  })
  .prefault({});

/** Milliseconds. */
export const deadlines = z
  .strictObject({
    /** For everything that is fetched to answer one request. */
    total: milliseconds.default(3_000),
    /** For one call to a FHIR server. */
    call: milliseconds.default(2_000),
    /** Between the signal to stop and the first refused connection, so that balancers can look elsewhere. */
    lameDuck: milliseconds.default(1_000),
  })
  .prefault({});
