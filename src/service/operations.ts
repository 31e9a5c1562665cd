// What do those who run the service ask it: is it up, may it be sent work, what has it counted?

import { Router } from 'express';
import { ServiceError } from '../errors.ts';
import type { Journal } from '../store/journal.ts';
import { isReachable, type Store } from '../store/store.ts';

/** `/healthz`, `/readyz` and `/metrics`. Readiness is withdrawn while the service stops or cannot keep what it answers. */
export function operationsRouter({
  stopping,
  journal,
  store,
  counted,
}: {
  readonly stopping: () => boolean;
  readonly journal: Journal;
  readonly store: Store;
  /** In the text form of Prometheus. */
  readonly counted: () => Promise<string>;
}): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'up' }));
  router.get('/readyz', async (_request, response) => {
    if (stopping() || !journal.isHealthy() || !(await isReachable(store))) throw new ServiceError('busy');
    response.json({ status: 'ready' });
  });
  router.get('/metrics', async (_request, response) => {
    response.type('text/plain; version=0.0.4').send(await counted());
  });
  return router;
}
