// Which requests cannot be answered, and what does the caller get to read?

/** Every reason, with the HTTP status, the FHIR issue code and the sentence that goes with it. */
const reasons = {
  'not-json': [400, 'invalid', 'The request body is not valid JSON (in UTF-8).'],
  'unsafe-json': [
    400,
    'structure',
    'The request body is nested too deep, has too many parts, is not UTF-8, or is ambiguous (a key twice).',
  ],
  'bad-request': [400, 'invalid', 'The request does not have the form that CDS Hooks requires.'],
  'bad-form': [400, 'invalid', 'The request does not have the form that this address asks for.'],
  'wrong-hook': [400, 'value', 'The service does not answer this hook.'],
  unauthorized: [401, 'login', 'The call is not authorized.'],
  'wrong-origin': [403, 'forbidden', 'This address answers the pages of this service only.'],
  'unknown-path': [404, 'not-found', 'There is nothing at this address.'],
  'no-keys': [404, 'not-found', 'No key is published: the service has none of its own, or could not read it.'],
  'unknown-service': [404, 'not-found', 'There is no CDS service with this id.'],
  'wrong-method': [405, 'not-supported', 'This address does not answer that method.'],
  'patient-unavailable': [
    412,
    'required',
    'The Patient with a birth date was neither prefetched nor readable from the FHIR server.',
  ],
  'changed-meanwhile': [409, 'conflict', 'Somebody else has changed this meanwhile: read it again.'],
  'too-large': [413, 'too-long', 'The request body is larger than this service reads.'],
  'wrong-content-type': [415, 'not-supported', 'The request body must be application/json in UTF-8, not compressed.'],
  'not-possible': [422, 'business-rule', 'This cannot be done as things stand.'],
  'too-many-calls': [429, 'throttled', 'Too many calls at once; try again.'],
  busy: [503, 'throttled', 'The service is shutting down or has too much to do; try again.'],
  internal: [500, 'exception', 'The request could not be answered because of a fault in this service.'],
} as const;

export type ErrorCode = keyof typeof reasons;

/**
 * The one error of this program that a caller sees. `fields` name places in the request, never its content; `reason` is a
 * stable word for the log alone.
 */
export class ServiceError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly string[];
  readonly reason: string | undefined;

  constructor(code: ErrorCode, fields: readonly string[] = [], reason?: string) {
    super(code);
    this.name = 'ServiceError';
    this.code = code;
    this.fields = fields;
    this.reason = reason;
  }
}

/** The one door: any error as status, stable code and OperationOutcome. Of a foreign error nothing gets through. */
export function answerTo(error: unknown) {
  const known = error instanceof ServiceError ? error : new ServiceError('internal');
  const [status, issue, sentence] = reasons[known.code];
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: issue,
        details: { text: sentence },
        diagnostics: known.code,
        ...(known.fields.length > 0 && { expression: known.fields }),
      },
    ],
  } as const;
  return { status, code: known.code, outcome };
}
