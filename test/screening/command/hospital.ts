// A hospital with a few children, on one fake FHIR server: for tests of the `screen` command as its users run it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDay, timeZone } from '../../../src/logic/calendar.ts';
import { toldAbout } from '../../bench/population.ts';
import { candidateGirl } from '../../fixtures/stories/candidate-girl.ts';
import { noLupus } from '../../fixtures/stories/no-lupus.ts';
import { previousCarT } from '../../fixtures/stories/previous-car-t.ts';
import { weightMissing } from '../../fixtures/stories/weight-missing.ts';
import type { Story } from '../../fixtures/story.ts';
import { fakeEhr, type EhrRules } from '../fake-ehr.ts';
import { exportsOf } from './exports.ts';

type Json = Readonly<Record<string, unknown>>;

/** Who is in a hospital, by id. */
export type Children = Readonly<Record<string, Story>>;

/** Who is in the small hospital. */
export const children: Children = {
  anna: candidateGirl,
  bea: candidateGirl,
  chen: weightMissing,
  dora: previousCarT,
  emil: noLupus,
  fay: noLupus,
};

/** The day at the service's default place on which the stories are told: whoever is screened now is as described. */
export const today = (): string => isoDay(timeZone('Asia/Shanghai').dayAt(Date.now()));

/** How many of these children have which status: the stories' own statement. */
export function expectedStatuses(ids: readonly string[], among: Children = children): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const id of ids) {
    const status = among[id]?.expected.status ?? 'none';
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

/** A larger one: of every three children the first is a candidate. */
export const manyChildren = (count: number): Children =>
  Object.fromEntries(
    Array.from({ length: count }, (_none, index) => [
      `m${String(index)}`,
      [candidateGirl, noLupus, previousCarT][index % 3] ?? noLupus,
    ]),
  );

const toldToday = (who: Children): readonly Json[] =>
  Object.entries(who).flatMap(([id, story]) => toldAbout(story, id, today()));

/** @param changed id of the child of whom something was written yesterday; everybody else was last touched long ago. */
export async function hospital(rules: EhrRules & { readonly changed?: string } = {}, who: Children = children) {
  let base = '';
  const groups = { clinic: ['anna', 'chen', 'emil'] };
  const exports = exportsOf(
    () => base,
    () => ehr.resources.values(),
    groups,
  );
  const ehr = await fakeEhr({ ...rules, others: exports.answer });
  base = ehr.base;
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  for (const resource of toldToday(who)) {
    const isNew = resource['resourceType'] === 'Patient' && resource['id'] === rules.changed;
    const lastUpdated = isNew ? yesterday : '2020-01-01T00:00:00.000Z';
    ehr.put({ ...resource, ...named(resource), meta: { lastUpdated } });
  }
  return { ...ehr, exports, groups };
}

const named = (resource: Json) => ({ resourceType: String(resource['resourceType']), id: String(resource['id']) });

/** The same children as the files of a bulk export. */
export function writeFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [type, resources] of Map.groupBy(toldToday(children), ({ resourceType }) => String(resourceType))) {
    const lines = resources.map((resource) => `${JSON.stringify(resource)}\n`);
    writeFileSync(join(folder, `${type}.ndjson`), lines.join(''));
  }
}
