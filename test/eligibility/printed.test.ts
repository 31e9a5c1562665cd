// Does a whole assessment, and a whole protocol, read as it should in each language?

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answersOf, assess } from '../../src/eligibility/assess.ts';
import { explainChange, explainCriterion, reviewMessage } from '../../src/eligibility/explain.ts';
import { printedEvidence, toJson } from '../../src/eligibility/json.ts';
import { print } from '../../src/eligibility/print.ts';
import { printProtocol } from '../../src/eligibility/print-protocol.ts';
import { titleOfProtocol } from '../../src/eligibility/protocol-words.ts';
import { settingsNamedBy } from '../../src/eligibility/readings.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { say, verbatim } from '../../src/logic/message.ts';
import { patientRecordOf, recordOf, screeningOn } from '../builders.ts';
import { trial } from './small-trial.ts';

const screening = screeningOn('2026-06-01');

/** The text as a reader signed it off once: test/eligibility/printed/. */
const golden = (name: string): string => readFileSync(new URL(`printed/${name}.txt`, import.meta.url), 'utf8');

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  it('a chart review names every node with its verdict, reading, review and details', () => {
    const lines = answersOf(trial, understand(recordOf([]), screening)).flatMap(({ id, outcome }) =>
      explainCriterion(id, outcome, trial, language),
    );
    expect(`${lines.join('\n')}\n`).toBe(golden(`chart-review.${language}`));
  });

  it('a protocol is printed with everything that is signed', () => {
    expect(printProtocol(trial, language)).toBe(golden(`protocol.${language}`));
  });
});

it('what several entries say alike is no longer printed once for each', () => {
  const visit = (n: string, date?: string) => ({
    reference: `Condition/${n}`,
    label: verbatim('diagnosis'),
    value: 'SLE',
    ...(date !== undefined && { date }),
  });
  const evidence = [
    visit('b', '2026-02-01'),
    visit('a', '2025-01-01'),
    visit('d', '2025-07-01'),
    visit('c'),
    { label: verbatim('born') },
  ];
  const line = (language: 'en' | 'zh-CN') =>
    answersOf(trial, understand(recordOf([]), screening)).flatMap(({ id, outcome }) => {
      if (!('finding' in outcome)) return [];
      const shown = { ...outcome, finding: { ...outcome.finding, evidence } };
      return explainCriterion(id, shown, trial, language).filter((each) => /SLE|born/.test(each));
    });
  expect(line('en').slice(0, 2)).toEqual([
    '    - 2025-01-01 – 2026-02-01  diagnosis: SLE (4 entries)  [Condition/b, Condition/a, Condition/d, Condition/c]',
    '    - born',
  ]);
  expect(line('zh-CN')[0]).toBe(
    '    - 2025年1月1日 – 2026年2月1日  diagnosis：SLE（4 条）  [Condition/b, Condition/a, Condition/d, Condition/c]',
  );
});

it('a protocol is printed in English unless another language is asked for', () => {
  expect(printProtocol(trial)).toBe(golden('protocol.en'));
});

it('a protocol has a title in every language', () => {
  expect([titleOfProtocol(trial, 'en'), titleOfProtocol(trial, 'zh-CN')]).toEqual(['a trial', '试验']);
});

it.each([
  ['I1.fever', undefined, '2026-07-01: I1.fever becomes not-met'],
  ['I1.fever', verbatim('if it goes on'), '2026-07-01: I1.fever becomes not-met if it goes on'],
  ['I2', undefined, '2026-07-01: I2 becomes not-met'],
  ['E1.open', undefined, '2026-07-01: E1.open becomes not-met'],
])('a change of %s is said in one line', (criterion, condition, line) => {
  const change = {
    on: '2026-07-01',
    criterion,
    becomes: 'not-met',
    ...(condition !== undefined && { if: condition }),
  } as const;
  expect(explainChange(change, trial, 'en')).toBe(line);
});

it('an exclusion that does not hold is said in other words than an inclusion, where the language has them', () => {
  const change = (criterion: string): string =>
    explainChange({ on: '2026-07-01', criterion, becomes: 'not-met' }, trial, 'zh-CN');
  expect([change('I1'), change('I1.fever'), change('E1.open')]).toEqual([
    '2026年7月1日：I1 变为“不符合”',
    '2026年7月1日：I1.fever 变为“不符合”',
    '2026年7月1日：E1.open 变为“不存在”',
  ]);
});

it('a criterion of which no review is known is not yet reviewed', () => {
  expect(reviewMessage(undefined)).toEqual(say('explain.not-yet-reviewed'));
});

it('a message without a sentence, and a value that is missing, are shown as they are', () => {
  expect(print(say('no.such', { a: 1 }))).toBe('no.such {"a":1}');
  expect(print(say('explain.text'))).toBe('"{text}"');
});

it('the readings of a criterion name its settings in the order of the alphabet', () => {
  expect(settingsNamedBy({ readAs: ['{b} and {a}', '{c} and {b}'] })).toEqual(['a', 'b', 'c']);
});

it('an assessment carries the words of the trial, and no field without a value', () => {
  const { criteria } = assess(trial, patientRecordOf([]), screening);
  expect(criteria.map(({ text }) => text)).toEqual(['fever and cough', 'consent', 'nothing else']);
  expect(criteria[1]).toStrictEqual({
    id: 'I2',
    type: 'inclusion',
    text: 'consent',
    verdict: 'needs-investigator',
    reason: verbatim('reason of I2'),
    evidence: [],
    missing: [],
    ignored: [],
  });
  const json = toJson(assess(trial, patientRecordOf([]), screening));
  expect(json.criteria[1]).toStrictEqual({
    id: 'I2',
    type: 'inclusion',
    verdict: 'needs-investigator',
    reason: 'reason of I2',
    evidence: [],
    missing: [],
    reasonMessage: verbatim('reason of I2'),
    missingMessages: [],
    ignored: [],
  });
});

it('evidence has a reference, a value and a date only where the record has', () => {
  expect(printedEvidence({ label: verbatim('chills') }, 'en')).toStrictEqual({ label: 'chills' });
});

it('a change in JSON has its condition in words, where there is one', () => {
  const change = { criterion: 'I1', on: '2026-07-01', becomes: 'met' } as const;
  const base = assess(trial, patientRecordOf([]), screening);
  const { changes } = toJson({ ...base, changes: [change, { ...change, if: verbatim('if it goes on') }] });
  expect(changes).toStrictEqual([change, { ...change, if: 'if it goes on' }]);
});

it('JSON holds every field that has something to say, and no other', () => {
  const json = toJson(assess(trial, patientRecordOf([]), screening));
  expect(JSON.stringify({ ...json, engine: 'the engine' }, undefined, 1)).toBe(golden('assessment').trimEnd());
});
