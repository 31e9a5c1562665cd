// How does the body of a request become JSON: once, within limits, and only if it is safe to read?

import type { IncomingMessage } from 'node:http';
import { withoutMark } from '../byte-order-mark.ts';
import { ServiceError } from '../errors.ts';
import { guardJson } from '../fhir/json-guard.ts';

/** JSON in UTF-8, whatever other parameters say (fhirVersion, profile). */
const jsonType = /^application\/(?:fhir\+)?json\s*(?:;(?!\s*charset\s*=(?!\s*"?utf-8"?\s*(?:;|$))).*)?$/i;

/**
 * Reads a JSON body.
 * @throws ServiceError for another content type, a body over the limit, and text that is not JSON or not safe.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<unknown> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!jsonType.test(request.headers['content-type'] ?? '') || encoding !== 'identity') {
    throw new ServiceError('wrong-content-type');
  }
  return parse(withoutMark(await bytesOf(request, limit)));
}

function parse(bytes: Buffer): unknown {
  const guarded = guardJson(bytes);
  if (guarded.state === 'refused') throw new ServiceError('unsafe-json');
  const sound = guarded.state === 'repaired' ? Buffer.from(guarded.bytes) : bytes;
  try {
    return JSON.parse(sound.toString('utf8'));
  } catch {
    throw new ServiceError('not-json');
  }
}

function bytesOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = Number(request.headers['content-length'] ?? 0) > limit ? Infinity : 0;
  if (request.destroyed) reject(new ServiceError('not-json'));
  if (size > limit) {
    request.resume();
    reject(new ServiceError('too-large'));
    return promise;
  }
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else reject(new ServiceError('too-large'));
  });
  request.on('end', () => resolve(Buffer.concat(chunks)));
  request.on('error', () => reject(new ServiceError('not-json')));
  request.on('close', () => {
    if (!request.readableEnded) reject(new ServiceError('not-json'));
  });
  return promise;
}
