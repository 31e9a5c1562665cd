// Which addresses does the CDS Hooks part answer?

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Router } from 'express';
import type { CdsResponse } from '../cards/card.ts';
import { ServiceError } from '../errors.ts';
import { readCdsRequest, type CdsRequest } from './cds-request.ts';
import { cdsServices } from './cds-service.ts';
import { answerPatientView, type ServiceContext } from './patient-view.ts';
import { readBody } from './read-body.ts';

type Answer = (service: string, request: CdsRequest, context: ServiceContext) => Promise<CdsResponse>;

/** Who answers which hook. */
const answers: ReadonlyMap<string, Answer> = new Map([['patient-view', answerPatientView]]);

/** @throws ServiceError if there is no such service. */
function serviceNamed(id: string) {
  const service = cdsServices.find((each) => each.id === id);
  const answer = service === undefined ? undefined : answers.get(service.hook);
  if (service === undefined || answer === undefined) throw new ServiceError('unknown-service');
  return { ...service, answer };
}

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
  router.all('/cds-services', (_request, response) => {
    response.set('Allow', 'GET');
    throw new ServiceError('wrong-method');
  });

  router.post('/cds-services/:id', (request, response, next) => {
    answerTo(request, request.params.id).then((answer) => response.json(answer), next);
  });
  router.all('/cds-services/:id', (request, response) => {
    serviceNamed(request.params.id);
    response.set('Allow', 'POST');
    throw new ServiceError('wrong-method');
  });
  return router;

  async function answerTo(request: IncomingMessage, id: string): Promise<CdsResponse> {
    const service = serviceNamed(id);
    const sent = readCdsRequest(await readBody(request, bodyLimit));
    if (sent.hook !== service.hook) throw new ServiceError('wrong-hook', ['request.hook']);
    return service.answer(service.id, sent, context);
  }
}
