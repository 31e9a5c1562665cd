// Does the demo page say the same in both languages, and nothing that it never says?

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/logic/words.ts';
import { expectSameCatalogue } from '../catalogues.ts';

const folder = new URL('../../src/demo/page/', import.meta.url);

const exportOf = async (file: string, name: string): Promise<Catalogue> => {
  const module = (await import(new URL(file, folder).href)) as Readonly<Record<string, Catalogue>>;
  return module[name] ?? {};
};

const en = await exportOf('words-en.js', 'en');
const zhCN = await exportOf('words-zh-cn.js', 'zhCN');

const sources = readdirSync(folder, { encoding: 'utf8' })
  .filter((name) => /\.(?:js|html)$/.test(name) && !name.startsWith('words-'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

describe('the words of the demo page', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(en).length).toBeGreaterThan(0);
    expectSameCatalogue(en, zhCN);
  });

  it('are all said somewhere', () => {
    const starts = [...sources.matchAll(/`([a-z]+\.)\$\{/g)].map(([, start = '']) => start);
    const unused = Object.keys(en).filter(
      (id) =>
        !sources.includes(`'${id}'`) && !sources.includes(`"${id}"`) && !starts.some((start) => id.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  it('call the services in English as discovery does', () => {
    const hooks = new URL('../../hooks/', import.meta.url);
    const services = readdirSync(hooks).map((file) => JSON.parse(readFileSync(new URL(file, hooks), 'utf8')));
    expect(services.length).toBeGreaterThan(0);
    for (const { hook, title } of services) expect(en[`service.${hook}`]).toBe(title);
  });
});
