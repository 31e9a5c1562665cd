// What do those who run the service ask it: is it up, may it be sent work, what has it counted?

import { Router } from 'express';
import { ServiceError } from '../errors.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Journal } from '../store/journal.ts';
import { isReachable, type Store } from '../store/store.ts';

/** `/healthz`, `/readyz` and `/metrics`. Readiness is withdrawn while the service stops or cannot keep what it answers. */
export function operationsRouter({
  stopping,
  journal,
  store,
  metrics,
}: {
  readonly stopping: () => boolean;
  readonly journal: Journal;
  readonly store: Store;
  readonly metrics: Metrics;
}): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'up' }));
  router.get('/readyz', async (_request, response) => {
    if (stopping() || !journal.isHealthy() || !(await isReachable(store))) throw new ServiceError('busy');
    response.json({ status: 'ready' });
  });
  router.get('/metrics', (_request, response) => {
    response.type('text/plain; version=0.0.4').send(metrics.text());
  });
  return router;
}
