// Which addresses does the list of a trial have for changing something, and for learning a name?

import express, { type Router } from 'express';
import { z } from 'zod';
import { ServiceError } from '../../errors.ts';
import { isoDay } from '../../logic/calendar.ts';
import { appendAudit } from '../../store/audit.ts';
import { addNote, assign, changeState } from './change-state.ts';
import { identityOf } from '../run/vault.ts';
import { maySeeName } from './names.ts';
import { openSummary } from './row-json.ts';
import type { WorklistDependencies } from './dependencies.ts';
import { recordStatement, statementBody, withdrawStatement } from './state-statement.ts';
import { states } from './states.ts';
import { rowNumbered } from './table.ts';
import { bodyOf, parameter, type Visit, type Visiting } from './visit.ts';
import { listWords } from './words.ts';

const note = z.string().trim().min(1).max(4_000);
const revision = z.number().int().positive();

const stateBody = z.strictObject({ state: z.enum(states), note: note.exactOptional(), revision });
/** Empty for nobody, "me" for the person who asks. */
const assigneeBody = z.strictObject({ assignee: z.string().trim().max(200), revision });
const noteBody = z.strictObject({ text: note });
const nothing = z.strictObject({});

/** The addresses by which a person changes something about one patient of a list: state, assignee, note, answers, name. */
export function changeRoutes(guard: Visiting, dependencies: WorklistDependencies): Router {
  const { store, sealing, vault, trials, consentBeforeName, zone, now, rescreen } = dependencies;
  const { stateChanged = async () => {} } = dependencies;
  const router = express.Router();
  const patient = '/:trial/patients/:number';

  const deedOf = ({ trial, person, at, request }: Visit) => ({
    trial,
    person,
    at,
    number: parameter(request, 'number'),
  });

  const rowOf = async ({ trial, request }: Visit) => {
    const row = await rowNumbered(store.database, trial, parameter(request, 'number'));
    if (row === undefined) throw new ServiceError('unknown-path');
    return row;
  };

  router.post(
    `${patient}/state`,
    guard('coordinator', async (visit) => {
      const { revision: seen, ...wanted } = await bodyOf(stateBody, visit.request);
      const row = await changeState(store, sealing, { ...deedOf(visit), revision: seen }, wanted, stateChanged);
      visit.response.json({ state: row.state, revision: row.revision });
    }),
  );

  router.post(
    `${patient}/assignee`,
    guard('coordinator', async (visit) => {
      const { assignee, revision: seen } = await bodyOf(assigneeBody, visit.request);
      const whom = assignee === 'me' ? visit.person.name : assignee;
      const row = await assign(store, sealing, { ...deedOf(visit), revision: seen }, whom);
      visit.response.json({ ...(row.assignee !== '' && { assignee: row.assignee }), revision: row.revision });
    }),
  );

  router.post(
    `${patient}/notes`,
    guard('coordinator', async (visit) => {
      const { text } = await bodyOf(noteBody, visit.request);
      const row = await addNote(store, sealing, deedOf(visit), text);
      visit.response.status(201).json({ revision: row.revision });
    }),
  );

  router.post(
    `${patient}/statements`,
    guard('investigator', async (visit) => {
      const body = await bodyOf(statementBody, visit.request);
      const questions = trials.get(visit.trial)?.questions ?? new Set();
      const today = isoDay(zone.dayAt(now()));
      await recordStatement(store, sealing, deedOf(visit), body, { today, questions });
      visit.response.status(201).json({ counts: listWords(visit.language)('next-screening') });
    }),
  );

  router.post(
    `${patient}/statements/:statement/withdraw`,
    guard('investigator', async (visit) => {
      await bodyOf(nothing, visit.request);
      await withdrawStatement(store, sealing, deedOf(visit), parameter(visit.request, 'statement'));
      visit.response.json({ counts: listWords(visit.language)('next-screening') });
    }),
  );

  router.post(
    `${patient}/rescreen`,
    guard('coordinator', async (visit) => {
      await bodyOf(nothing, visit.request);
      const row = await rowOf(visit);
      if (rescreen === undefined) throw new ServiceError('not-possible');
      await rescreen(row.patient, visit.trial);
      const { at, person, trial } = visit;
      const event = { at, kind: 'worklist-rescreen', client: person.subject, patient: row.patient, detail: { trial } };
      await appendAudit(store, event);
      visit.response.status(202).json({ rescreen: 'requested', at });
    }),
  );

  router.post(
    `${patient}/name`,
    guard('coordinator', async (visit) => {
      await bodyOf(nothing, visit.request);
      const row = await rowOf(visit);
      const { at, person, trial, role, response } = visit;
      const allowed = maySeeName(role, row, openSummary(row, sealing), consentBeforeName);
      const identity = allowed ? await identityOf(store.database, vault, row.patient) : undefined;
      const detail = { trial, answer: identity === undefined ? 'refused' : 'told' };
      await appendAudit(store, { at, kind: 'worklist-name', client: person.subject, patient: row.patient, detail });
      if (identity === undefined) throw new ServiceError('not-possible');
      const { reference, server, name, birthDate } = identity;
      response.json({
        number: row.number,
        reference,
        server,
        ...(name !== undefined && { name }),
        ...(birthDate !== undefined && { birthDate }),
      });
    }),
  );
  return router;
}
