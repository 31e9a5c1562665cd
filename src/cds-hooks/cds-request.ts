// What is a CDS Hooks request? Tolerant: unknown fields pass, and only what the service needs must be there.

import { z } from 'zod';
import { ServiceError } from '../errors.ts';

/** A FHIR id; "." and ".." would lead to another path. */
export const fhirId = z.string().regex(/^(?!\.{1,2}$)[A-Za-z0-9\-.]{1,64}$/);

const cdsRequest = z.looseObject({
  hook: z.string().min(1),
  hookInstance: z.string().min(1),
  fhirServer: z.string().nullish(),
  /** Without a token in it nothing is read with it; what was prefetched is answered all the same. */
  fhirAuthorization: z.looseObject({ access_token: z.string().nullish(), patient: z.string().nullish() }).nullish(),
  context: z.looseObject({}),
  /** Some languages write an empty object as an empty list. */
  prefetch: z.union([z.record(z.string(), z.unknown()), z.tuple([]).transform(() => ({}))]).nullish(),
});

export type CdsRequest = z.infer<typeof cdsRequest>;

/** The context of patient-view, and what most hooks have in common; encounterId is often missing and never needed. */
export const patientViewContext = z.looseObject({ userId: z.string().min(1), patientId: fhirId });

export type PatientViewContext = z.infer<typeof patientViewContext>;

/** @throws ServiceError naming the fields that are missing or wrong, never their content. */
export const readCdsRequest = (body: unknown): CdsRequest => read(cdsRequest, body, []);

/** @throws ServiceError as above. */
export const readContext = <T>(schema: z.ZodType<T>, request: CdsRequest): T =>
  read(schema, request.context, ['context']);

/** @throws ServiceError as above. */
export const readPatientViewContext = (request: CdsRequest): PatientViewContext =>
  readContext(patientViewContext, request);

function read<T>(schema: z.ZodType<T>, value: unknown, place: readonly string[]): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => ['request', ...place, ...path].map(String).join('.'));
  throw new ServiceError('bad-request', [...new Set(fields)].slice(0, 10));
}

/** A patient or a relative looks at the chart: such a reader gets no card. */
export const isPatientUser = (userId: string): boolean => /(?:^|\/)(?:Patient|RelatedPerson)\//.test(userId);
