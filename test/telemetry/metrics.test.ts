import { readFileSync } from 'node:fs';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { together } from '../../src/telemetry/metrics-together.ts';
import { createMetrics, definitions } from '../../src/telemetry/metrics.ts';
import { metric } from '../../src/telemetry/metrics-registry.ts';
import { appUnderTest, clientOn, service } from '../app-under-test.ts';
import { chart, hookRequest, prefetchOf, startEhr } from '../cds-hooks/ehr.ts';

const metricsOf = async (app: Parameters<typeof request>[0]): Promise<string> =>
  (await request(app).get('/metrics').expect(200)).text;

describe('the text form', () => {
  it('begins every metric with help and type, and a metric without labels at zero', () => {
    const text = createMetrics().text();
    for (const { name, type } of Object.values(definitions)) expect(text).toContain(`# TYPE ${name} ${type}\n`);
    expect(text).toContain('\ncds_hooks_in_flight 0\n');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('escapes what a label value may hold, and takes no label that was not defined', () => {
    const counter = metric({ name: 'n', help: 'h', type: 'counter', labels: ['a'] });
    counter.add(2, { a: 'x"y\\z\n', patient: 'p' });
    expect(counter.lines()).toEqual(['# HELP n h', '# TYPE n counter', String.raw`n{a="x\"y\\z\n"} 2`]);
  });

  it('counts a value in every bucket that holds it', () => {
    const histogram = metric({ name: 'n', help: 'h', type: 'histogram', labels: [], buckets: [0.1, 1] });
    for (const value of [0.1, 0.5, 3]) histogram.observe(value);
    expect(histogram.lines().slice(2)).toEqual([
      'n_bucket{le="0.1"} 1',
      'n_bucket{le="1"} 2',
      'n_bucket{le="+Inf"} 3',
      'n_sum 3.6',
      'n_count 3',
    ]);
  });
});

describe('what is counted', () => {
  it('are calls by service and outcome, cards and dropped resources', async () => {
    const { app } = appUnderTest();
    const foreign = { resourceType: 'Procedure', id: 'f', subject: { reference: 'Patient/q' } };
    const prefetch = { ...prefetchOf(chart), procedures: { resourceType: 'Bundle', entry: [{ resource: foreign }] } };
    await request(app).post(service).send(hookRequest(prefetch)).expect(200);
    await request(app).post(service).send(hookRequest({})).expect(412);
    await request(app).post('/cds-services/no-such-canary').send({}).expect(404);
    const text = await metricsOf(app);
    const id = service.split('/').at(-1) ?? '';
    expect(text).toContain(`cds_hook_requests_total{service="${id}",outcome="answered"} 1`);
    expect(text).toContain(`cds_hook_requests_total{service="${id}",outcome="refused"} 1`);
    expect(text).toContain('cds_hook_requests_total{service="unknown",outcome="refused"} 1');
    expect(text).toContain(`cds_hook_duration_seconds_count{service="${id}"} 2`);
    expect(text).toContain(`cds_cards_total{service="${id}"} 1`);
    expect(text).toContain(`cds_foreign_resources_dropped_total{service="${id}"} 1`);
    expect(text).toContain('cds_hooks_in_flight 0');
    expect(text).not.toContain('canary');
  });

  it('are the searches on FHIR servers, and never whom they were for', async () => {
    const ehr = await startEhr(chart, { token: 'secret' });
    const { app } = appUnderTest(clientOn(ehr.base));
    const authorized = { fhirServer: ehr.base, fhirAuthorization: { access_token: 'secret' } };
    await request(app).post(service).send(hookRequest({}, authorized)).expect(200);
    const text = await metricsOf(app);
    expect(text).toContain('fhir_searches_total{search="observations",outcome="complete",manner="usual"} 1');
    expect(text).toContain('fhir_search_duration_seconds_count{search="conditions"} 1');
    expect(text).not.toMatch(/secret|Patient\/p|Nightingale/);
    await ehr.close();
  });

  it('are tokens that were not believed, by reason', async () => {
    const { app } = appUnderTest();
    await request(app).post(service).set('authorization', 'Bearer nonsense').send({}).expect(401);
    expect(await metricsOf(app)).toMatch(/cds_authentication_refused_total\{reason="[a-z-]+"\} 1/);
  });
});

describe('too many calls at once', () => {
  it('are turned away with 503 and Retry-After, and the service answers again afterwards', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const ehr = await startEhr(chart, {
      fault: (path, _request, response) => {
        if (!path.startsWith('Condition')) return false;
        void promise.then(() => response.writeHead(500).end());
        return true;
      },
    });
    const { app } = appUnderTest({ ...clientOn(ehr.base, true), limits: { inFlight: 1 } });
    const body = hookRequest(prefetchOf(chart, ['patient']), { fhirServer: ehr.base });
    const first = request(app).post(service).send(body);
    const answered = first.then((response) => response.status);
    while (!ehr.requests.some((path) => path.includes('Condition'))) await new Promise((again) => setTimeout(again, 5));
    const second = await request(app).post(service).send(body);
    expect([second.status, second.headers['retry-after']]).toEqual([503, '1']);
    await request(app).get('/healthz').expect(200);
    resolve();
    expect(await answered).toBe(200);
    await request(app)
      .post(service)
      .send(hookRequest(prefetchOf(chart)))
      .expect(200);
    expect(await metricsOf(app)).toContain('outcome="shed"} 1');
    await ehr.close();
  });
});

it('docs/metrics.md describes the metrics there are, and no others', () => {
  const page = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z_]+)` +\| (\w+) +\| ([^|]*) +\| (.+?) +\|$/gm)].map(
    ([, name, type, labels = '', help]) => ({
      name,
      type,
      labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label),
      help,
    }),
  );
  expect(rows).toEqual(
    Object.values(definitions).map(({ name, type, labels, help }) => ({ name, type, labels: [...labels], help })),
  );
});

it('the texts of several processes become one, every metric under one heading and every series with its process', () => {
  const [first, second] = [createMetrics(1), createMetrics(2)];
  first.add('hookRequests', 3, { service: 'a', outcome: 'answered' });
  second.add('hookRequests', 4, { service: 'a', outcome: 'answered' });
  second.observe('searchSeconds', 0.02, { search: 'patient' });
  const lines = together([first.text(), second.text()]).split('\n');
  const { length } = Object.keys(definitions);
  expect(lines.filter((line) => line.startsWith('# TYPE'))).toHaveLength(length);
  expect(lines.filter((line) => line.startsWith('# HELP'))).toHaveLength(length);
  const from = lines.indexOf('# TYPE cds_hook_requests_total counter') + 1;
  expect(lines.slice(from, from + 3)).toEqual([
    'cds_hook_requests_total{process="1",service="a",outcome="answered"} 3',
    'cds_hook_requests_total{process="2",service="a",outcome="answered"} 4',
    expect.stringMatching(/^# HELP cds_hook_duration_seconds /),
  ]);
  expect(lines).toContain('fhir_search_duration_seconds_count{process="2",search="patient"} 1');
  expect(together([second.text()])).toBe(second.text());
  expect(together([])).toBe('');
});
