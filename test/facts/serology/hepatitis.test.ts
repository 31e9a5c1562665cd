// What does the answer about a viral hepatitis say, show, order and announce?

import { describe } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { hepatitisB } from '../../../src/protocols/nct06222853-5to18/e8-hepatitis-b.ts';
import { administration, clinically, condition, verified } from '../history-entries.ts';
import {
  after30,
  after90,
  allDiagnoses,
  answers,
  fresh,
  notCounted,
  preliminary,
  said,
  shown,
  state,
  toOrder,
  withoutDiagnoses,
} from './results.ts';
import { expected, type Whole } from '../whole.ts';

const name = 'Chronic hepatitis B';
const diagnosis = (n: number, more: Partial<Evidence> = {}): Evidence => ({
  reference: `Condition/r${String(n)}`,
  label: say('history.diagnosis'),
  value: name,
  ...more,
});
const is = (serology: string, load: string): Message =>
  say('serology.hepatitis', { virus: 'HBV', serology: state('markers', serology), load: state('load', load) });

const antigen = (value: string, date = fresh, more: Json = {}): Json => said('HBsAg', value, date, more);
const antibody = (value: string, date = fresh): Json => said('HBcAb', value, date);
const dna = (value: string, date = fresh): Json => said('HBV-DNA', value, date);
const amount = '5000 IU/mL';
const toLoad = { missing: [toOrder('HBV-DNA')], flags: ['ORDER:HBV_DNA'] };
const toTest = { missing: [toOrder('HBsAg'), toOrder('HBcAb')], flags: ['ORDER:HBV_SEROLOGY'] };

const bothNegative = [antigen('阴性'), antibody('阴性')];
const negatives = [shown(1, 'HBsAg', '阴性'), shown(2, 'HBcAb', '阴性')];
const positive = shown(1, 'HBsAg', '阳性');
const noLoad = expected('unknown', is('positive', 'missing'), { evidence: [positive], ...toLoad });

describe('serology', () => {
  const immunoglobulin = administration('immunoglobulin', '2026-05-01');
  const received: Evidence = {
    reference: 'MedicationAdministration/r2',
    label: say('serology.passive'),
    value: 'immunoglobulin',
    date: '2026-05-01',
  };
  const unreadable = (value: string): Whole =>
    expected('unknown', is('unreadable', 'missing'), {
      evidence: [shown(1, 'HBsAg', value), shown(2, 'HBcAb', '阴性')],
      missing: [toOrder('HBsAg')],
      flags: ['ORDER:HBV_SEROLOGY'],
      days: [after90],
    });
  answers(hepatitisB, [
    [
      'of both tests negative is enough',
      bothNegative,
      expected('not-met', is('negative', 'not-needed'), { evidence: negatives, days: [after90] }),
    ],
    ['that is positive needs the viral load', [antigen('阳性')], noLoad],
    [
      'that is positive counts whatever its age',
      [antigen('阳性', '2015-01-01'), antigen('阴性')],
      {
        ...noLoad,
        evidence: [shown(1, 'HBsAg', '阳性', '2015-01-01')],
      },
    ],
    ['without any result needs both tests', [], expected('unknown', is('missing', 'missing'), toTest)],
    [
      'of one test alone needs the other',
      [antibody('阴性')],
      expected('unknown', is('missing', 'missing'), {
        evidence: [shown(1, 'HBcAb', '阴性')],
        missing: [toOrder('HBsAg')],
        flags: ['ORDER:HBV_SEROLOGY'],
        days: [after90],
      }),
    ],
    ['that cannot be read is tested again', [antigen('见报告'), antibody('阴性')], unreadable('见报告')],
    [
      'that says nothing is tested again',
      [antigen('', fresh, { valueString: undefined, valueDateTime: fresh }), antibody('阴性')],
      unreadable(fresh),
    ],
    [
      'whose flag contradicts it is tested again',
      [antigen('阳性', fresh, { interpretation: [{ coding: [{ code: 'NEG' }] }] }), antibody('阴性')],
      unreadable('阳性'),
    ],
    [
      'of which too little was detected is weak',
      [antigen('检测到，<LLOQ'), antibody('阴性')],
      expected('unknown', is('uncertain', 'missing'), {
        evidence: [shown(1, 'HBsAg', '检测到，<LLOQ'), shown(2, 'HBcAb', '阴性')],
        ...toLoad,
        days: [after90],
      }),
    ],
    [
      'that is weak needs the viral load',
      [antigen('可疑'), antibody('阴性')],
      expected('unknown', is('uncertain', 'missing'), {
        evidence: [shown(1, 'HBsAg', '可疑'), shown(2, 'HBcAb', '阴性')],
        ...toLoad,
        days: [after90],
      }),
    ],
    [
      'that is preliminary is shown and not counted',
      [...bothNegative, antigen('阳性', '2026-05-25', preliminary)],
      expected('not-met', is('negative', 'not-needed'), {
        evidence: negatives,
        ignored: [notCounted('preliminary', shown(3, 'HBsAg', '阳性', '2026-05-25'))],
        days: [after90],
      }),
    ],
    [
      'that is positive is shown with the immunoglobulin it may come from',
      [antigen('阳性'), immunoglobulin, administration('rituximab', '2026-05-01')],
      { ...noLoad, evidence: [positive, received] },
    ],
    [
      'that is positive is shown with an immunoglobulin against one disease that it may come from',
      [antigen('阳性'), administration('hepatitis B immunoglobulin', '2026-05-01')],
      { ...noLoad, evidence: [positive, { ...received, value: 'specific immunoglobulin' }] },
    ],
    [
      'that is positive is shown with an immunoglobulin of an unknown day',
      [antigen('阳性'), administration('immunoglobulin', 'last winter')],
      {
        ...noLoad,
        evidence: [positive, { reference: received.reference ?? '', label: received.label, value: 'immunoglobulin' }],
      },
    ],
    [
      'that is negative is shown without an immunoglobulin',
      [...bothNegative, immunoglobulin],
      expected('not-met', is('negative', 'not-needed'), { evidence: negatives, days: [after90] }),
    ],
    [
      'that is negative leaves it open where a diagnosis may have been missed',
      bothNegative,
      expected('unknown', is('missing', 'missing'), { evidence: negatives, missing: [allDiagnoses], days: [after90] }),
      withoutDiagnoses,
    ],
  ]);
});

describe('a viral load that is not above its reference', () => {
  const none = shown(1, 'HBV-DNA', '未检出');
  answers(hepatitisB, [
    [
      'is enough without serology',
      [dna('未检出')],
      expected('not-met', is('missing', 'not-above'), { evidence: [none], days: [after30] }),
    ],
    [
      'is enough beside positive serology, without the diagnoses',
      [dna('未检出'), antibody('阳性')],
      expected('not-met', is('positive', 'not-above'), {
        evidence: [shown(2, 'HBcAb', '阳性'), none],
        days: [after30],
      }),
      withoutDiagnoses,
    ],
  ]);
});

describe('a diagnosis', () => {
  answers(hepatitisB, [
    [
      'that is over counts as positive serology',
      [...bothNegative, condition(name, clinically('resolved'))],
      { ...noLoad, evidence: [...negatives, diagnosis(3)], days: [after90] },
    ],
    [
      'that is doubtful makes negative serology uncertain',
      [...bothNegative, condition(name, verified('provisional'))],
      expected('unknown', is('uncertain', 'missing'), {
        evidence: [...negatives, diagnosis(3, { label: say('history.unconfirmed') })],
        ...toLoad,
        days: [after90],
      }),
    ],
    [
      'of tomorrow is announced',
      [...bothNegative, condition(name, { onsetDateTime: '2026-06-02' })],
      expected('not-met', is('negative', 'not-needed'), { evidence: negatives, days: ['2026-06-02', after90] }),
    ],
  ]);
});

describe('a viral load above its reference', () => {
  const quantified = (n: number): Evidence => shown(n, 'HBV-DNA', amount);
  const urgent = ['URGENT:HBV_DNA'];
  answers(hepatitisB, [
    [
      'decides beside positive serology',
      [antigen('阳性'), dna(amount)],
      expected('met', is('positive', 'above'), { evidence: [positive, quantified(2)], days: [after30] }),
    ],
    [
      'is urgent beside negative serology',
      [...bothNegative, dna(amount)],
      expected('needs-investigator', is('negative', 'above'), {
        evidence: [...negatives, quantified(3)],
        flags: urgent,
        days: [after30, after90],
      }),
    ],
    [
      'is urgent beside weak serology',
      [antigen('可疑'), antibody('阴性'), dna(amount)],
      expected('needs-investigator', is('uncertain', 'above'), {
        evidence: [shown(1, 'HBsAg', '可疑'), shown(2, 'HBcAb', '阴性'), quantified(3)],
        flags: urgent,
        days: [after30, after90],
      }),
    ],
    [
      'is urgent without serology, which is to be tested',
      [dna(amount)],
      expected('unknown', is('missing', 'above'), {
        evidence: [quantified(1)],
        missing: toTest.missing,
        flags: [...toTest.flags, ...urgent],
        days: [after30],
      }),
    ],
    [
      'of 31 days ago is to be measured again',
      [antigen('阳性'), dna(amount, '2026-05-01')],
      expected('unknown', is('positive', 'missing'), {
        evidence: [positive, shown(2, 'HBV-DNA', amount, '2026-05-01')],
        missing: toLoad.missing,
        flags: ['STALE:VIRAL_LOAD', 'ORDER:HBV_DNA'],
        days: ['2026-06-01'],
      }),
    ],
    [
      'that is preliminary is shown and not counted',
      [antigen('阳性'), { ...dna(amount, '2026-05-25'), ...preliminary }, dna('未检出')],
      expected('not-met', is('positive', 'not-above'), {
        evidence: [positive, shown(3, 'HBV-DNA', '未检出')],
        ignored: [notCounted('preliminary', shown(2, 'HBV-DNA', amount, '2026-05-25'))],
        days: [after30],
      }),
    ],
  ]);
});
