// Which patients does the demo hospital have today?

import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isJson, objectsAt, textAt } from '../fhir/json.ts';
import type { Json, Resource } from '../fhir/record.ts';
import { parseDay, type Day } from '../logic/calendar.ts';
import type { Language } from '../logic/language.ts';
import { shiftDates } from './shift-dates.ts';

const telling = z.object({ title: z.string(), about: z.string() });

const storyFile = z.looseObject({
  ...telling.shape,
  /** The same in Chinese. */
  'zh-CN': telling,
  asOf: z.iso.date(),
  order: z.number(),
});

export type Story = {
  /** Name of the story's folder, and id of its patient on the demo server. */
  readonly slug: string;
  /** What the story is about, in every language. */
  readonly told: Readonly<Record<Language, z.infer<typeof telling>>>;
  readonly resources: readonly Resource[];
};

const fixtures = new URL('../../fixtures/', import.meta.url);

/** Every story of `fixtures/`, in the order they are told, moved to today and with ids that no two stories share. */
export async function readStories(today: Day, folder: URL = fixtures): Promise<readonly Story[]> {
  const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  // The example of a site's folder lies beside the stories and is none.
  const names = folders.filter(({ name }) => name !== 'site');
  const stories = await Promise.all(names.map(({ name }) => readStory(name, new URL(`${name}/`, folder), today)));
  return stories.toSorted((a, b) => a.order - b.order).map(({ story }) => story);
}

async function readStory(
  slug: string,
  folder: URL,
  today: Day,
): Promise<{ readonly order: number; readonly story: Story }> {
  const {
    title,
    about,
    asOf,
    order,
    'zh-CN': chinese,
  } = storyFile.parse(JSON.parse(await readFile(new URL('story.json', folder), 'utf8')));
  const record: unknown = JSON.parse(await readFile(new URL('record.json', folder), 'utf8'));
  const day = parseDay(asOf);
  if (!isJson(record) || day === undefined) throw new Error(`fixtures/${slug} is not a story`);
  const told = { en: { title, about }, 'zh-CN': chinese };
  return { order, story: { slug, told, resources: rebased(shiftDates(record, day, today), slug) } };
}

/** The resources of a Bundle under new ids ("<slug>", "<slug>.obs-1"), with every reference among them following. */
export function rebased(bundle: Json, slug: string): readonly Resource[] {
  const entries = objectsAt(bundle, 'entry').flatMap(({ fullUrl, resource }) =>
    isJson(resource) && typeof resource['resourceType'] === 'string'
      ? [{ fullUrl: String(fullUrl), resource: { ...resource, resourceType: resource['resourceType'] } }]
      : [],
  );
  const newIdOf = (resource: Resource): string =>
    resource.resourceType === 'Patient' ? slug : `${slug}.${textAt(resource, 'id') ?? ''}`;
  const references = new Map(
    entries.flatMap(({ fullUrl, resource }) => {
      const reference = `${resource.resourceType}/${newIdOf(resource)}`;
      return [
        [fullUrl, reference] as const,
        [`${resource.resourceType}/${textAt(resource, 'id') ?? ''}`, reference] as const,
      ];
    }),
  );
  return entries.map(({ resource }) => ({
    ...withReferences(resource, references),
    resourceType: resource.resourceType,
    id: newIdOf(resource),
  }));
}

function withReferences(value: Json, references: ReadonlyMap<string, string>): Json {
  const followed = (each: unknown, name: string): unknown => {
    if (typeof each === 'string') return name === 'reference' ? (references.get(each) ?? each) : each;
    if (Array.isArray(each)) return each.map((one: unknown) => followed(one, name));
    return isJson(each) ? withReferences(each, references) : each;
  };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, followed(each, name)]));
}
