// A diagnosis in another encoding than UTF-8 is not read as a word that nobody knows, whichever way the record comes.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { inputsOf } from '../../src/cli/inputs.ts';
import { readRecord } from '../../src/cli/read-record.ts';
import { assess } from '../../src/eligibility/assess.ts';
import type { Built } from '../../src/fhir/record-builder.ts';
import { nct06222853From5To18 as protocol } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { folderSource } from '../../src/screening/sources/folder-source.ts';
import { screeningOn } from '../builders.ts';

type Entry = { readonly resource: { readonly resourceType: string; readonly id: string } };

const root = fileURLToPath(new URL('../../', import.meta.url));
const record = JSON.parse(readFileSync(join(root, 'fixtures/candidate-girl/record.json'), 'utf8')) as {
  entry: Entry[];
};
const folder = mkdtempSync(join(tmpdir(), 'lupus-encoding-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mark = 'TUBERCULOSIS';
const names = {
  'UTF-8': Buffer.from('活动性肺结核'),
  GBK: Buffer.from('bbeeb6afd0d4b7cebde1bacb', 'hex'),
} as const;

const condition = {
  resourceType: 'Condition',
  id: 'tuberculosis',
  subject: { reference: 'Patient/g14' },
  clinicalStatus: { coding: [{ code: 'active' }] },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { text: mark },
  onsetDateTime: '2026-05-01',
};
const entries = [...record.entry.map(({ resource }) => resource), condition];
const bundle = JSON.stringify({
  resourceType: 'Bundle',
  type: 'collection',
  entry: entries.map((resource) => ({ resource })),
});

/** The text with the diagnosis in that encoding. */
function written(text: string, encoding: keyof typeof names): Buffer {
  const at = text.indexOf(mark);
  return Buffer.concat([Buffer.from(text.slice(0, at)), names[encoding], Buffer.from(text.slice(at + mark.length))]);
}

const file = (name: string, content: Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** The verdict on an active infection (E6), or why the record cannot be read. */
function verdictIn(read: Built): string | undefined {
  if ('problem' in read) return read.problem;
  const { criteria } = assess(protocol, read.record, screeningOn('2026-06-01'));
  return criteria.find(({ id }) => id === 'E6')?.verdict;
}

/** What is said about an active infection (E6) of each patient in that file. */
async function activeInfection(path: string, standardInput?: Buffer): Promise<readonly (string | undefined)[]> {
  const inputs = await Array.fromAsync(inputsOf([path], Readable.from([standardInput ?? ''])));
  return inputs.map((input) => verdictIn(readRecord(input)));
}

describe.each([
  ['UTF-8', 'met'],
  ['GBK', 'unknown'],
] as const)('an active infection that is written in %s', (encoding, verdict) => {
  const text = written(bundle, encoding);

  it(`is ${verdict} in a file`, async () => {
    expect(await activeInfection(file(`${encoding}.json`, text))).toEqual([verdict]);
  });

  it(`is ${verdict} in a line`, async () => {
    expect(await activeInfection(file(`${encoding}.ndjson`, text))).toEqual([verdict]);
  });

  it(`is ${verdict} on standard input, in a line and pretty-printed`, async () => {
    expect(await activeInfection('-', text)).toEqual([verdict]);
    const pretty = written(JSON.stringify(JSON.parse(bundle), null, 2), encoding);
    expect(await activeInfection('-', pretty)).toEqual([verdict]);
  });

  it(`is ${verdict} in a folder by resource type`, async () => {
    const types = join(folder, `types-${encoding}`);
    mkdirSync(types);
    for (const [type, resources = []] of Object.entries(Object.groupBy(entries, ({ resourceType }) => resourceType))) {
      const lines = resources.map((resource) => JSON.stringify(resource)).join('\n');
      writeFileSync(join(types, `${type}.ndjson`), type === 'Condition' ? written(lines, encoding) : lines);
    }
    const source = folderSource({ folder: types, work: join(folder, `work-${encoding}`) });
    const gathered = await source.gather({ server: '', patient: 'Patient/g14' }, new AbortController().signal);
    expect('record' in gathered && verdictIn(gathered)).toBe(verdict);
  });
});

describe('a record in UTF-8', () => {
  const plain = Buffer.from(bundle);

  it('may begin with a byte order mark, as editors on Windows write it', async () => {
    const marked = Buffer.concat([Buffer.from('efbbbf', 'hex'), plain]);
    expect(await activeInfection(file('marked.json', marked))).toEqual(['met']);
    expect(await activeInfection(file('marked.ndjson', marked))).toEqual(['met']);
    expect(await activeInfection('-', marked)).toEqual(['met']);
  });

  it('may begin with one in every file of a folder, packed or not', async () => {
    const types = join(folder, 'marked');
    mkdirSync(types);
    for (const [type, resources = []] of Object.entries(Object.groupBy(entries, ({ resourceType }) => resourceType))) {
      const lines = Buffer.from(`\u{feff}${resources.map((resource) => JSON.stringify(resource)).join('\n')}`);
      const isPacked = type === 'Condition';
      writeFileSync(join(types, `${type}.ndjson${isPacked ? '.gz' : ''}`), isPacked ? gzipSync(lines) : lines);
    }
    const source = folderSource({ folder: types, work: join(folder, 'work-marked') });
    const gathered = await source.gather({ server: '', patient: 'Patient/g14' }, new AbortController().signal);
    expect('record' in gathered && verdictIn(gathered)).toBe('met');
    expect(await source.losses?.()).toEqual({});
  });

  it('may hold a line separator in a text, which ends no line', async () => {
    const separated = Buffer.from(bundle.replace(mark, 'rash\u{2028}and\u{2029}fever'));
    expect(await activeInfection(file('separated.ndjson', separated))).toEqual(['not-met']);
  });
});
