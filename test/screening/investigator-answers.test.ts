import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

import { AnswersError, checkedAnswers, readAnswers } from '../../src/screening/investigator-answers.ts';
import { day } from '../builders.ts';

const questions = ['I6.test', 'I6.contraception', 'I7'];
const answer = { question: 'I7', verdict: 'met', author: 'Dr. Example', date: '2026-05-20' };
const attribution = { item: 'proteinuria', to: 'lupus', author: 'Dr. Example', date: '2026-05-20' };
const about = (stated: unknown): unknown => ({ 'Patient/p': stated });

describe('answers of an investigator', () => {
  it('are read with their days, whatever of the two is given', () => {
    const both = checkedAnswers(
      about({ answers: [{ ...answer, until: '2026-06-20' }], attributions: [attribution] }),
      questions,
    );
    expect(both.get('Patient/p')).toEqual({
      answers: [{ ...answer, date: day('2026-05-20'), until: day('2026-06-20') }],
      attributions: [{ ...attribution, date: day('2026-05-20') }],
    });
    expect(checkedAnswers(about({}), questions).get('Patient/p')).toEqual({ answers: [], attributions: [] });
  });

  it.each<[string, unknown, RegExp]>([
    ['something else than an object', [], /expected record/i],
    ['a patient named by her id alone', { p: {} }, /"Patient\/ID"/],
    ['an unknown field', about({ answer: [] }), /answer/],
    ['an answer without an author', about({ answers: [{ ...answer, author: ' ' }] }), /author/],
    ['an answer without a date', about({ answers: [{ ...answer, date: undefined }] }), /date/],
    ['a day that does not exist', about({ answers: [{ ...answer, date: '2026-02-30' }] }), /not a date YYYY-MM-DD/],
    [
      'an answer that lapses before it is given',
      about({ answers: [{ ...answer, until: '2026-05-19' }] }),
      /until lies before date/,
    ],
    ['the verdict unknown', about({ answers: [{ ...answer, verdict: 'unknown' }] }), /verdict/],
    ['a question that nobody asks', about({ answers: [{ ...answer, question: 'I8' }] }), /^no single criterion I8$/],
    [
      'a question with parts',
      about({ answers: [{ ...answer, question: 'I6' }] }),
      /its parts are I6\.test, I6\.contraception$/,
    ],
    ['an item that SLEDAI-2K does not have', about({ attributions: [{ ...attribution, item: 'fatigue' }] }), /item/],
    ['an attribution to something', about({ attributions: [{ ...attribution, to: 'virus' }] }), /to/],
  ])('are refused with %s', (_, content, words) => {
    expect(() => checkedAnswers(content, questions)).toThrow(AnswersError);
    expect(() => checkedAnswers(content, questions)).toThrow(words);
  });
});

it('an error names the place and never the patient', () => {
  const content = { 'Patient/first': {}, 'Patient/canary': { answers: [answer, { ...answer, date: '20 May' }] } };
  expect(() => checkedAnswers(content, questions)).toThrow(/^patient 2, answers\.1\.date: not a date YYYY-MM-DD$/);
});

describe('a file of answers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lupus-answers-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const read = async (text: string) => {
    const path = join(folder, 'answers.json');
    writeFileSync(path, text);
    return await readAnswers(path, questions);
  };

  it('is read', async () => {
    expect([...(await read(JSON.stringify(about({ answers: [answer] })))).keys()]).toEqual(['Patient/p']);
  });

  it.each([
    ['is not JSON', '{', /answers\.json: not JSON/],
    ['names a patient twice', '{"Patient/p":{},"Patient/p":{}}', /answers\.json: not safe to read/],
    ['is wrong inside', '{"p":{}}', /answers\.json: .*Patient\/ID/s],
  ])('that %s is refused, and the error names it', async (_, text, words) => {
    await expect(read(text)).rejects.toThrow(words);
  });

  it('that is not there is refused', async () => {
    await expect(readAnswers(join(folder, 'none.json'), questions)).rejects.toThrow(/no such file/);
  });
});
