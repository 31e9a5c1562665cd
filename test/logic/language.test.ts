// Dates, numbers and sentences in the reader's language.

import { describe, expect, it } from 'vitest';
import { dateIn, listIn } from '../../src/logic/language.ts';
import { wordsFor } from '../../src/logic/words.ts';
import { expectSameCatalogue } from '../catalogues.ts';

describe('a date', () => {
  it('stays ISO in English and has no leading zeros in Chinese', () => {
    expect(dateIn('en', '2026-06-01')).toBe('2026-06-01');
    expect(dateIn('zh-CN', '2026-06-01')).toBe('2026年6月1日');
    expect(dateIn('zh-CN', '2026-12-31')).toBe('2026年12月31日');
  });

  it('is written as precisely as it is known', () => {
    expect(dateIn('zh-CN', '2026-06')).toBe('2026年6月');
    expect(dateIn('zh-CN', '2026')).toBe('2026年');
    expect(dateIn('zh-CN', '2026-03-30/2026-04-02')).toBe('2026年3月30日至2026年4月2日');
    expect(dateIn('zh-CN', '2026-03-30 – 2026-04-02')).toBe('2026年3月30日至2026年4月2日');
    expect(dateIn('en', '2026-03-30 – 2026-04-02')).toBe('2026-03-30 – 2026-04-02');
  });

  it('is left alone where it is none', () => {
    expect(dateIn('zh-CN', 'in May')).toBe('in May');
    expect(dateIn('zh-CN', '120/80')).toBe('120/80');
    expect(dateIn('zh-CN', '2026/06')).toBe('2026/06');
    expect(dateIn('zh-CN', '2026-01-01/2026-02-01/2026-03-01')).toBe('2026-01-01/2026-02-01/2026-03-01');
  });
});

describe('a list', () => {
  it('has 、 between short names in Chinese, and ； between longer things or where a thing has a comma of its own', () => {
    expect(listIn('zh-CN', ['羟氯喹', '他克莫司'])).toBe('羟氯喹、他克莫司');
    expect(listIn('zh-CN', ['一二三四五六七八', '他克莫司'])).toBe('一二三四五六七八、他克莫司');
    expect(listIn('zh-CN', ['一二三四五六七八九', '他克莫司'])).toBe('一二三四五六七八九；他克莫司');
    expect(listIn('zh-CN', ['甲、乙', '丙'])).toBe('甲、乙；丙');
  });

  it('of ids has 、 in Chinese however long they are', () => {
    expect(listIn('zh-CN', ['I2.classification', 'E1'], 'ids')).toBe('I2.classification、E1');
  });

  it('has a semicolon between things and a comma between ids in English', () => {
    expect(listIn('en', ['a', 'b'])).toBe('a; b');
    expect(listIn('en', ['I1', 'E1'], 'ids')).toBe('I1, E1');
  });
});

describe('the words of a catalogue', () => {
  const wordsOf = wordsFor({
    en: { seen: 'seen {count} times since {date}' },
    'zh-CN': { seen: '自{date}起查看 {count} 次' },
  });

  it('are those of the language, with dates as its readers write them', () => {
    const values = { count: 1200, date: '2026-06-01' };
    expect(wordsOf('en')('seen', values)).toBe('seen 1200 times since 2026-06-01');
    expect(wordsOf('zh-CN')('seen', values)).toBe('自2026年6月1日起查看 1200 次');
  });

  it('keep the name of a value that nobody gave', () => {
    expect(wordsOf('en')('seen', { count: 2 })).toBe('seen 2 times since {date}');
    expect(wordsOf('zh-CN')('seen', { count: 2024 })).toBe('自{date}起查看 2024 次');
  });
});

describe('the comparison of catalogues', () => {
  it('accepts a complete translation, abbreviations left as they are', () => {
    expectSameCatalogue(
      { a: 'met on {date}', b: 'HIV', c: '{from}-{to}' },
      { a: '{date}符合', b: 'HIV', c: '{from}～{to}' },
    );
  });

  it('fails for a missing and for a further sentence', () => {
    expect(() => {
      expectSameCatalogue({ a: 'met' }, {});
    }).toThrow(/expected \[\]/);
    expect(() => {
      expectSameCatalogue({}, { a: '符合' });
    }).toThrow(/to deeply equal \[\]/);
  });

  it.each([
    ['another value', '{day}符合', 'other values'],
    ['an empty sentence', ' ', 'empty'],
    ['a stray brace', '{date}符合}', 'stray brace'],
    ['English words', 'met: {date}', 'not translated'],
    ['half-width punctuation', '符合: {date}', 'half-width punctuation'],
  ])('fails for %s', (_what, chinese, problem) => {
    expect(() => {
      expectSameCatalogue({ a: 'met on {date}' }, { a: chinese });
    }).toThrow(problem);
  });
});
