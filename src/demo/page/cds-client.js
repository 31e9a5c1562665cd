// How does an EHR call a CDS service: discover, prefetch, call, report what the clinician did?

import { fhirBase } from './fhir-client.js';
import { language, say, serviceTitle } from './words.js';

/** @import { Exchange, Service } from './page-types.d.ts' */

/** The clinician at the demo's keyboard. */
export const userId = 'Practitioner/demo-clinician';

/** @returns {Promise<readonly Service[]>} */
export async function discover() {
  const response = await fetch('/cds-services', { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`discovery answered ${String(response.status)}`);
  /** @type {{ services: Service[] }} */
  const { services } = await response.json();
  return services;
}

/**
 * Calls a service the way an EHR does: its prefetch templates are filled and asked of the FHIR server first; a template that
 * cannot be filled, or whose search fails, is left out of the request.
 * @param {Service} service
 * @param {Record<string, unknown>} context
 * @returns {Promise<Exchange>}
 */
export async function callService(service, context) {
  const started = performance.now();
  const asked = await Promise.all(
    Object.entries(service.prefetch ?? {}).map(async ([key, template]) => ({ key, ...(await ask(template, context)) })),
  );
  const prefetched = asked.filter(({ resource }) => resource !== undefined);
  const request = {
    hook: service.hook,
    hookInstance: crypto.randomUUID(),
    fhirServer: fhirBase,
    context,
    ...(prefetched.length > 0 && {
      prefetch: Object.fromEntries(prefetched.map(({ key, resource }) => [key, resource])),
    }),
  };
  const ready = performance.now();
  const answer = await post(`/cds-services/${service.id}`, request);
  return {
    title: `${service.hook}: ${serviceTitle(service)}`,
    ...answer,
    prefetch: asked.map(({ key, query, found }) => ({ key, query, found })),
    prefetchMilliseconds: ready - started,
  };
}

/**
 * Tells the service what became of a card.
 * @param {string} serviceId
 * @param {object} feedback one entry of the feedback list
 * @returns {Promise<Exchange>}
 */
export const sendFeedback = async (serviceId, feedback) => ({
  title: say('exchange.feedback'),
  ...(await post(`/cds-services/${serviceId}/feedback`, { feedback: [feedback] })),
});

/**
 * @param {string} url
 * @param {unknown} request
 */
async function post(url, request) {
  const started = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': language },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  const milliseconds = performance.now() - started;
  return { method: 'POST', url, request, status: response.status, response: parsed(text), milliseconds };
}

/** @param {string} text */
function parsed(text) {
  try {
    return /** @type {unknown} */ (JSON.parse(text));
  } catch {
    return text;
  }
}

/**
 * @param {string} template
 * @param {Record<string, unknown>} context
 * @returns {Promise<{ query: string, resource?: fhir4.FhirResource, found: string }>}
 */
async function ask(template, context) {
  const query = filled(template, context);
  if (query === undefined) return { query: template, found: 'not filled' };
  const response = await fetch(`${fhirBase}/${query}`, { headers: { accept: 'application/fhir+json' } });
  if (!response.ok) return { query, found: `failed: ${String(response.status)}` };
  /** @type {fhir4.FhirResource} */
  const resource = await response.json();
  if (resource.resourceType !== 'Bundle') return { query, resource, found: resource.resourceType };
  const [total, here] = [resource.total ?? 0, resource.entry?.length ?? 0];
  return { query, resource, found: total > here ? `${String(here)} of ${String(total)}` : String(total) };
}

/**
 * The template with every {{context.…}} replaced; undefined if the context lacks one of them.
 * @param {string} template
 * @param {Record<string, unknown>} context
 */
function filled(template, context) {
  let complete = true;
  const text = template.replaceAll(/\{\{([^}]*)\}\}/g, (_token, /** @type {string} */ path) => {
    const name = path.trim();
    const value = name === 'userPractitionerId' ? userId.split('/')[1] : context[name.replace(/^context\./, '')];
    if (typeof value === 'string') return value;
    complete = false;
    return '';
  });
  return complete ? text : undefined;
}
