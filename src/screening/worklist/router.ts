// Which addresses does the list of a trial have for reading?

import express, { type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import { ServiceError } from '../../errors.ts';
import { assessmentJson, storedText } from './assessment-json.ts';
import { auditViews } from './audit-views.ts';
import { changeRoutes } from './change-routes.ts';
import type { WorklistDependencies } from './dependencies.ts';
import { eventsOf } from './events.ts';
import { historyJson } from './history-json.ts';
import { lastLook } from './last-look.ts';
import { listCsv } from './list-csv.ts';
import { languageAsked, parameter, personBehind, queryOf, visiting, type Visit } from './visit.ts';
import { maySeeName } from './names.ts';
import { openSummary, rowJson, type RowJson } from './row-json.ts';
import { statementsOf } from './state-statement.ts';
import { listFilter, listRows, marksToday, rowNumbered, type ListRow } from './table.ts';

const page = listFilter.extend({
  offset: z.coerce.number().int().nonnegative().max(1_000_000).default(0),
  size: z.coerce.number().int().positive().max(100).default(50),
});

/** The API below `/worklist`; docs/worklist.md describes it. */
export function worklistRouter(dependencies: WorklistDependencies): Router {
  const { store, sealing, vault, trials, settings, consentBeforeName, zone, now, lookUp } = dependencies;
  const guard = visiting({ ...dependencies, trials: new Set(trials.keys()) });
  const readingOf = ({ role, language }: Visit) => ({ role, language, sealing, consentBeforeName });
  const contextOf = ({ person }: Visit) => ({ today: zone.dayAt(now()), settings, reader: person.name });
  const router = express.Router();

  router.get('/', ownTrials(dependencies));

  router.get(
    '/:trial',
    guard('viewer', async (visit) => {
      const { offset, size, ...filter } = queryOf(page, visit.request);
      const rows = await listRows(store.database, visit.trial, filter, contextOf(visit));
      const shown = rows.slice(offset, offset + size);
      const patients = shown.map((row) => rowJson(row, readingOf(visit)));
      await auditViews(store, visit, 'worklist', patientsOf(shown));
      visit.response.json({
        trial: { id: visit.trial, title: trials.get(visit.trial)?.titleIn(visit.language) ?? visit.trial },
        role: visit.role,
        total: rows.length,
        offset,
        size,
        states: countsOf(rows),
        patients,
      });
    }),
  );

  router.get(
    '/:trial/list.csv',
    guard('coordinator', async (visit) => {
      const rows = await listRows(store.database, visit.trial, queryOf(listFilter, visit.request), contextOf(visit));
      const patients: readonly RowJson[] = rows.map((row) => rowJson(row, readingOf(visit)));
      await auditViews(store, visit, 'worklist-csv', patientsOf(rows));
      visit.response.attachment(`worklist-${visit.trial}.csv`).type('text/csv').send(listCsv(patients, visit.language));
    }),
  );

  router.get(
    '/:trial/patients/:number',
    guard('viewer', async (visit) => {
      const row = await rowNumbered(store.database, visit.trial, parameter(visit.request, 'number'));
      if (row === undefined) throw new ServiceError('unknown-path');
      const text = await storedText(store.database, vault, row);
      const events = await eventsOf(store.database, row, sealing);
      const screening = await lastLook(store.database, row);
      const shownMarkers = marksToday(row.markers, zone.dayAt(now()), settings);
      const patient = rowJson({ ...row, shownMarkers }, readingOf(visit));
      const reader = { ...visit, mayIdentify: patient.nameMayBeSeen };
      const answer = {
        patient,
        ...(screening !== undefined && { screening }),
        ...(text !== undefined && { assessment: assessmentJson(text, reader) }),
        history: historyJson(events, visit.language),
        statements: await statementsOf(store.database, row),
      };
      await auditViews(store, visit, 'worklist-patient', [row.patient]);
      visit.response.json(answer);
    }),
  );

  router.get(
    '/:trial/patients/:number/evidence',
    guard('viewer', async (visit) => {
      const row = await rowNumbered(store.database, visit.trial, parameter(visit.request, 'number'));
      if (row === undefined) throw new ServiceError('unknown-path');
      if (lookUp === undefined) throw new ServiceError('not-possible');
      await auditViews(store, visit, 'worklist-evidence', [row.patient]);
      const mayIdentify = maySeeName(visit.role, row, openSummary(row, sealing), consentBeforeName);
      visit.response.json(await lookUp(row.patient, { language: visit.language, mayIdentify }));
    }),
  );

  router.use(changeRoutes(guard, dependencies));
  return router;
}

/** The trials whose list the reader may see. */
const ownTrials =
  ({ recognise, trials, language }: WorklistDependencies): RequestHandler =>
  async (request, response) => {
    const person = await personBehind(request, recognise);
    const asked = languageAsked(request, language);
    const own = [...trials.values()].flatMap(({ id, titleIn }) => {
      const role = person.roleFor(id);
      return role === undefined ? [] : [{ id, title: titleIn(asked), role }];
    });
    response.set('Cache-Control', 'no-store').json({ person: person.name, trials: own });
  };

const patientsOf = (rows: readonly ListRow[]): readonly string[] => rows.map(({ patient }) => patient);

/** How many patients are in each state. */
const countsOf = (rows: readonly ListRow[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(rows, ({ state }) => state)].map(([state, those]) => [state, those.length]));
