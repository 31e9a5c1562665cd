// Results of which nothing is read are left out of staged files, and no assessment can tell.

import * as fc from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noSite } from '../../../src/config/site.ts';
import { assess } from '../../../src/eligibility/assess.ts';
import { toJson } from '../../../src/eligibility/json.ts';
import { bareElements, unreadCodes, type UnreadCodes } from '../../../src/fhir/bare-result.ts';
import { indexRecord } from '../../../src/fhir/index-record.ts';
import { markOfText } from '../../../src/fhir/json-tokens.ts';
import type { Json, PatientRecord } from '../../../src/fhir/record.ts';
import { nct06222853From5To18 as protocol } from '../../../src/protocols/nct06222853-5to18/protocol.ts';
import { fingerprintOf } from '../../../src/screening/sources/fingerprint.ts';
import { stageFolder } from '../../../src/screening/sources/folder-source.ts';
import { groupFiles } from '../../../src/screening/sources/grouping/group-files.ts';
import { openStaging } from '../../../src/screening/sources/grouping/staging-state.ts';
import { stagedPatients } from '../../../src/screening/sources/grouping/staged-patients.ts';
import { unreadMark } from '../../../src/screening/sources/grouping/staged-line.ts';
import { newLexicon } from '../../../src/terminology/lexicon.ts';
import { populationDay, toldAbout } from '../../bench/population.ts';
import { screeningOn, shanghai } from '../../builders.ts';
import { candidateGirl } from '../../fixtures/stories/candidate-girl.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unread-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const lexicon = newLexicon();
const unread = unreadCodes(lexicon, noSite.translate, 'test');

const loinc = (code: string, display: string) => ({
  coding: [{ system: 'http://loinc.org', code, display }],
  text: display,
});
const sodium = loinc('2951-2', 'Sodium [Moles/volume] in Serum or Plasma');
const creatinine = loinc('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma');
const subject = { reference: 'Patient/1' };

const result = (code: Json, more: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  code,
  subject,
  effectiveDateTime: '2026-05-30',
  valueQuantity: { value: 139, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  ...more,
});

let times = 0;

/** Stages the lines of one patient and gathers her record. */
async function gathered(resources: readonly (Json | string)[], codes?: UnreadCodes, base?: string) {
  times += 1;
  const [files, work] = [join(folder, `files${String(times)}`), join(folder, `work${String(times)}`)];
  mkdirSync(files);
  const text = resources.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');
  writeFileSync(join(files, 'All.ndjson'), text);
  const staged = await stageFolder({ folder: files, work, unread: codes, base });
  const built = await stagedPatients(staged).record('1');
  staged.staging.close();
  const buckets = (await readdir(work)).filter((name) => name.startsWith('bucket-'));
  const kept = await Promise.all(buckets.map(async (name) => await readFile(join(work, name), 'utf8')));
  return {
    built,
    stubs: kept
      .join('')
      .split('\n')
      .filter((line) => line.includes(`\t${unreadMark}\t{`)),
  };
}

const assessed = (record: PatientRecord) =>
  toJson(assess(protocol, record, screeningOn(populationDay), noSite.translate, lexicon));

function recordIn({ built }: Awaited<ReturnType<typeof gathered>>): PatientRecord {
  if (built === undefined || 'problem' in built) throw new Error(built?.problem ?? 'nobody');
  return built.record;
}

/** A candidate, without the results of which nothing is read. */
const girl = toldAbout(candidateGirl, '1', populationDay).filter(
  ({ resourceType, code }) => resourceType !== 'Observation' || !unread.has(JSON.stringify(code)),
);

/** The assessment with results left out, after making sure that it is the one of the whole record. */
async function sameAssessment(more: readonly (Json | string)[], base?: string) {
  const whole = await gathered([...girl, ...more], undefined, base);
  const without = await gathered([...girl, ...more], unread, base);
  const [all, some] = [recordIn(whole), recordIn(without)];
  expect(assessed(some)).toEqual(assessed(all));
  expect(whole.stubs).toEqual([]);
  return { left: all.resources.length - some.resources.length, stubs: without.stubs, record: some };
}

describe('a result is left out', () => {
  it.each<[string, Json]>([
    ['whose code names no measurement of ours', result(sodium)],
    ['with every element of a bare result', result(sodium, Object.fromEntries(bareElements.flatMap(extra)))],
    ['whose code is only a text', result({ text: '血清钠' })],
    ['whose code names nothing', result({ coding: [] })],
    ['without an id', { ...result(sodium), id: undefined }],
    ['that was entered in error', result(sodium, { status: 'entered-in-error' })],
  ])('%s', async (_, line) => {
    const { left, stubs } = await sameAssessment([line]);
    expect([left, stubs.length]).toEqual([1, 1]);
  });

  it('as its id, meta and code alone', async () => {
    const meta = { versionId: '3', lastUpdated: '2026-05-31T00:00:00Z' };
    const { stubs } = await sameAssessment([result(sodium, { meta, note: [{ text: 'nobody needs this' }] })]);
    expect(stubs[0]?.split('\t').at(-1)).toBe(
      JSON.stringify({ resourceType: 'Observation', id: 'o1', meta, code: sodium }),
    );
  });

  it('wherever its code stands, and with blanks around it', async () => {
    const { code, resourceType, ...others } = result(sodium);
    const [first, last] = [
      { code, resourceType, ...others },
      { resourceType, ...others, code },
    ];
    const spaced = JSON.stringify(last, null, 1).replaceAll('\n', ' ');
    const { left, stubs } = await sameAssessment([first, { ...last, id: 'o2' }, spaced.replace('"o1"', '"o3"')]);
    expect(left).toBe(3);
    for (const stub of stubs) expect(JSON.parse(stub.split('\t').at(-1) ?? '')).toMatchObject({ code: sodium });
  });
});

/** One more element of a bare result, with what nobody reads. */
function extra(name: string): [string, unknown][] {
  return ['resourceType', 'id', 'status', 'code', 'subject', 'valueQuantity'].includes(name) ? [] : [[name, 'x']];
}

describe('a result is kept whole', () => {
  it.each<[string, Json | string]>([
    ['whose code names a measurement of ours', result(creatinine)],
    ['with an answer in words', result({ text: 'Malignancy' }, { valueString: 'leukemia, in remission' })],
    ['with a coded answer', result({ text: 'Diagnosis' }, { valueCodeableConcept: { text: 'systemic lupus' } })],
    ['with yes or no', result({ text: 'Pregnant' }, { valueBoolean: true })],
    ['with components', result(loinc('85354-9', 'Blood pressure panel'), { component: [{ code: creatinine }] })],
    ['with a contained resource', result(sodium, { contained: [{ resourceType: 'Specimen', id: 's' }] })],
    ['with a modifier extension', result(sodium, { modifierExtension: [{ url: 'urn:not' }] })],
    ['with one further inside', result(sodium, { referenceRange: [{ modifierExtension: [{ url: 'urn:not' }] }] })],
    ['about somebody else', result(sodium, { focus: [{ reference: 'Patient/2' }] })],
    ['with an element that nobody knows', result(sodium, { valueReference: { reference: 'Condition/1' } })],
    ['with an extension beside a value', result(sodium, { _valueString: { extension: [] } })],
    ['without a code', { ...result(sodium), code: undefined }],
    ['with an escape in a key', JSON.stringify(result(sodium)).replace('"unit"', String.raw`"un\u0069t"`)],
    ['with the same key twice', JSON.stringify(result(sodium)).replace('"final"', '"final","status":"final"')],
    ['that names its patient also otherwise', result(sodium, { patient: subject })],
  ])('%s', async (_, line) => {
    const { stubs } = await sameAssessment([line]);
    expect(stubs).toEqual([]);
  });

  it('that names its patient by an absolute reference', async () => {
    const base = 'https://fhir.example.org/r4';
    const { stubs } = await sameAssessment([result(sodium, { subject: { reference: `${base}/Patient/1` } })], base);
    expect(stubs).toEqual([]);
  });

  it('that is no JSON: its patient cannot be read, where she could if it were left out', async () => {
    const broken = JSON.stringify(result(sodium)).replace(',"valueQuantity"', ' "valueQuantity"');
    const { built, stubs } = await gathered([...girl, broken], unread);
    expect([built, stubs]).toEqual([{ problem: 'not JSON' }, []]);
  });

  it('where the site maps its code to a measurement of ours', async () => {
    const local = { coding: [{ system: 'urn:lab', code: 'NA1', display: 'Local' }] };
    const mapped = unreadCodes(
      lexicon,
      (concept) =>
        concept.codings[0]?.code === 'NA1' ? { codings: [{ system: 'http://loinc.org', code: '2160-0' }] } : concept,
      'mapped',
    );
    const [asMapped, asSent] = await Promise.all(
      [mapped, unread].map(async (codes) => (await gathered([...girl, result(local)], codes)).stubs.length),
    );
    expect([asMapped, asSent]).toEqual([0, 1]);
  });
});

it('no other element of an Observation is taken for one of a bare result', () => {
  const read =
    'contained modifierExtension implicitRules focus component hasMember derivedFrom dataAbsentReason patient individual effectiveTiming valueString valueBoolean valueCodeableConcept valueRange valueRatio valueSampledData valueTime valueDateTime valuePeriod';
  const others = [...read.split(' '), ...bareElements.map((name) => `_${name}`)];
  const marks = new Set(bareElements.map(markOfText));
  expect(others.filter((name) => marks.has(markOfText(name)))).toEqual([]);
});

it('of two versions of one result the newer counts, whichever of them nobody reads', async () => {
  const version = (code: Json, day: string) => result(code, { meta: { lastUpdated: `2026-05-${day}T00:00:00Z` } });
  const [newer, older] = await Promise.all([
    sameAssessment([version(creatinine, '10'), version(sodium, '20')]),
    sameAssessment([version(creatinine, '20'), version(sodium, '10')]),
  ]);
  const creatinines = ({ record }: typeof newer) =>
    indexRecord(record, shanghai, noSite.translate, lexicon)
      .readings('creatinine')
      .filter(({ reference }) => reference === 'Observation/o1').length;
  expect([creatinines(newer), creatinines(older)]).toEqual([0, 1]);
});

it('a reference can still name what was left out', async () => {
  const procedure: Json = {
    resourceType: 'Procedure',
    id: 'x',
    status: 'completed',
    code: { text: 'Dialysis' },
    subject,
    performedDateTime: '2026-05-01',
    reasonReference: [{ reference: 'Observation/o1' }, { reference: 'Observation/nobody' }],
  };
  const { left, record } = await sameAssessment([result(sodium), procedure]);
  expect(left).toBe(1);
  expect([record.unread?.('Observation/o1')?.['code'], record.unread?.('Observation/o2')]).toEqual([sodium, undefined]);
  const entry = indexRecord(record, shanghai, noSite.translate, lexicon).procedures.find(
    ({ reference }) => reference === 'Procedure/x',
  );
  expect(entry?.reasons).toMatchObject([{ text: sodium.text }]);
});

it('a search of which only such results remain is partial where something else was left out, as with the whole record', async () => {
  const patient: Json = { resourceType: 'Patient', id: '1', gender: 'female', birthDate: '2014-05-05' };
  const modified = result(creatinine, { id: 'o2', modifierExtension: [{ url: 'urn:not' }] });
  const states = await Promise.all(
    [undefined, unread].map(
      async (codes) => recordIn(await gathered([patient, result(sodium), modified], codes)).retrieved,
    ),
  );
  expect(states[1]).toEqual(states[0]);
  expect(states[0]?.observations).toEqual({ state: 'partial', reason: 'modifier-extension' });
});

it('a patient of whom more was left out than a record may hold is refused as with the whole record', async () => {
  const patient = '{"resourceType":"Patient","id":"1"}';
  const many = Array.from(
    { length: 200_000 },
    () => '{"resourceType":"Observation","code":{},"subject":{"reference":"Patient/1"}}',
  );
  expect((await gathered([patient, ...many.slice(1)], unread)).built).toHaveProperty('record');
  expect((await gathered([patient, ...many], unread)).built).toEqual({
    problem: 'not safe to read: too-many-resources',
  });
});

it('what was deleted on the server is not left out but gone', async () => {
  const [file, work] = [join(folder, 'All.ndjson'), join(folder, 'work')];
  writeFileSync(file, [...girl, result(sodium)].map((each) => JSON.stringify(each)).join('\n'));
  const staging = openStaging(work);
  const state = await groupFiles({
    files: [{ path: file }],
    folder: work,
    staging,
    unread,
    deleted: ['Observation/o1'],
  });
  const built = await stagedPatients({ folder: work, staging, state }).record('1');
  staging.close();
  expect(built).toHaveProperty('record.patient');
  expect(built).not.toHaveProperty('record.unread');
});

it('a record stays the same when a result comes of which nothing is read, and not when one of ours comes', async () => {
  const fingerprint = async (more: readonly Json[]) =>
    fingerprintOf(recordIn(await gathered([...girl, ...more], unread)));
  const [before, unknown, ours] = await Promise.all([[], [result(sodium)], [result(creatinine)]].map(fingerprint));
  expect([unknown === before, ours === before]).toEqual([true, false]);
});

it('files that were grouped for other codes are grouped anew', async () => {
  const [files, work] = [join(folder, 'files'), join(folder, 'work')];
  mkdirSync(files);
  writeFileSync(join(files, 'All.ndjson'), [...girl, result(sodium)].map((each) => JSON.stringify(each)).join('\n'));
  const grouped = async (codes?: UnreadCodes) => {
    const staged = await stageFolder({ folder: files, work, unread: codes });
    const record = await stagedPatients(staged).record('1');
    staged.staging.close();
    return record !== undefined && 'record' in record && record.record.unread !== undefined;
  };
  const other: UnreadCodes = { digest: 'other', has: () => false };
  expect([
    await grouped(unread),
    await grouped(unread),
    await grouped(other),
    await grouped(),
    await grouped(unread),
  ]).toEqual([true, true, false, false, true]);
});

it(
  'whatever results a chart holds, leaving out what nobody reads changes no assessment',
  { timeout: 120_000 },
  async () => {
    const codes = [
      sodium,
      creatinine,
      loinc('29463-7', 'Body weight'),
      loinc('8867-4', 'Heart rate'),
      { text: '肌酐' },
      { text: 'Hepatitis B surface antigen' },
      { text: 'Comment' },
      { coding: [{ system: 'urn:x', code: '1' }] },
      {},
    ];
    const quantity = fc.record({ value: fc.integer({ min: -1, max: 300 }), unit: fc.constantFrom('mg/dL', 'kg', 'x') });
    const element = fc.record(
      {
        valueQuantity: quantity,
        valueString: fc.constantFrom('positive', 'negative', 'dialysis', 'leukemia', '12', ''),
        valueCodeableConcept: fc.constant({ text: 'positive' }),
        component: fc.constant([{ code: creatinine, valueQuantity: { value: 3, unit: 'mg/dL' } }]),
        interpretation: fc.constant([{ text: 'High' }]),
        effectiveDateTime: fc.constantFrom('2026-05-30', '2026-01-02', '2019'),
        status: fc.constantFrom('final', 'preliminary', 'entered-in-error', 'cancelled'),
        note: fc.constant([{ text: 'hemolyzed' }]),
        method: fc.constant({ text: 'Bedside Schwartz' }),
        specimen: fc.constant({ display: 'urine' }),
        hasMember: fc.constant([{ reference: 'Observation/o1' }]),
        modifierExtension: fc.constant([{ url: 'urn:not' }]),
        focus: fc.constant([{ display: 'mother' }]),
        meta: fc.record({ lastUpdated: fc.constantFrom('2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z') }),
      },
      { requiredKeys: ['effectiveDateTime', 'status'] },
    );
    const one = fc.record({ code: fc.constantFrom(...codes), id: fc.constantFrom('a', 'b', 'c', 'd'), element });
    const chart = fc.array(one, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(chart, async (results) => {
        const seen = new Set<string>();
        // Of versions of one moment none is the newer one.
        const lines = results.flatMap(({ code, id, element: more }) => {
          const version = `${id} ${more.meta?.lastUpdated ?? ''}`;
          if (seen.has(version)) return [];
          seen.add(version);
          return [{ resourceType: 'Observation', id, code, subject, ...more }];
        });
        await sameAssessment(lines);
      }),
      { numRuns: Number(process.env['LAW_RUNS'] ?? 150) },
    );
  },
);
