// The sentences of cards, in every language.

import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { escaped } from '../../src/cards/markdown.ts';
import { phrase, plain, type PhraseId } from '../../src/cards/phrases.ts';
import { en } from '../../src/cards/sentences/en.ts';
import { zhCN } from '../../src/cards/sentences/zh-CN.ts';
import { languages } from '../../src/logic/language.ts';
import { expectSameCatalogue } from '../catalogues.ts';

const isPhrase = (id: string): id is PhraseId => id in en;
const ids = Object.keys(en).filter(isPhrase);

/** A value for every name, each ending in punctuation, which is what breaks emphasis. */
const values = Object.fromEntries(
  ids.flatMap((id) => [...en[id].matchAll(/\{([\w-]+)\}/g)].map(([, name = '']) => [name, '血小板（PLT）'])),
);

describe('the Chinese cards', () => {
  it('say everything that the English ones say', () => {
    expectSameCatalogue(en, zhCN);
  });

  it('write dates as Chinese readers do', () => {
    expect(plain('zh-CN', 'suggest.refer-reason', { trial: 'NCT1', date: '2026-06-01' })).toBe(
      '截至2026年6月1日，可能符合 NCT1 的标准',
    );
    expect(phrase('en', 'dates.change', { date: '2026-06-01' }).markdown).toContain('2026-06-01');
  });

  it('escape a datum with full-width punctuation around it', () => {
    const { markdown } = phrase('zh-CN', 'record.evidence-undated', {
      label: '备注',
      value: '**重**，<b>见</b>[页](x)',
    });
    expect(markdown).toBe(String.raw`备注：\*\*重\*\*，\<b\>见\</b\>\[页\](x)`);
    expect(new MarkdownIt({ html: true }).renderInline(markdown)).toBe('备注：**重**，&lt;b&gt;见&lt;/b&gt;[页](x)');
    expect(escaped('，。：；（）“”')).toBe('，。：；（）“”');
  });
});

describe.each(languages)('a sentence of a card in %s', (language) => {
  it('shows no stars where it is meant to be bold', () => {
    const renderer = new MarkdownIt();
    const broken = ids.filter((id) =>
      renderer.renderInline(`词${phrase(language, id, values).markdown}`.replace(/^词/, '')).includes('*'),
    );
    expect(broken).toEqual([]);
  });
});
