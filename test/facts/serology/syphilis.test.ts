// What does the answer about syphilis say, show, order and announce?

import { describe } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { syphilis } from '../../../src/protocols/nct06222853-5to18/e8-syphilis.ts';
import { administration, condition } from '../history-entries.ts';
import {
  after90,
  allDiagnoses,
  answers,
  fresh,
  notCounted,
  preliminary,
  said,
  shown,
  toOrder,
  withoutDiagnoses,
  state,
} from './results.ts';
import { expected } from '../whole.ts';

const first = 'syphilis-treponemal';
const second = 'syphilis-nontreponemal';
const treponemal = (value: string, date = fresh, more: Json = {}): Json => said(first, value, date, more);
const reagin = (value: string, date = fresh, more: Json = {}): Json => said(second, value, date, more);
const is = (tests: string, others: string): Message =>
  say('serology.syphilis', { treponemal: state('markers', tests), reagin: state('markers', others) });
const toTest = { missing: [toOrder(first)], flags: ['ORDER:SYPHILIS_TREPONEMAL'] };
const positive = shown(1, first, '阳性');
const negative = shown(1, first, '阴性');
const diagnosis = { reference: 'Condition/r2', label: say('history.diagnosis'), value: 'Syphilis' };
const immunoglobulin = administration('immunoglobulin', '2026-05-01');

describe('the treponemal test', () => {
  const no = expected('not-met', is('negative', 'not-needed'), { evidence: [negative], days: [after90] });
  answers(syphilis, [
    [
      'decides when positive, shown with the immunoglobulin it may come from',
      [treponemal('阳性'), immunoglobulin],
      expected('met', is('positive', 'missing'), {
        evidence: [
          positive,
          {
            reference: 'MedicationAdministration/r2',
            label: say('serology.passive'),
            value: 'immunoglobulin',
            date: '2026-05-01',
          },
        ],
      }),
    ],
    [
      'decides when positive, whatever its age and without the diagnoses',
      [treponemal('阳性', '2014-01-01'), treponemal('阴性')],
      expected('met', is('positive', 'missing'), { evidence: [shown(1, first, '阳性', '2014-01-01')] }),
      withoutDiagnoses,
    ],
    ['is enough when negative, immunoglobulin or not', [treponemal('阴性'), immunoglobulin], no],
    [
      'that is negative leaves it open where a diagnosis may have been missed, and needs no other test',
      [treponemal('阴性')],
      { ...no, verdict: 'unknown', missing: [allDiagnoses] },
      withoutDiagnoses,
    ],
    [
      'that is negative beside a diagnosis goes to the investigator',
      [treponemal('阴性'), condition('Syphilis')],
      {
        ...no,
        verdict: 'needs-investigator',
        reason: say('serology.syphilis-diagnosed'),
        evidence: [negative, diagnosis],
      },
    ],
    [
      'that is negative is shown with a diagnosis that is announced',
      [treponemal('阴性'), condition('Syphilis', { onsetDateTime: '2026-06-02' })],
      { ...no, days: ['2026-06-02', after90] },
    ],
    [
      'that is weak goes to the investigator, even where a diagnosis may have been missed',
      [treponemal('可疑'), reagin('阴性')],
      expected('needs-investigator', is('uncertain', 'negative'), {
        evidence: [shown(1, first, '可疑'), shown(2, second, '阴性')],
        days: [after90],
      }),
      withoutDiagnoses,
    ],
    ['is to be ordered without any', [], expected('unknown', is('missing', 'missing'), toTest)],
    [
      'is to be ordered beside a negative RPR of 91 days ago, with the diagnoses that may have been missed',
      [treponemal('阴性', '2026-03-02'), reagin('阴性', '2026-03-02')],
      expected('unknown', is('missing', 'missing'), {
        evidence: [shown(1, first, '阴性', '2026-03-02'), shown(2, second, '阴性', '2026-03-02')],
        missing: [...toTest.missing, allDiagnoses],
        flags: ['STALE:SEROLOGY', ...toTest.flags],
        days: ['2026-06-01'],
      }),
      withoutDiagnoses,
    ],
    [
      'that cannot be read is to be ordered again',
      [treponemal('见报告'), reagin('阳性')],
      expected('unknown', is('unreadable', 'positive'), {
        evidence: [shown(1, first, '见报告'), shown(2, second, '阳性')],
        ...toTest,
        days: [after90],
      }),
    ],
  ]);
});

describe('the RPR beside a negative treponemal test', () => {
  answers(syphilis, [
    [
      'goes to the investigator when positive, even where a diagnosis may have been missed',
      [treponemal('阴性'), reagin('阳性')],
      expected('needs-investigator', is('negative', 'positive'), {
        evidence: [negative, shown(2, second, '阳性')],
        days: [after90],
      }),
      withoutDiagnoses,
    ],
    [
      'does not last: the latest counts',
      [treponemal('阴性'), reagin('阳性', '2026-05-10'), reagin('阴性', '2026-05-15')],
      expected('not-met', is('negative', 'negative'), {
        evidence: [negative, shown(3, second, '阴性', '2026-05-15')],
        days: ['2026-08-14', after90],
      }),
    ],
    [
      'is to be ordered again when it cannot be read',
      [treponemal('阴性'), reagin('见报告')],
      expected('unknown', is('negative', 'unreadable'), {
        evidence: [negative, shown(2, second, '见报告')],
        missing: [toOrder(second)],
        flags: ['ORDER:SYPHILIS_RPR'],
        days: [after90],
      }),
    ],
    [
      'is shown and not counted when preliminary, and so is a treponemal test',
      [treponemal('阴性'), reagin('阳性', fresh, preliminary), treponemal('阳性', fresh, preliminary)],
      expected('not-met', is('negative', 'not-needed'), {
        evidence: [negative],
        ignored: [
          notCounted('preliminary', shown(3, first, '阳性')),
          notCounted('preliminary', shown(2, second, '阳性')),
        ],
        days: [after90],
      }),
    ],
    [
      'of tomorrow begins to count then',
      [treponemal('阴性'), reagin('阳性', '2026-06-02')],
      expected('not-met', is('negative', 'not-needed'), {
        evidence: [negative],
        ignored: [notCounted('future', shown(2, second, '阳性', '2026-06-02'))],
        days: ['2026-06-02', after90],
      }),
    ],
  ]);
});
