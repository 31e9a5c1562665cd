// Do the pages say the same in both languages, and nothing that no page says?

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/page/sentences/en.ts';
import { zhCN } from '../../src/page/sentences/zh-CN.ts';
import { en as listEn } from '../../src/page/worklist/sentences/en.ts';
import { zhCN as listZhCN } from '../../src/page/worklist/sentences/zh-CN.ts';
import { expectSameCatalogue } from '../catalogues.ts';

const folder = new URL('../../src/page/', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('sentences/'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

describe.each([
  { of: 'pages', en, zhCN },
  { of: 'worklist page', en: listEn, zhCN: listZhCN },
])('the sentences of the $of', ({ en, zhCN }) => {
  it('are the same in both languages', () => {
    expectSameCatalogue(en, zhCN);
  });

  it('are all said somewhere', () => {
    const templates = [...sources.matchAll(/`([a-z.-]+)\$\{[^`]*\}([a-z.-]*)`/g)].map(([, start = '', end = '']) => ({
      start,
      end,
    }));
    const unused = Object.keys(en).filter(
      (id) =>
        !sources.includes(`'${id}'`) &&
        !templates.some(({ start, end }) => start.length > 3 && id.startsWith(start) && id.endsWith(end)),
    );
    expect(unused).toEqual([]);
  });
});
