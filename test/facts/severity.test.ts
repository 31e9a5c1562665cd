// How severe is a diagnosis said to be, by its code, its words, its name and its notes?

import { expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { severityIn, severityOf, statedSeverity } from '../../src/facts/severity.ts';
import { recordOf } from '../builders.ts';
import { condition } from './history-entries.ts';
import { notesOf } from '../../src/fhir/notes.ts';

const entryOf = (name: string, more: Json = {}) => {
  const [entry] = recordOf([condition(name, more)]).conditions;
  if (entry === undefined) throw new Error('no diagnosis');
  return entry;
};
const coded = (...codes: readonly string[]): Json => ({ severity: { coding: codes.map((code) => ({ code })) } });
const text = (written: string): Json => ({ severity: { text: written } });
const notes = (...texts: readonly unknown[]): Json => ({ note: texts.map((each) => ({ text: each })) });

it.each([
  ['severe', ['severe', 'SEVERE', 'life-threatening', 'life threatening', 'lifethreatening', 'fulminant', 'critical']],
  ['severe', ['重度', '严重', '重症', '暴发性', '危重', 'mild to severe', '轻度至重度', 'ｓｅｖｅｒｅ']],
  ['moderate', ['moderate', '中度', 'mild to moderate']],
  ['mild', ['mild', '轻度', '轻微', 'a mild course']],
  [undefined, ['', 'unsevered', 'critically', 'immoderate', 'mildew', 'average']],
] as const)('%s is read in the text', (severity, texts) => {
  for (const each of texts) expect([each, severityIn(each)]).toEqual([each, severity]);
});

it.each([
  ['255604002', 'mild'],
  ['6736007', 'moderate'],
  ['24484000', 'severe'],
  ['371924009', 'severe'],
  ['442452003', 'severe'],
  ['1', undefined],
])('the code %s states %s', (code, severity) => {
  expect(statedSeverity(entryOf('Asthma', coded(code)))).toBe(severity);
});

it('the first code that is known states it, before the words do', () => {
  expect(statedSeverity(entryOf('Asthma', coded('1', '24484000', '255604002')))).toBe('severe');
  expect(statedSeverity(entryOf('Asthma', { severity: { coding: [{ code: '255604002' }], text: 'severe' } }))).toBe(
    'mild',
  );
  expect(statedSeverity(entryOf('Asthma', text('severe')))).toBe('severe');
  const inWords = { severity: { coding: [{ code: '1', display: 'grade' }], text: 'severe' } };
  expect(statedSeverity(entryOf('Asthma', inWords))).toBe('severe');
  expect(statedSeverity(entryOf('Severe asthma'))).toBeUndefined();
});

it('where nothing is stated the name and the notes are asked', () => {
  expect(severityOf(entryOf('Severe asthma'))).toBe('severe');
  expect(severityOf(entryOf('Severe asthma', text('mild')))).toBe('mild');
  expect(severityOf(entryOf('Asthma', notes('Mild now')))).toBe('mild');
  expect(severityOf(entryOf('Mild asthma', notes('first', 'severe')))).toBe('severe');
  expect(severityOf(entryOf('Asthma'))).toBeUndefined();
});

it('a note that is no text says nothing', () => {
  expect(notesOf({ resourceType: 'Condition', ...notes('one', 2, 'three') })).toEqual(['one', 'three']);
  expect(notesOf({ resourceType: 'Condition' })).toEqual([]);
});
