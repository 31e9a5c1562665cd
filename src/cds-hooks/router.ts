// Which addresses does the CDS Hooks part answer?

import { createHash } from 'node:crypto';
import { Router, type RequestHandler } from 'express';
import type { CdsResponse } from '../cards/card.ts';
import { ServiceError } from '../errors.ts';
import { readCdsRequest, type CdsRequest } from './cds-request.ts';
import { cdsServices } from './cds-service.ts';
import { answerPatientView, type ServiceContext } from './patient-view.ts';
import { readBody } from './read-body.ts';

type Answer = (service: string, request: CdsRequest, context: ServiceContext) => Promise<CdsResponse>;

/** Who answers which hook. */
const answers: ReadonlyMap<string, Answer> = new Map([['patient-view', answerPatientView]]);

const onlyMethods =
  (...allowed: readonly string[]): RequestHandler =>
  (_request, response) => {
    response.set('Allow', allowed.join(', '));
    throw new ServiceError('wrong-method');
  };

/** Discovery and the services. */
export function cdsHooksRouter(context: ServiceContext, bodyLimit: number): Router {
  const router = Router();
  const discovery = JSON.stringify({ services: cdsServices });
  const tag = `"${createHash('sha256').update(discovery).digest('base64url')}"`;

  router.get('/cds-services', (request, response) => {
    response.set({ ETag: tag, 'Cache-Control': 'max-age=300' });
    if (request.get('if-none-match') === tag) response.status(304).end();
    else response.type('application/json').send(discovery);
  });
  router.all('/cds-services', onlyMethods('GET'));

  router.post('/cds-services/:id', async (request, response) => {
    const service = cdsServices.find(({ id }) => id === request.params.id);
    const answer = service === undefined ? undefined : answers.get(service.hook);
    if (service === undefined || answer === undefined) throw new ServiceError('unknown-service');
    const sent = readCdsRequest(await readBody(request, bodyLimit));
    if (sent.hook !== service.hook) throw new ServiceError('wrong-hook', ['hook']);
    response.json(await answer(service.id, sent, context));
  });
  router.all('/cds-services/:id', (request, response) => {
    if (!cdsServices.some(({ id }) => id === request.params.id)) throw new ServiceError('unknown-service');
    response.set('Allow', 'POST');
    throw new ServiceError('wrong-method');
  });
  return router;
}
