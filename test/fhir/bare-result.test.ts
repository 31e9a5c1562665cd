// Of which codes is no result read?

import { expect, it } from 'vitest';
import { unreadCodes } from '../../src/fhir/bare-result.ts';
import type { Translate } from '../../src/fhir/concept-reader.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';

const asSent: Translate = (concept) => concept;
const codes = (translate = asSent) => unreadCodes(newLexicon(), translate, 'tables of today');

it.each([
  ['a code that names no measurement of ours', '{"coding":[{"system":"http://loinc.org","code":"2951-2"}]}', true],
  ['a text that names none', '{"text":"Sodium"}', true],
  ['a concept that names nothing', '{"coding":[]}', true],
  ['what is no concept', 'null', true],
  ['a code that names a measurement of ours', '{"coding":[{"system":"http://loinc.org","code":"2160-0"}]}', false],
  ['a text that names one', '{"text":"肌酐"}', false],
  ['a text that names one beside a code that names none', '{"coding":[{"code":"1"}],"text":"肌酐"}', false],
])('%s: %s is unread: %s', (_, code, isUnread) => {
  expect(codes().has(code)).toBe(isUnread);
});

it('a code that the site maps to a measurement of ours is read', () => {
  const mapped = codes(({ codings }) => ({
    codings: codings.map(({ code }) => ({ system: 'http://loinc.org', code: code === 'X1' ? '2160-0' : code })),
  }));
  const local = (code: string): boolean => mapped.has(`{"coding":[{"system":"urn:lab","code":"${code}"}]}`);
  expect([local('X1'), local('X2'), codes().has('{"coding":[{"system":"urn:lab","code":"X1"}]}')]).toEqual([
    false,
    true,
    true,
  ]);
});

it('the answers are those of one state of the tables', () => {
  expect(codes().digest).toBe('tables of today');
});

it('each code is looked up once, until there are more than can be remembered', () => {
  let asked = 0;
  const { has } = codes((concept) => {
    asked += 1;
    return concept;
  });
  const sodium = (): readonly [boolean, number] => [has('{"text":"Sodium"}'), asked];
  expect([sodium(), sodium()]).toEqual([
    [true, 1],
    [true, 1],
  ]);
  for (let other = 1; other < 20_000; other += 1) has(String(other));
  expect(sodium()).toEqual([true, 1]);
  has('20000');
  expect([sodium(), sodium()]).toEqual([
    [true, 2],
    [true, 2],
  ]);
});
