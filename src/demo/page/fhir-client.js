// How does the page read and write the hospital's FHIR server?

import { say } from './words.js';

export const fhirBase = `${location.origin}/fhir`;

const headers = { accept: 'application/fhir+json' };

/**
 * @param {string} path
 * @returns {Promise<any>} the resource
 */
async function get(path) {
  const response = await fetch(path.startsWith(location.origin) ? path : `${fhirBase}/${path}`, { headers });
  if (!response.ok) throw new Error(`${String(response.status)} from ${path}`);
  return response.json();
}

/**
 * Every match of a search, page after page.
 * @template {fhir4.FhirResource} T
 * @param {string} query
 * @returns {Promise<T[]>}
 */
export async function searchAll(query) {
  /** @type {T[]} */
  const found = [];
  /** @type {string | undefined} */
  let next = query;
  while (next !== undefined) {
    /** @type {fhir4.Bundle<T>} */
    const bundle = await get(next);
    for (const { resource } of bundle.entry ?? []) if (resource !== undefined) found.push(resource);
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
  return found;
}

/**
 * @template {fhir4.FhirResource} T
 * @param {string} reference such as "Patient/1"
 * @returns {Promise<T>}
 */
export const read = (reference) => get(reference);

/**
 * @param {fhir4.FhirResource} resource
 * @returns {Promise<string>} its new name, such as "ServiceRequest/1"
 * @throws Error in words for the reader if the server refuses it
 */
export async function create(resource) {
  const answer = await send('POST', resource.resourceType, resource);
  if (!answer.ok) throw refused(answer);
  return `${String(answer.body.resourceType)}/${String(answer.body.id)}`;
}

/** @param {{ readonly status: number, readonly body: any }} answer */
export const refused = ({ status, body }) =>
  new Error(say('fhir.failed', { status: String(status), why: String(body?.issue?.[0]?.diagnostics ?? '') }));

/**
 * The answer of the server to one request, whatever it is.
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<{ readonly ok: boolean, readonly status: number, readonly body: any }>}
 */
export async function send(method, path, body) {
  const response = await fetch(`${fhirBase}/${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/fhir+json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { ok: response.ok, status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
