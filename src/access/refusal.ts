// Does a failure say that the server does not answer this kind of question?

import type { Failure } from './failure.ts';

const refusals = new Set([400, 404, 405, 422, 501]);

/** True if the server does not answer this kind of question; a missing permission (401, 403) is no such refusal. */
export const isRefusal = ({ reason, status }: Failure): boolean =>
  reason === 'not-supported' || (status !== undefined && refusals.has(status));
