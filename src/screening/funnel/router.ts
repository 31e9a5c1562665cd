// Which addresses does the funnel of a trial have?

import express, { type Router } from 'express';
import { z } from 'zod';
import { ServiceError } from '../../errors.ts';
import { auditViews } from '../worklist/audit-views.ts';
import { wordsForCriteria } from '../worklist/criterion-words.ts';
import type { WorklistDependencies } from '../worklist/dependencies.ts';
import { queryOf, visiting, type Visit } from '../worklist/visit.ts';
import { compareRuns } from './compare.ts';
import { funnelCsv } from './funnel-csv.ts';
import { funnelOf } from './funnel.ts';
import { chosenRun, runsOf, type RunHead } from './run-results.ts';
import { screeningLog } from './screening-log.ts';

const name = z.string().min(1).max(100);
const oneRun = z.strictObject({ run: name.exactOptional() });
const twoRuns = z.strictObject({ before: name, after: name });

export type FunnelDependencies = Pick<
  WorklistDependencies,
  'recognise' | 'now' | 'store' | 'vault' | 'trials' | 'language'
> & { readonly smallestCount: number };

/** The API below `/funnel`; docs/worklist.md describes it. */
export function funnelRouter(dependencies: FunnelDependencies): Router {
  const { store, vault, trials, smallestCount } = dependencies;
  const guard = visiting({ ...dependencies, trials: new Set(trials.keys()) });
  const router = express.Router();

  const runOf = async ({ trial }: Visit, run: string | undefined): Promise<RunHead> => {
    const found = await chosenRun(store.database, trial, run);
    if (found === undefined) throw new ServiceError('unknown-path');
    return found;
  };
  const funnelFor = async (visit: Visit) => {
    const run = await runOf(visit, queryOf(oneRun, visit.request).run);
    await auditViews(store, visit, 'funnel', []);
    return await funnelOf(store.database, vault, run, smallestCount);
  };

  router.get(
    '/:trial/runs',
    guard('viewer', async ({ trial, response }) => {
      response.json({ runs: await runsOf(store.database, trial) });
    }),
  );

  router.get(
    '/:trial',
    guard('viewer', async (visit) => {
      const { criteria, ...funnel } = await funnelFor(visit);
      const words = wordsForCriteria(funnel.protocol, visit.language);
      const named = criteria.map((row) => ({ ...row, name: words.names({ id: row.criterion }).name }));
      visit.response.json({ ...funnel, criteria: named });
    }),
  );

  router.get(
    '/:trial/funnel.csv',
    guard('viewer', async (visit) => {
      const text = funnelCsv(await funnelFor(visit), visit.language);
      visit.response.attachment(`funnel-${visit.trial}.csv`).type('text/csv').send(text);
    }),
  );

  router.get(
    '/:trial/screening-log.csv',
    guard('coordinator', async (visit) => {
      const run = await runOf(visit, queryOf(oneRun, visit.request).run);
      const log = await screeningLog(store.database, vault, run, visit.language);
      await auditViews(store, visit, 'screening-log', log.patients);
      visit.response.attachment(`screening-log-${visit.trial}.csv`).type('text/csv').send(log.csv);
    }),
  );

  router.get(
    '/:trial/compare',
    guard('coordinator', async (visit) => {
      const { before, after } = queryOf(twoRuns, visit.request);
      const runs = [await runOf(visit, before), await runOf(visit, after)] as const;
      const { comparison, shown } = await compareRuns(store.database, vault, runs, visit.language);
      await auditViews(store, visit, 'funnel-compare', shown);
      visit.response.json(comparison);
    }),
  );
  return router;
}
