import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { EvidenceReport } from '../../src/report/evidence-report.ts';
import { appUnderTest } from '../app-under-test.ts';
import { stories } from '../stories.ts';
import { ask, fromOwnPage, girlRecord } from './page.ts';

const app = appUnderTest();
const file = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}/record.json`, import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

const reportOf = async (body: object, headers = fromOwnPage): Promise<EvidenceReport> => {
  const { body: report, status } = await ask(app, body, headers);
  expect(status).toBe(200);
  return report as EvidenceReport;
};

describe('POST /assessment', () => {
  it('holds the same assessment, byte for byte, as the command line prints for the same record', async () => {
    const names = stories.map(({ name }) => name);
    const args = ['src/launch.mjs', 'cli', 'assess', '--as-of', '2026-06-01', ...names.map(file)];
    const output = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 });
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(names.length);
    for (const [index, { bundle }] of stories.entries()) {
      const { assessment } = await reportOf({ record: bundle });
      expect(JSON.stringify(assessment)).toBe(lines[index]);
    }
  });

  it('keeps nothing: no store, no cache, and no word of it in the log', async () => {
    const before = app.events.length;
    const response = await ask(app, { record: girlRecord });
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers).not.toHaveProperty('etag');
    const logged = app.events.slice(before);
    expect(logged).toMatchObject([{ event: 'request', route: '/assessment', status: 200 }]);
    expect(JSON.stringify(logged)).not.toMatch(/g14|Patient\//);
  });

  it('assesses as of today; another day is for the demo only', async () => {
    expect((await reportOf({ record: girlRecord })).asOf).toBe('2026-06-01');
    const response = await ask(app, { record: girlRecord, asOf: '2026-03-10' });
    expect([response.status, response.body.issue[0].expression]).toEqual([400, ['asOf']]);
  });

  it('counts a search that the page could not read as not read', async () => {
    const unread = [{ search: 'conditions', state: 'unavailable', reason: 'status-403' }];
    const report = await reportOf({ record: girlRecord, unread });
    expect(report.unseen).toMatchObject([{ search: 'conditions', state: 'unavailable' }]);
    expect(report.criteria.find(({ id }) => id === 'E1')?.verdict).toBe('unknown');
    const since = [{ search: 'observations', state: 'partial', reason: 'further-pages', completeSince: '2026-01-01' }];
    expect((await reportOf({ record: girlRecord, unread: since })).unseen).toMatchObject([
      { completeSince: '2026-01-01' },
    ]);
  });

  it('reads a failure or a further page inside the Bundle as not complete', async () => {
    const entry = { resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'forbidden' }] } };
    const { entry: entries, ...bundle } = girlRecord as { entry: object[] };
    const failed = await reportOf({ record: { ...bundle, entry: [...entries, entry] } });
    expect(failed.unseen.length).toBeGreaterThan(10);
    const link = [
      { relation: 'self', url: 'https://fhir.example.org/Condition?patient=g14' },
      { relation: 'next', url: 'https://fhir.example.org/page2' },
    ];
    const cut = { resource: { resourceType: 'Bundle', type: 'searchset', link, entry: [] } };
    const further = await reportOf({ record: { ...bundle, entry: [...entries, cut] } });
    expect(further.unseen.map(({ search }) => search)).toEqual(['conditions']);
  });

  it('recomputes with what the reader states, for this one answer', async () => {
    const attributions = [{ item: 'rash', to: 'lupus' }];
    const stated = await reportOf({ record: girlRecord, attributions, answers: [{ question: 'I7', verdict: 'met' }] });
    expect(stated.sledai.items.find(({ id }) => id === 'rash')).toMatchObject({
      state: 'present',
      signed: true,
      attribution: { to: 'lupus', date: '2026-06-01' },
    });
    expect(stated.criteria.find(({ id }) => id === 'I7')?.verdict).toBe('met');
    const again = await reportOf({ record: girlRecord });
    expect(again.sledai.items.find(({ id }) => id === 'rash')).toMatchObject({ state: 'unknown' });
    expect(again.criteria.find(({ id }) => id === 'I7')?.verdict).toBe('needs-investigator');
  });

  it('takes the other version of the protocol when asked for', async () => {
    const report = await reportOf({ record: girlRecord, protocol: 'NCT06222853@from5' });
    expect(report.protocol.version).toBe('from5');
  });

  it('leaves out resources of another patient and says how many', async () => {
    const { entry, ...bundle } = girlRecord as { entry: object[] };
    const foreign = {
      resource: {
        resourceType: 'Observation',
        id: 'foreign',
        status: 'final',
        subject: { reference: 'Patient/other' },
        code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }] },
        effectiveDateTime: '2026-05-31',
        valueQuantity: { value: 900, unit: 'U/L' },
      },
    };
    const report = await reportOf({ record: { ...bundle, entry: [...entry, foreign] } });
    expect(report.dropped).toBe(1);
    expect(report.criteria).toEqual((await reportOf({ record: girlRecord })).criteria);
  });

  it('answers a record full of markup with the same text, as JSON', async () => {
    const marked = stories.find(({ name }) => name === 'markup-in-the-name');
    const response = await ask(app, { record: marked?.bundle });
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(JSON.stringify(response.body)).not.toMatch(/&lt;|&amp;/);
  });
});

describe('POST /assessment/package', () => {
  it('answers a FHIR document about the patient, with the consent as the page says', async () => {
    const body = { record: girlRecord, consent: 'obtained' };
    const response = await ask(app, body, fromOwnPage, '/assessment/package')
      .buffer(true)
      .parse((incoming, done) => {
        let text = '';
        incoming.on('data', (chunk) => (text += String(chunk)));
        incoming.on('end', () => done(null, text));
      });
    expect(response.headers['content-type']).toBe('application/fhir+json; charset=utf-8');
    const bundle = JSON.parse(String(response.body)) as {
      type: string;
      timestamp: string;
      entry: { resource: { resourceType: string } }[];
    };
    expect(bundle).toMatchObject({ type: 'document', timestamp: '2026-06-01T04:00:00.000Z' });
    expect(bundle.entry[0]?.resource.resourceType).toBe('Composition');
    expect(JSON.stringify(bundle)).toContain('consent to this referral: obtained');
  });
});

describe('GET /assessment/config', () => {
  it('says what the page may read, with which scopes, and whom to call', async () => {
    const configured = appUnderTest({
      evidencePage: { clientId: 'evidence-page', fhirBases: ['https://fhir.example.org/r4/'] },
    });
    const { body, headers } = await request(configured.app).get('/assessment/config');
    expect(body).toMatchObject({
      clientId: 'evidence-page',
      fhirBases: ['https://fhir.example.org/r4'],
      contact: 'Trial office 4711',
      requireToken: false,
      demo: false,
    });
    expect(body.scopes.split(' ')).toEqual(expect.arrayContaining(['openid', 'fhirUser', 'patient/Observation.rs']));
    expect(body.searches).toHaveLength(15);
    expect(body.languages).toContain('en');
    expect(headers['cache-control']).toBe('no-store');
  });
});
