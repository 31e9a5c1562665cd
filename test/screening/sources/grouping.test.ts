// Files by resource type become patients: all of them, whole, and what is missing is said.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordFromText } from '../../../src/fhir/record-text.ts';
import { folderSource, stageFolder } from '../../../src/screening/sources/folder-source.ts';
import { groupFiles } from '../../../src/screening/sources/grouping/group-files.ts';
import { stagedPatients } from '../../../src/screening/sources/grouping/staged-patients.ts';
import { openStaging } from '../../../src/screening/sources/grouping/staging-state.ts';
import type { Gathered, Source } from '../../../src/screening/sources/source.ts';
import { expectedCounts, populationBundles, populationDay, writePopulation } from '../../bench/population.ts';

let folder: string;
let files: string;
let work: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grouping-'));
  [files, work] = [join(folder, 'files'), join(folder, 'work')];
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const never = new AbortController().signal;

async function everyone(source: Source, resumeFrom?: string) {
  return (await Array.fromAsync(source.items(resumeFrom))).map(({ item, progress }) => ({ ...item, progress }));
}

function recordOf(gathered: Gathered) {
  if ('problem' in gathered) throw new Error(gathered.problem);
  return gathered.record;
}

const node = process.execPath;
const cli = (args: readonly string[], input = '') => {
  const script =
    "import('./src/cli.ts').then(async (m)=>{process.exitCode=await m.main(process.argv.slice(1),()=>new Date())})";
  return execFileSync(node, ['-e', script, ...args], {
    input,
    maxBuffer: 1e9,
    stdio: ['pipe', 'pipe', 'pipe'],
  }).toString();
};

test('group and assess give the same bytes as assess of the whole Bundles', { timeout: 120_000 }, async () => {
  const patients = 24;
  await writePopulation(files, patients, 50);
  const grouped = cli(['group', files, '--work', work]).trim().split('\n');
  const both = [...grouped, ...populationBundles(patients, 50)].join('\n');
  const assessed = cli(['assess', '--as-of', populationDay, '-'], both).trim().split('\n');
  const [fromFiles, fromBundles] = [assessed.slice(0, patients), assessed.slice(patients)];
  expect(fromFiles.toSorted()).toEqual(fromBundles.toSorted());
  const statuses = fromFiles.map((line) => (JSON.parse(line) as { status: string }).status);
  const counts = Object.fromEntries(
    Object.keys(expectedCounts(patients)).map((each) => [each, statuses.filter((status) => status === each).length]),
  );
  expect(counts).toEqual(expectedCounts(patients));
});

test('each shard holds other patients, and together they are everybody', async () => {
  await writePopulation(files, 40, 50);
  const sizes: number[] = [];
  for (const index of [0, 1, 2]) {
    const source = folderSource({ folder: files, work: `${work}-${String(index)}`, shard: { index, of: 3 } });
    sizes.push((await everyone(source)).length);
    await source.close('finished');
  }
  expect(sizes.reduce((sum, each) => sum + each, 0)).toBe(40);
  expect(Math.min(...sizes)).toBeGreaterThan(0);
});

test('staged files can be read by their owner only, and are gone when their patients are done', async () => {
  await writePopulation(files, 8, 50);
  const source = folderSource({ folder: files, work });
  const items = await everyone(source);
  expect(items).toHaveLength(8);
  expect(readdirSync(work).filter((name) => (statSync(join(work, name)).mode & 0o077) !== 0)).toEqual([]);
  expect(statSync(work).mode & 0o077).toBe(0);
  for (const item of items) await source.done(item);
  expect(readdirSync(work).filter((name) => name.startsWith('bucket-'))).toEqual([]);
  await source.close('finished');
  expect(existsSync(work)).toBe(false);
});

test('an interrupted grouping goes on in the middle of a file and gives the same lines', async () => {
  await writePopulation(files, 30, 60);
  writeFileSync(join(files, 'Packed.ndjson.gz'), gzipSync(readFileSync(join(files, 'Observation.ndjson'))));
  await rm(join(files, 'Observation.ndjson'));
  const whole = join(folder, 'whole');
  const undisturbed = await stageFolder({ folder: files, work: whole });
  undisturbed.staging.close();

  const listed = undisturbed.state.files.map(({ path }) => ({ path }));
  for (let attempt = 1, complete = false; !complete; attempt += 1) {
    const staging = openStaging(work);
    const stop = new AbortController();
    let reports = 0;
    const grouping = groupFiles({
      files: listed,
      folder: work,
      staging,
      checkpointBytes: 1,
      signal: stop.signal,
      onProgress: () => {
        reports += 1;
        if (reports === 2) stop.abort();
      },
    });
    complete = await grouping.then(
      ({ complete }) => complete,
      () => false,
    );
    staging.close();
    expect(attempt).toBeLessThan(60);
    if (!complete)
      for (const name of readdirSync(work))
        if (name.startsWith('bucket-')) appendFileSync(join(work, name), 'half a li');
  }
  const bucket = readdirSync(whole).find((name) => name.startsWith('bucket-')) ?? '';
  expect(readFileSync(join(work, bucket), 'utf8')).toBe(readFileSync(join(whole, bucket), 'utf8'));
});

test('items go on after the last one that was taken over', async () => {
  await writePopulation(files, 12, 50);
  const source = folderSource({ folder: files, work });
  const all = await everyone(source);
  await source.close('interrupted');
  const again = folderSource({ folder: files, work });
  expect(await everyone(again, all[4]?.progress)).toEqual(all.slice(5));
  await again.close('finished');
});

const patient = '{"resourceType":"Patient","id":"1","birthDate":"2012-01-01"}';
const condition = '{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/1"}}';
const lines = (name: string, ...text: readonly (string | Buffer)[]) => {
  writeFileSync(
    join(files, name),
    Buffer.concat(text.map((each) => Buffer.concat([Buffer.from(each), Buffer.from('\n')]))),
  );
};

async function retrievedFrom(write: () => void) {
  await writePopulation(files, 4, 50);
  write();
  const source = folderSource({ folder: files, work });
  const gathered = await source.gather({ server: 'x', patient: 'Patient/1' }, never);
  await source.close('finished');
  return recordOf(gathered).retrieved;
}

test('a line that cannot be read leaves its type partial for everybody, and nothing else', async () => {
  const retrieved = await retrievedFrom(() => {
    lines('More.ndjson', patient, condition, condition.slice(0, 40));
  });
  expect(retrieved.conditions.state).toBe('partial');
  expect(retrieved.observations.state).toBe('complete');
});

test('a line of which not even the type can be read leaves every type partial', async () => {
  const retrieved = await retrievedFrom(() => {
    lines('x.ndjson', patient, condition, '{"id":');
  });
  expect(new Set(Object.values(retrieved).map(({ state }) => state))).toEqual(new Set(['complete', 'partial']));
  expect(retrieved.adverseEvents.state).toBe('partial');
});

test('an archive that is cut off leaves its type partial', async () => {
  const retrieved = await retrievedFrom(() => {
    lines('Patient.1.ndjson', patient);
    const text = Array.from({ length: 500 }, (_, index) => condition.replace('"c"', `"c${String(index * 7919)}"`)).join(
      '\n',
    );
    const packed = gzipSync(`${text}\n`);
    writeFileSync(join(files, 'Condition.1.ndjson.gz'), packed.subarray(0, packed.length - 40));
  });
  expect(retrieved.conditions.state).toBe('partial');
  expect(retrieved.procedures.state).toBe('complete');
});

test('an outcome among the lines that reports a failure leaves the type of its file partial; one that informs does not', async () => {
  const outcome = (severity: string) =>
    JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity, code: 'informational' }] });
  const retrieved = await retrievedFrom(() => {
    lines('Patient.1.ndjson', patient);
    lines('Procedure.1.ndjson', outcome('error'));
    lines('Immunization.1.ndjson', outcome('information'));
  });
  expect(retrieved.procedures.state).toBe('partial');
  expect(retrieved.immunizations.state).toBe('complete');
});

test('files without any resource of a type that every chart has prove nothing about it', async () => {
  const retrieved = await retrievedFrom(() => {
    for (const name of readdirSync(files))
      if (/^(Observation|List|Medication)/.test(name)) writeFileSync(join(files, name), '');
    lines('Patient.1.ndjson', patient);
  });
  expect(retrieved.observations.state).toBe('partial');
  expect(retrieved.medicationRequests.state).toBe('partial');
  expect(retrieved.lists.state).toBe('complete');
});

test('a Medication is given to every patient who refers to it', async () => {
  await writePopulation(files, 4, 50);
  const order = (id: string) =>
    `{"resourceType":"MedicationRequest","id":"m${id}","subject":{"reference":"Patient/${id}"},"medicationReference":{"reference":"Medication/shared"}}`;
  lines('More.ndjson', order('1'), order('2'), patient, patient.replace('"1"', '"2"'), patient.replace('"1"', '"3"'));
  lines('Zlast.ndjson', '{"resourceType":"Medication","id":"shared","code":{"text":"prednisone"}}');
  const source = folderSource({ folder: files, work });
  const drugs = await Promise.all(
    ['1', '2', '3'].map(async (id) => {
      const { resources } = recordOf(await source.gather({ server: 'x', patient: `Patient/${id}` }, never));
      return resources.filter(({ resourceType }) => resourceType === 'Medication').length;
    }),
  );
  await source.close('finished');
  expect(drugs).toEqual([1, 1, 0]);
});

test('a patient of whom only results came is reported, not passed over', async () => {
  await writePopulation(files, 4, 50);
  lines('More.ndjson', condition.replace('Patient/1', 'Patient/unknown'));
  const source = folderSource({ folder: files, work });
  const items = await everyone(source);
  expect(items.map(({ patient }) => patient)).toContain('Patient/unknown');
  expect(await source.gather({ server: 'x', patient: 'Patient/unknown' }, never)).toEqual({
    problem: 'no Patient in the Bundle',
    retryable: false,
  });
  await source.close('finished');
});

const observation = (more: string) =>
  `{"resourceType":"Observation","id":"o","subject":{"reference":"Patient/1"},${more}}`;

test.each([
  ['nothing', '"status":"final"'],
  ['blanks', '"note" : [ { "text" : "x" } ] '],
  ['a contained resource', '"contained":[{"resourceType":"Medication","id":"m"}]'],
  ['more contained resources than one digit tells', `"contained":[${'{"resourceType":"Medication"},'.repeat(11)}{}]`],
  ['a key twice', '"status":"final","status":"entered-in-error"'],
  ['a number beyond every number', '"valueQuantity":{"value":1e400}'],
  ['a key that reaches a prototype', '"__proto__":{}'],
  ['too many levels', `"x":${'['.repeat(61)}${']'.repeat(61)}`],
  ['no JSON', '"x":nul'],
  ['bytes that are no text', Buffer.from([0x22, 0x78, 0x22, 0x3a, 0x22, 0xff, 0x22])],
])('a patient gathered line by line is the one that her Bundle gives, with %s in a line', async (_, more) => {
  await writePopulation(files, 4, 50);
  const line = Buffer.concat([Buffer.from(observation('').slice(0, -1)), Buffer.from(more), Buffer.from('}')]);
  lines('More.ndjson', patient, condition, line, `\t${observation('"effectiveDateTime":"2026-01-01"')}\r`);
  const staged = await stageFolder({ folder: files, work, base: 'https://fhir.example.org/r4' });
  const patients = stagedPatients(staged);
  const text = (await patients.bundle('1')) ?? Buffer.from('');
  expect(await patients.record('1')).toEqual(recordFromText(text));
  staged.staging.close();
});

test('a line that is not safe to read is refused with its patient, and others stay complete', async () => {
  await writePopulation(files, 4, 50);
  lines('More.ndjson', patient, patient.replace('"1"', '"2"'), observation('"constructor":1'));
  const source = folderSource({ folder: files, work });
  expect(await source.gather({ server: 'x', patient: 'Patient/1' }, never)).toEqual({
    problem: 'not safe to read: forbidden-key',
    retryable: false,
  });
  const other = recordOf(await source.gather({ server: 'x', patient: 'Patient/2' }, never));
  expect(other.retrieved.observations.state).toBe('complete');
  await source.close('finished');
});

test('lines that an earlier version has staged in another way are grouped anew', async () => {
  await writePopulation(files, 6, 50);
  const { staging, state } = await stageFolder({ folder: files, work });
  const { form: _, ...earlier } = state;
  staging.close();
  const database = new DatabaseSync(join(work, 'staging.sqlite'));
  database.prepare('UPDATE state SET value = ?').run(JSON.stringify(earlier));
  database.close();
  const source = folderSource({ folder: files, work });
  const everybody = await everyone(source);
  expect(everybody).toHaveLength(6);
  for (const item of everybody) expect(await source.gather(item, never)).toHaveProperty('record');
  await source.close('finished');
});
