// A service with a list, people of every role, and patients who were screened.

import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config/config.ts';
import { accessSettings } from '../../../src/config/list-access.ts';
import { countedIn } from '../../../src/screening/funnel/count.ts';
import { tokenReader } from '../../../src/screening/worklist/access/token.ts';
import { recordScreening } from '../../../src/screening/worklist/record-screening.ts';
import type { Screened } from '../../../src/screening/run/screened.ts';
import { vault } from '../../../src/screening/run/vault.ts';
import { defaultListSettings } from '../../../src/config/list-rules.ts';
import { screeningNumber } from '../../../src/screening/worklist/number.ts';
import { noSite } from '../../../src/config/site.ts';
import { openJournal } from '../../../src/store/journal.ts';
import { sealing } from '../../../src/store/sealing.ts';
import type { Store } from '../../../src/store/store.ts';
import { callingSystem, testNow } from '../../cds-hooks/callers.ts';
import { assessed, type Wanted } from './assessments.ts';

export const trial = 'NCT06222853';
export const key = 'k'.repeat(32);
export const sealed = sealing(key);
const kept = vault(sealed);

export const provider = await callingSystem('https://login.hospital.example.org');

export const access = {
  issuer: provider.issuer,
  audience: 'lupus-worklist',
  keys: provider.keys,
  rolesClaim: 'realm_access.roles',
  nameClaim: 'preferred_username',
  trials: { [trial]: { viewer: ['see'], coordinator: ['coordinate'], investigator: ['investigate'] } },
};

/** The Authorization header of somebody with these roles. */
export const as = async (role: string, claims: object = {}): Promise<string> =>
  `Bearer ${await provider.token('lupus-worklist', {
    sub: `sub-${role}`,
    preferred_username: `${role}@example.org`,
    realm_access: { roles: [role] },
    ...claims,
  })}`;

export function listOn(store: Store, worklist: object = {}, now = () => testNow): Express {
  const config = readConfig(
    {},
    {
      publicUrl: 'https://cds.example.org',
      clients: { '*': { unauthenticated: true } },
      worklist: { access, ...worklist },
    },
  );
  const settings = accessSettings.parse(access);
  const noNetwork = async () => await Promise.reject(new Error('no network in this test'));
  return createApp({
    config,
    site: noSite,
    issuers: { issuers: new Map(), fetch: noNetwork },
    recognise: tokenReader({
      settings,
      keys: provider.configured.keys,
      fetch: noNetwork,
      now,
      clockToleranceSeconds: 30,
      refused: () => {},
    }),
    store,
    journal: openJournal(store, () => {}),
    pseudonymKey: key,
    now,
    connect: () => {
      throw new Error('no network in this test');
    },
    log: () => {},
  });
}

export type Told = Partial<Screened> & { readonly name?: string };

/** Screens a patient: result, who she is, and what it does to the list. */
export async function screenInto(
  store: Store,
  patient: string,
  wanted: Wanted = {},
  more: Told = {},
  json: object = {},
) {
  const { name = 'Li Na', ...about } = more;
  const assessment = assessed(wanted, json);
  const screened: Screened = {
    patient,
    protocol: `${trial}@5to18`,
    run: 'run-1',
    at: '2026-06-01T00:00:00.000Z',
    asOf: '2026-06-01',
    status: assessment.status,
    assessment,
    consent: 'none',
    signOfLupus: true,
    ...about,
  };
  const { run, at, asOf, protocol, status } = screened;
  await store.database.transaction().execute(async (transaction) => {
    const identity = kept.sealIdentity(patient, { reference: `Patient/${patient}-id`, server: 'https://ehr', name });
    await transaction
      .insertInto('subjects')
      .values({ patient, server: 'https://ehr', identity, consent: '', seen: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction
      .insertInto('results')
      .values({
        run,
        patient,
        protocol,
        protocol_digest: 'protocol-digest',
        engine_digest: 'engine-digest',
        fingerprint: '',
        basis: '',
        as_of: asOf,
        at,
        status,
        next_change: '',
        assessment: kept.sealAssessment(run, patient, JSON.stringify(assessment)),
        counted: kept.sealCounted(run, patient, JSON.stringify(countedIn(assessment))),
      })
      .execute();
    await transaction
      .insertInto('items')
      .values({ run, patient, position: 1, state: 'done', attempts: 0, reason: '', result_run: run })
      .execute();
    await recordScreening(transaction, screened, { sealing: sealed, settings: defaultListSettings });
  });
  return screeningNumber(trial, patient);
}

/** GET or POST as somebody with a role. */
export const visit = (app: Express) => ({
  get: async (path: string, role: string) =>
    await request(app)
      .get(path)
      .set('Authorization', await as(role)),
  post: async (path: string, role: string, body: object) =>
    await request(app)
      .post(path)
      .set('Authorization', await as(role))
      .send(body),
});
