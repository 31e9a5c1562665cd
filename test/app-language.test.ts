// Cards in the reader's language, through the whole application.

import { readFileSync, readdirSync } from 'node:fs';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { cdsResponseSchema, type Card } from '../src/cards/card.ts';
import { en as cards } from '../src/cards/sentences/en.ts';
import { en as reasons } from '../src/eligibility/sentences/en.ts';
import { appUnderTest, service } from './app-under-test.ts';
import { hookRequest, prefetchOf } from './cds-hooks/ehr.ts';
import { stories, type Story } from './stories.ts';

const storyNamed = (name: string): Story => {
  const story = stories.find((each) => each.name === name);
  if (story === undefined) throw new Error(`no story ${name}`);
  return story;
};

/** A hook call for the patient of a story, on the story's day. */
async function answerTo(story: Story, header?: string, more: Readonly<Record<string, unknown>> = {}) {
  const file = { trial: { recruiting: true, contact: '试验办公室 4711' }, ...more };
  const now = (): number => Date.parse(`${story.asOf}T04:00:00Z`);
  const { patient, resources } = story.record;
  const context = { userId: 'Practitioner/1', patientId: String(patient['id']) };
  const call = request(appUnderTest(file, { now }).app).post(service);
  if (header !== undefined) void call.set('Accept-Language', header);
  const response = await call.send(
    hookRequest(prefetchOf([patient, ...resources]), { context, fhirServer: 'http://fhir.hospital.example.cn/fhir' }),
  );
  return { cards: cdsResponseSchema.parse(response.body).cards, language: response.headers['content-language'] };
}

const textOf = ({ summary, detail, suggestions = [], source, links = [], overrideReasons = [] }: Card): string =>
  [
    summary,
    detail,
    source.label,
    source.topic.display,
    ...suggestions.flatMap(({ label, actions }) => [
      label,
      ...actions.flatMap(({ description, resource }) => [
        description,
        resource.code.text,
        ...resource.reasonCode.map(({ text }) => text),
      ]),
    ]),
    ...links.map(({ label }) => label),
    ...overrideReasons.map(({ display }) => display),
  ].join('\n');

/** Without what every release changes: version and digests. */
const unversioned = (text: string): string =>
  text.replace(/程序 \S+（\w+）/, '程序 …').replace(/（[0-9a-f]{12}）/, '（…）');

/** Words of four letters or more, without the ids of parts such as I2.agents. */
const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(text.replaceAll(/\b[IE]\d+\.\w+/g, '').match(/[A-Za-z]{4,}/g) ?? []);

/** Every English word of our own sentences and of the names in our tables. */
const english: ReadonlySet<string> = (() => {
  const data = new URL('../src/terminology/data/', import.meta.url);
  const tables = readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?:drugs|measurements)\/.*\.json$/.test(name))
    .map((name) => readFileSync(new URL(name, data), 'utf8'))
    .join('\n');
  const names = [...tables.matchAll(/"(?:name|en)": ?"([^"]+)"/g)].map(([, name = '']) => name);
  return wordsIn([...Object.values(cards), ...reasons.values(), ...names].join('\n'));
})();

/** Names that are the same in Chinese. */
const international = new Set([
  'eGFR',
  'dsDNA',
  'SLEDAI',
  'EULAR',
  'LVEF',
  'CKiD',
  'Schwartz',
  'SELENA',
  'FHIR',
  'ClinicalTrials',
  'GVHD',
  'AST',
  'ALT',
]);

const told = ['candidate-girl', 'candidate-boy-chinese'] as const;

describe.each(told)('the card of %s in Chinese', (name) => {
  const story = storyNamed(name);

  it('is the golden one', async () => {
    const { cards } = await answerTo(story, 'zh-CN');
    expect(cards.map(({ summary }) => summary.length <= 139)).toEqual([true]);
    await expect(unversioned(cards.map(textOf).join('\n'))).toMatchFileSnapshot(`golden/${name}.zh-CN.md`);
  });
});

describe('every story in Chinese', () => {
  it.each(stories)(
    'has no English word of ours left in $name: only names, codes and what the chart itself says',
    async (story) => {
      const { cards } = await answerTo(story, 'zh-CN');
      const recorded = wordsIn(JSON.stringify(story.bundle));
      const left = [...wordsIn(cards.map(textOf).join('\n'))].filter(
        (word) => english.has(word) && !recorded.has(word) && !international.has(word),
      );
      expect(left).toEqual([]);
    },
  );
});

describe('the language of a card', () => {
  const story = storyNamed('candidate-girl');
  const [chinese, inEnglish] = ['可能符合', 'may meet'];

  it.each([
    ['zh', {}, 'zh-CN'],
    ['zh-Hans', {}, 'zh-CN'],
    ['zh-Hans-CN, en;q=0.8', {}, 'zh-CN'],
    ['zh-cn', {}, 'zh-CN'],
    ['en;q=0.4, zh-CN;q=0.9', {}, 'zh-CN'],
    ['fr, zh;q=0.2', {}, 'zh-CN'],
    ['en-GB, zh;q=0.5', { language: 'zh-CN' }, 'en'],
    ['zh;q=0, en', {}, 'en'],
    ['fr-FR', {}, 'en'],
    ['fr-FR', { language: 'zh-CN' }, 'zh-CN'],
    ['*', { language: 'zh-CN' }, 'zh-CN'],
    [undefined, {}, 'en'],
    [undefined, { language: 'zh-CN' }, 'zh-CN'],
    [undefined, { clients: { '*': { unauthenticated: true, language: 'zh-CN' } } }, 'zh-CN'],
    [undefined, { language: 'zh-CN', clients: { '*': { unauthenticated: true, language: 'en' } } }, 'en'],
  ])('asked for as %s with the configuration %j is %s', async (header, file, language) => {
    const answer = await answerTo(story, header, file);
    expect(answer.language).toBe(language);
    expect(answer.cards[0]?.summary).toContain(language === 'en' ? inEnglish : chinese);
  });
});
