// Neither a token nor anything that names the patient is written anywhere, whatever goes wrong.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { startServer, type AnsweringServer } from '../access/answering-server.ts';
import { hookRequest } from '../cds-hooks/ehr.ts';
import { faults } from './faults.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lupus-canary-'));

const [token, name, id] = ['CANARYTOKEN', 'CANARYNAME', 'CANARYID'] as const;

let ehr: AnsweringServer;
let service: ChildProcess;
let url = '';
let output = '';

/** Every answer of the FHIR server is bad, and names the patient in its words and headers. */
const lines = [...faults.keys()].filter((each) => !['silence', 'headers and nothing more'].includes(each));
let fault = '';

beforeAll(async () => {
  ehr = await startServer((request, response) => {
    response.setHeader('x-patient', name);
    const words = `{"resourceType":"OperationOutcome","issue":[{"severity":"error","diagnostics":"${name} ${token}"}]}`;
    if (fault === '500') response.writeHead(500, { 'content-type': 'application/fhir+json' }).end(words);
    else if (fault === 'HTML') response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${name}</h1>`);
    else if (fault === 'truncated JSON')
      response.writeHead(200, { 'content-type': 'application/json' }).end(words.slice(0, -3));
    else faults.get(fault)?.(request, response, `http://127.0.0.1:9/${name}`);
  });
  const config = join(folder, 'config.json');
  writeFileSync(
    config,
    JSON.stringify({
      publicUrl: 'https://cds.example.org',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'trace',
      store: join(folder, 'store.sqlite'),
      pseudonymKey: 'k'.repeat(40),
      deadlines: { total: 400, call: 200 },
      clients: {
        '*': { unauthenticated: true, fhirServers: [{ base: `${ehr.origin}/fhir`, networks: ['127.0.0.0/8'] }] },
      },
    }),
  );
  service = spawn(process.execPath, ['src/launch.mjs', 'server'], {
    cwd: root,
    env: { PATH: process.env['PATH'], CDS_CONFIG: config, CDS_LOG_LEVEL: 'trace' },
  });
  const keep = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  service.stdout?.on('data', keep);
  service.stderr?.on('data', keep);
  await new Promise<void>((resolve, reject) => {
    const timer = setInterval(() => {
      const port = /"port":(\d+)/.exec(output)?.[1];
      if (port !== undefined) url = `http://127.0.0.1:${port}`;
      if (port !== undefined || service.exitCode !== null) clearInterval(timer);
      if (port !== undefined) resolve();
      else if (service.exitCode !== null) reject(new Error(output));
    }, 50);
  });
});

afterAll(async () => {
  service.kill('SIGTERM');
  await ehr.close();
  rmSync(folder, { recursive: true, force: true });
});

const patient: Json = {
  resourceType: 'Patient',
  id,
  birthDate: '2012-03-15',
  gender: 'female',
  name: [{ text: name }],
};

const call = (prefetch: unknown, more: Json = {}): Promise<Response> =>
  fetch(`${url}/cds-services/lupus-car-t-patient-view`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      hookRequest(prefetch, {
        context: { userId: `Practitioner/${name}`, patientId: id },
        fhirServer: `${ehr.origin}/fhir`,
        fhirAuthorization: { access_token: token, token_type: 'Bearer', expires_in: 300, scope: 's', subject: name },
        ...more,
      }),
    ),
  });

it('finds no canary in log, metrics, errors and answers of many failing calls', async () => {
  const answers: string[] = [];
  for (const each of lines) {
    fault = each;
    for (const prefetch of [{}, { patient }]) {
      const response = await call(prefetch);
      expect([200, 412]).toContain(response.status);
      answers.push(await response.text());
    }
  }
  const wrong: readonly [string, string][] = [
    ['application/json', `{"hook":"${name}`],
    ['application/json', `{"hook":"patient-view","context":{"patientId":"${name}/${token}"}}`],
    ['text/plain', name],
  ];
  for (const [type, body] of wrong) {
    const response = await fetch(`${url}/cds-services/lupus-car-t-patient-view`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
      body,
    });
    answers.push(await response.text());
  }
  answers.push(await (await fetch(`${url}/Patient/${id}?name=${name}&token=${token}`)).text());
  answers.push(await (await call({ patient: { ...patient, id: 'another' } })).text());
  const metrics = await (await fetch(`${url}/metrics`)).text();
  service.kill('SIGTERM');
  await once(service, 'exit');
  const stored = readdirSync(folder)
    .filter((file) => file.startsWith('store'))
    .map((file) => readFileSync(join(folder, file), 'latin1'));

  expect(output.split('\n').length).toBeGreaterThan(lines.length);
  expect(metrics).toContain('fhir_searches_total{search="conditions",outcome="unavailable"');
  expect(stored.length).toBeGreaterThan(0);
  for (const canary of [token, name, id]) {
    expect(output).not.toContain(canary);
    expect(metrics).not.toContain(canary);
    expect(answers.join('\n')).not.toContain(canary);
    expect(stored.join('\n')).not.toContain(canary);
  }
});
