// What does one result of a viral load say beside a positive antigen?

import { expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { hepatitisB } from '../../../src/protocols/nct06222853-5to18/e8-hepatitis-b.ts';
import { ask } from '../../ask.ts';
import { after30, said, sent, shown, state, toOrder } from './results.ts';
import { expected, whole, type Whole } from '../whole.ts';

const verdicts = {
  above: 'met',
  'not-above': 'not-met',
  uncertain: 'needs-investigator',
  unreadable: 'unknown',
} as const;
type Load = keyof typeof verdicts;

const antigen = said('HBsAg', '阳性');

/** The whole answer, with the results as they are written. */
const answer = (load: Load, ...written: readonly string[]): Whole =>
  expected(
    verdicts[load],
    say('serology.hepatitis', { virus: 'HBV', serology: state('markers', 'positive'), load: state('load', load) }),
    {
      evidence: [shown(1, 'HBsAg', '阳性'), ...written.map((each, index) => shown(index + 2, 'HBV-DNA', each))],
      ...(load === 'unreadable' && { missing: [toOrder('HBV-DNA')], flags: ['ORDER:HBV_DNA'] }),
      days: [after30],
    },
  );
const quantity = (value: number, unit = 'IU/mL', more: Json = {}): Json => ({
  valueQuantity: { value, unit, ...more },
});
const flag = (code: string): Json => ({ interpretation: [{ coding: [{ code }] }] });
const upTo = (value: number, unit: string): Json => ({ referenceRange: [{ high: { value, unit } }] });
const below = { comparator: '<' };
it.each<[Load, string, Json]>([
  ['above', '阳性', { valueString: '阳性' }],
  ['not-above', '阴性', { valueString: '阴性' }],
  ['uncertain', '可疑', { valueString: '可疑' }],
  ['uncertain', '检测到，<20 IU/mL', { valueString: '检测到，<20 IU/mL' }],
  ['uncertain', '<2.0E+01 IU/ml(检出)', { valueString: '<2.0E+01 IU/ml(检出)' }],
  ['uncertain', '<500 阳性', { valueString: '<500 阳性' }],
  ['not-above', '<2.0E+01 IU/ml(未检出)', { valueString: '<2.0E+01 IU/ml(未检出)' }],
  ['not-above', 'unter der Nachweisgrenze', { valueString: 'unter der Nachweisgrenze' }],
  ['not-above', 'unterhalb der Bestimmungsgrenze', { valueString: 'unterhalb der Bestimmungsgrenze' }],
  ['not-above', '检测不到', { valueString: '检测不到' }],
  ['not-above', '<LLOQ', { valueString: '<LLOQ' }],
  ['unreadable', '见报告', { valueString: '见报告' }],
  ['unreadable', '2026-05-20', { valueDateTime: '2026-05-20' }],
  ['unreadable', '2026-05-20', { valueDateTime: '2026-05-20', ...flag('N') }],
  ['above', '1 IU/mL', quantity(1)],
  ['not-above', '0 IU/mL', quantity(0)],
  ['above', '21 IU/mL', { ...quantity(21), ...upTo(20, 'IU/mL') }],
  ['not-above', '20 IU/mL', { ...quantity(20), ...upTo(20, 'IU/mL') }],
  ['not-above', '<20 IU/mL', quantity(20, 'IU/mL', below)],
  ['not-above', '<50 IU/mL', { ...quantity(50, 'IU/mL', below), ...upTo(20, 'IU/mL') }],
  ['unreadable', '<=20 IU/mL', quantity(20, 'IU/mL', { comparator: '<=' })],
  ['unreadable', '10-30 IU/mL', { valueString: '10-30 IU/mL', ...upTo(20, 'IU/mL') }],
  ['uncertain', '21 IU/mL', { ...quantity(21), ...upTo(20, 'IU/mL'), ...flag('NEG') }],
  ['uncertain', '20 IU/mL', { ...quantity(20), ...upTo(20, 'IU/mL'), ...flag('POS') }],
  ['uncertain', '<20 IU/mL', { ...quantity(20, 'IU/mL', below), ...flag('DET') }],
  ['uncertain', '<20 IU/mL', { ...quantity(20, 'IU/mL', below), ...flag('A') }],
  ['uncertain', '20 IU/mL', { ...quantity(20), ...upTo(20, 'IU/mL'), ...flag('H') }],
  ['uncertain', '10 IU/mL', { ...quantity(10), ...upTo(20, 'IU/mL'), ...flag('H') }],
  ['uncertain', '<LLOQ', { valueString: '<LLOQ', ...flag('A') }],
  ['unreadable', '阴性', { valueString: '阴性', ...flag('A') }],
  ['above', '21 IU/mL', { ...quantity(21), ...upTo(20, 'IU/mL'), ...flag('H') }],
  ['uncertain', '21 IU/mL', { ...quantity(21), ...flag('IND') }],
  ['uncertain', '阳性', { valueString: '阳性', ...flag('IND') }],
  ['above', '21 IU/mL', { ...quantity(21), ...upTo(20, 'IU/mL'), ...flag('POS') }],
  ['unreadable', '21 IU/mL', { ...quantity(21), ...upTo(20, 'copies/mL') }],
  ['unreadable', '21 copies/mL', { ...quantity(21, 'copies/mL'), ...upTo(20, 'IU/mL') }],
  ['unreadable', '21 拷贝/mL', { valueString: '21 拷贝/mL', referenceRange: [{ text: '<20 IU/mL' }] }],
  ['unreadable', '21 IU/mL', { ...quantity(21), referenceRange: [{ text: '<20拷贝/mL' }] }],
  ['unreadable', '21 IU/mL', { ...quantity(21), ...upTo(20, 'copies/mL'), ...flag('POS') }],
  ['above', '21 copies/mL', { ...quantity(21, 'copies/mL'), ...upTo(20, 'copies/mL') }],
  ['above', '21 IU/mL', { ...quantity(21), referenceRange: [{ text: '<20' }] }],
])('a viral load is %s: %s as %j', (load, written, value) => {
  expect(whole(ask(hepatitisB, [antigen, sent('HBV-DNA', value)]))).toEqual(answer(load, written));
});

it.each<[Load, string, string]>([
  ['above', '阳性', '5000 IU/mL'],
  ['unreadable', '阳性', '阴性'],
  ['unreadable', '阴性', '检测到，<20 IU/mL'],
])('a viral load of two results of one day is %s: %s, %s', (load, first, second) => {
  const both = [first, second].map((value) => said('HBV-DNA', value));
  expect(whole(ask(hepatitisB, [antigen, ...both]))).toEqual(answer(load, first, second));
});
