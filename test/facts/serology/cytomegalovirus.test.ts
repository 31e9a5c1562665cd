// What does the answer about DNA of cytomegalovirus say, show, order and announce?

import { describe } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { cytomegalovirus } from '../../../src/protocols/nct06222853-5to18/e8-cytomegalovirus.ts';
import type { Asked } from '../../ask.ts';
import { day, textObservation } from '../../builders.ts';
import { after30, answers, fresh, preliminary, said, sent, shown, state, toOrder, withoutResults } from './results.ts';
import { expected, type Whole } from '../whole.ts';

const what = say('measurement.CMV-DNA');
const blood = (value: string, date = fresh): Json => said('CMV-DNA', value, date);
const urine = (value: string, date = fresh, more: Json = {}): Json =>
  textObservation('尿巨细胞病毒DNA', value, date, more);
const inUrine = (n: number, value: string, date = fresh) => shown(n, 'CMV-DNA-other', value, date);
const toTest = { missing: [toOrder('CMV-DNA')], flags: ['ORDER:CMV_DNA'] };
const elsewhere = say('serology.cmv.elsewhere', { what: say('measurement.CMV-DNA-other') });

const is = (verdict: Verdict, load: string, value: string): Whole =>
  expected(verdict, say(`serology.cmv.${load}`), { evidence: [shown(1, 'CMV-DNA', value)], days: [after30] });
const unreadable = (reason: Message, ...values: readonly string[]): Whole =>
  expected('unknown', reason, {
    evidence: values.map((value, index) => shown(index + 1, 'CMV-DNA', value)),
    ...toTest,
    days: [after30],
  });
const cannotBeRead = say('serology.marker', { what, state: state('load', 'unreadable') });
const no = is('not-met', 'not-above', '阴性');

describe('a test of blood', () => {
  const amount = (value: number, code?: string): Json =>
    sent('CMV-DNA', {
      valueQuantity: { value, unit: 'IU/mL' },
      referenceRange: [{ high: { value: 400, unit: 'IU/mL' } }],
      ...(code !== undefined && { interpretation: [{ coding: [{ code }] }] }),
    });
  const few = sent('CMV-DNA', {
    valueQuantity: { value: 500, unit: 'IU/mL', comparator: '<' },
    interpretation: [{ coding: [{ code: 'DET' }] }],
  });
  answers(cytomegalovirus, [
    ['that is positive decides', [blood('阳性')], is('met', 'above', '阳性')],
    ['that is negative is enough', [blood('阴性')], no],
    ['that is weak goes to the investigator', [blood('可疑')], is('needs-investigator', 'weak', '可疑')],
    ['above its reference decides', [amount(401)], is('met', 'above', '401 IU/mL')],
    ['at its reference was detected', [amount(400)], is('needs-investigator', 'below-limit', '400 IU/mL')],
    ['of any amount was detected', [amount(1)], is('needs-investigator', 'below-limit', '1 IU/mL')],
    ['of no amount was not', [amount(0)], is('not-met', 'not-above', '0 IU/mL')],
    ['called negative was not', [amount(400, 'NEG')], is('not-met', 'not-above', '400 IU/mL')],
    [
      'detected below the limit of quantification goes to the investigator',
      [few],
      is('needs-investigator', 'below-limit', '<500 IU/mL'),
    ],
    [
      'that says nothing that can be read is to be ordered again',
      [sent('CMV-DNA', { valueDateTime: fresh })],
      unreadable(cannotBeRead, fresh),
    ],
    [
      'of one day that disagrees with another is to be ordered again',
      [blood('阳性'), blood('阴性')],
      unreadable(say('latest.disagree', { what, days: 30 }), '阳性', '阴性'),
    ],
    [
      'of 31 days ago is to be ordered again',
      [blood('阳性', '2026-05-01')],
      expected('unknown', say('latest.stale', { what, days: 30, date: '2026-05-01', value: '阳性' }), {
        evidence: [shown(1, 'CMV-DNA', '阳性', '2026-05-01')],
        missing: toTest.missing,
        flags: ['STALE:VIRAL_LOAD', 'ORDER:CMV_DNA'],
        days: ['2026-06-01'],
      }),
    ],
    ['is to be ordered without any', [], expected('unknown', say('latest.none', { what, days: 30 }), toTest)],
    [
      'may have been missed without the results',
      [],
      expected('unknown', say('latest.incomplete', { what, days: 30 }), toTest),
      withoutResults,
    ],
  ]);
});

describe('a test of urine', () => {
  const since = (iso: string): Asked => ({
    retrieved: { observations: { state: 'partial', reason: 'cut off', completeSince: day(iso) } },
  });
  answers(cytomegalovirus, [
    [
      'that is positive goes to the investigator beside a negative test of blood',
      [blood('阴性'), urine('阳性', '2026-05-25')],
      expected('needs-investigator', elsewhere, {
        evidence: [inUrine(2, '阳性', '2026-05-25'), shown(1, 'CMV-DNA', '阴性')],
        days: [after30, '2026-06-25'],
      }),
    ],
    [
      'that is positive decides nothing beside a positive test of blood',
      [blood('阳性'), urine('阳性')],
      { ...is('met', 'above', '阳性'), evidence: [shown(1, 'CMV-DNA', '阳性'), inUrine(2, '阳性')] },
    ],
    [
      'that is positive leaves the test of blood to be ordered',
      [urine('阳性')],
      expected('unknown', say('latest.none', { what, days: 30 }), {
        ...toTest,
        evidence: [inUrine(1, '阳性')],
        days: [after30],
      }),
    ],
    [
      'that is one of two of a day, and the other negative, goes to the investigator',
      [blood('阴性'), urine('阴性'), urine('可疑')],
      { ...no, verdict: 'needs-investigator', reason: elsewhere, evidence: [inUrine(3, '可疑'), ...no.evidence] },
    ],
    ['that is negative is not shown', [blood('阴性'), urine('阴性')], no],
    ['that cannot be read is not shown', [blood('阴性'), urine('见报告')], no],
    ['that is older than 30 days is not shown', [blood('阴性'), urine('阳性', '2026-05-01')], no],
    ['that is preliminary is not shown', [blood('阴性'), urine('阳性', fresh, preliminary)], no],
    [
      'of a later day is announced',
      [blood('阴性'), urine('阳性', '2026-06-10')],
      { ...no, days: ['2026-06-10', after30] },
    ],
    [
      'that may have been missed leaves it open beside a negative test of blood',
      [blood('阴性')],
      {
        ...no,
        verdict: 'unknown',
        reason: say('latest.incomplete', { what: say('measurement.CMV-DNA-other'), days: 30 }),
        missing: [toOrder('CMV-DNA-other')],
      },
      since('2026-05-15'),
    ],
    ['that may have been missed before the window does not matter', [blood('阴性')], no, since('2026-05-01')],
    [
      'that may have been missed changes nothing beside a weak test of blood',
      [blood('可疑')],
      is('needs-investigator', 'weak', '可疑'),
      since('2026-05-15'),
    ],
  ]);
});
