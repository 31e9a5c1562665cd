// The patient stories of `fixtures/`, for tests.

import { readdirSync, readFileSync } from 'node:fs';
import { recordFromBundle } from '../src/fhir/record-builder.ts';
import type { PatientRecord } from '../src/fhir/record.ts';

export type Story = {
  readonly name: string;
  readonly title: string;
  readonly asOf: string;
  readonly bundle: unknown;
  readonly record: PatientRecord;
};

const folder = new URL('../fixtures/', import.meta.url);

const readJson = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Record<string, unknown>;

/** Every story with its record, by name. */
export const stories: readonly Story[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, folder)).includes('story.json'))
  .map((entry) => entry.name)
  .sort()
  .map((name) => {
    const { title, asOf } = readJson(`${name}/story.json`);
    const bundle = readJson(`${name}/record.json`);
    const read = recordFromBundle(bundle);
    if ('problem' in read) throw new Error(`${name}: ${read.problem}`);
    return { name, title: String(title), asOf: String(asOf), bundle, record: read.record };
  });
