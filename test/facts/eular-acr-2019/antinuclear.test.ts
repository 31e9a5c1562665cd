// What do results and reports say of the entry criterion: antinuclear antibodies of 1:80 or more, ever?

import { describe, expect, it } from 'vitest';
import { antinuclearAntibody } from '../../../src/facts/eular-acr-2019/antinuclear.ts';
import { knownOf } from '../../../src/facts/sledai-2k/guards.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { recordOf, screeningOn } from '../../builders.ts';
import { report } from '../sledai-2k/builders.ts';
import { ana as result } from './builders.ts';

const ask = (resources: readonly Json[]) =>
  antinuclearAntibody({ known: knownOf(recordOf(resources)), screening: screeningOn('2026-06-01') });
const flagged = (code: string): Json => ({ interpretation: [{ coding: [{ code }] }] });
const named = { code: { coding: [{ system: 'http://loinc.org', code: '5048-4' }], text: '抗双链DNA抗体' } };
const label = say('measurement.ANA');

describe('a result', () => {
  it.each([
    ['positive', '1:80'],
    ['negative', '1:79'],
    ['negative', '1:40 (+)'],
    ['positive', '≥1:80'],
    ['negative', '<1:80'],
    ['negative', '< 1:40'],
    ['open', '<1:100'],
    ['open', '≤1:80'],
    ['positive', '阳性'],
    ['negative', '阴性'],
    ['open', '弱阳性'],
    ['positive', '弱阳性 1:100'],
    ['negative', '阴性 <1:100'],
    ['negative', '阴性(<1:100)'],
    ['negative', '阴性 1:40'],
    ['open', '阴性 1:100'],
    ['open', '阴性(1:100)'],
    ['open', '1:100 阴性'],
    ['positive', '核颗粒型 1:80'],
    ['negative', '核颗粒型 1:79'],
    ['negative', '核颗粒型 <1:80'],
    ['open', '核颗粒型 <1:81'],
    ['open', '核颗粒型 ≤1:80'],
    ['open', '核颗粒型小于1:100'],
    ['open', '核颗粒型 低于 1:100'],
    ['positive', '颗粒型1:320 均质型1:100'],
    ['open', '颗粒型1:320 均质型1:40'],
    ['negative', '颗粒型1:40 均质型1:20'],
    ['open', 'see report'],
  ])('is %s where it is written %s', (state, value) => {
    expect(ask([result(value)])).toEqual({
      state,
      evidence: [{ reference: 'Observation/r1', label, value, date: '2023-03-18' }],
    });
  });

  it.each([
    ['open', 'a word and a flag that contradict each other', result('阳性', undefined, flagged('NEG'))],
    ['open', 'a titre and a flag that contradict each other', result('1:320', undefined, flagged('NEG'))],
    ['positive', 'a titre and a flag that agree', result('1:320', undefined, flagged('POS'))],
    ['negative', 'a low titre with a flag', result('1:40', undefined, flagged('POS'))],
    ['positive', 'a flag beside words that say nothing', result('见报告', undefined, flagged('POS'))],
    ['open', 'a titre whose code and name mean different antibodies', result('1:320', undefined, named)],
    ['open', 'a pattern whose code and name mean different antibodies', result('颗粒型1:320', undefined, named)],
    ['none', 'tomorrow', result('1:320', '2026-06-02')],
    ['positive', 'today', result('1:320', '2026-06-01')],
    ['none', 'of a month that is not over', result('1:320', '2026-06')],
    ['none', 'preliminary', result('1:320', undefined, { status: 'preliminary' })],
  ])('is %s with %s', (state, _, resource) => {
    expect(ask([resource]).state).toBe(state);
  });

  it('without a date counts, and is shown without one', () => {
    expect(ask([result('1:320', undefined, { effectiveDateTime: undefined })])).toEqual({
      state: 'positive',
      evidence: [{ reference: 'Observation/r1', label, value: '1:320' }],
    });
  });
});

describe('a report', () => {
  it.each([
    ['positive', 'ANA 1:80'],
    ['negative', 'ANA 1:79'],
    ['positive', '抗核抗体(ANA)阳性，滴度1:320'],
    ['positive', 'antinuclear antibodies 1∶160'],
    ['open', 'ANA<1:100'],
    ['open', 'ANA ≤ 1:80'],
    ['negative', 'ANA小于1:80'],
    ['negative', 'ANA阴性(<1:100'],
    ['negative', 'ANA negative <1:100'],
    ['negative', 'ANA(-) 低于1:100'],
    ['open', 'ANA 1:100 阴性'],
    ['open', 'ANA 1:100（－）'],
    ['open', 'ANA 1:100 (negative'],
    ['open', '抗核抗体（-）1:100'],
  ])('is %s where it says %s', (state, conclusion) => {
    expect(ask([report(`${conclusion}，抗dsDNA 23，抗Sm阴性`, '2024-01-10')])).toEqual({
      state,
      evidence: [{ reference: 'DiagnosticReport/r1', label, value: conclusion, date: '2024-01-10' }],
    });
  });

  it.each([
    ['none', 'of another antibody', report('抗着丝点抗体 1:320', '2024-01-10')],
    ['none', 'with a sentence between', report('查ANA。抗着丝点抗体 1:320', '2024-01-10')],
    ['none', 'preliminary', report('ANA 1:320', '2024-01-10', { status: 'preliminary' })],
    ['none', 'without a text', report('', '2024-01-10', { conclusion: undefined })],
    ['none', 'tomorrow', report('ANA 1:320', '2026-06-02')],
    ['positive', 'today', report('ANA 1:320', '2026-06-01')],
    ['positive', 'with two titres', report('2020年ANA 1:40；2023年ANA 1:320', '2024-01-10')],
  ])('is %s %s', (state, _, resource) => {
    expect(ask([resource]).state).toBe(state);
  });

  it('without a date counts, and is shown without one', () => {
    expect(ask([report('ANA 1:320', '', { effectiveDateTime: undefined })])).toEqual({
      state: 'positive',
      evidence: [{ reference: 'DiagnosticReport/r1', label, value: 'ANA 1:320' }],
    });
  });
});

it.each([
  ['none', []],
  ['negative', ['阴性', '1:40']],
  ['open', ['阴性', '弱阳性']],
  ['positive', ['阴性', '弱阳性', '1:320']],
])('together they are %s of %j, and only those that decide are shown', (state, values) => {
  const shown = state === 'negative' ? values : values.slice(-1);
  const { evidence, ...answer } = ask(values.map((value) => result(value)));
  expect([answer, evidence.map(({ value }) => value)]).toEqual([{ state }, shown]);
});
