// What does the answer about antibodies to HIV say, show, order and announce?

import { describe } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence, Missing } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { humanImmunodeficiencyVirus } from '../../../src/protocols/nct06222853-5to18/e8-hiv.ts';
import type { Asked } from '../../ask.ts';
import { day } from '../../builders.ts';
import { clinically, condition, verified } from '../history-entries.ts';
import {
  after90,
  allDiagnoses,
  answers,
  fresh,
  notCounted,
  preliminary,
  said,
  shown,
  shownUndated,
  state,
  toOrder,
  undated,
  withoutDiagnoses,
  withoutResults,
} from './results.ts';
import { expected, type Whole } from '../whole.ts';

const completeSince2024: Asked = {
  retrieved: { observations: { state: 'partial', reason: 'cut off', completeSince: day('2024-01-01') } },
};
const cutOff: Asked = { retrieved: { observations: { state: 'partial', reason: 'cut off' } } };

const screened = (value: string, date = fresh, more: Json = {}): Json => said('HIV-Ab', value, date, more);
const confirmation = (value: string, date = fresh, more: Json = {}): Json => said('HIV-confirm', value, date, more);
const rna = (value: string, date = fresh, more: Json = {}): Json => said('HIV-RNA', value, date, more);
const reactive = shown(1, 'HIV-Ab', '阳性');
const amount = '80000 copies/mL';
const infection = (n: number, more: Partial<Evidence> = {}): Evidence => ({
  reference: `Condition/r${String(n)}`,
  label: say('history.diagnosis'),
  value: 'HIV infection',
  ...more,
});

const is = (reading: string): Message =>
  say('serology.marker', { what: say('measurement.HIV-Ab'), state: state('markers', reading) });
const toConfirm = [toOrder('HIV-confirm')];
const met = (...evidence: readonly Evidence[]): Whole => expected('met', say('serology.hiv.confirmed'), { evidence });
const unconfirmed = (...evidence: readonly Evidence[]): Whole =>
  expected('needs-investigator', say('serology.hiv.unconfirmed'), { evidence, missing: toConfirm });
const negative = (...evidence: readonly Evidence[]): Whole =>
  expected('not-met', is('negative'), { evidence, days: [after90] });
const open = (answer: Whole, ...missing: readonly Missing[]): Whole => ({ ...answer, verdict: 'unknown', missing });
const toScreen = { missing: [toOrder('HIV-Ab')], flags: ['ORDER:HIV_SCREEN'] };

describe('a positive result or diagnosis', () => {
  answers(humanImmunodeficiencyVirus, [
    [
      'that is confirmed decides whatever its age',
      [confirmation('阳性', '2012-01-01'), screened('阴性')],
      met(shown(1, 'HIV-confirm', '阳性', '2012-01-01')),
    ],
    [
      'that is confirmed decides on its own day',
      [confirmation('阳性', '2026-06-01')],
      met(shown(1, 'HIV-confirm', '阳性', '2026-06-01')),
    ],
    [
      'that is confirmed decides without a day',
      [confirmation('阳性', fresh, undated)],
      met(shownUndated(1, 'HIV-confirm', '阳性')),
    ],
    [
      'that was diagnosed decides whatever its status, and without the results',
      [condition('HIV infection', clinically('resolved'))],
      met(infection(1)),
      withoutResults,
    ],
    ['of the screening test alone goes to the investigator', [screened('阳性')], unconfirmed(reactive)],
    [
      'of the screening test is open where a diagnosis may have been missed',
      [screened('阳性')],
      open(unconfirmed(reactive), ...toConfirm, allDiagnoses),
      withoutDiagnoses,
    ],
    [
      'of the screening test is open where a confirmation may have been missed',
      [screened('阳性')],
      open(unconfirmed(reactive), ...toConfirm),
      cutOff,
    ],
    [
      'that is confirmed and preliminary does not count',
      [screened('阴性'), confirmation('阳性', '2026-05-25', preliminary)],
      {
        ...negative(shown(1, 'HIV-Ab', '阴性')),
        ignored: [notCounted('preliminary', shown(2, 'HIV-confirm', '阳性', '2026-05-25'))],
      },
    ],
    [
      'of tomorrow begins to count then',
      [screened('阴性'), confirmation('阳性', '2026-06-02')],
      {
        ...negative(shown(1, 'HIV-Ab', '阴性')),
        ignored: [notCounted('future', shown(2, 'HIV-confirm', '阳性', '2026-06-02'))],
        days: ['2026-06-02', after90],
      },
    ],
    [
      'beside a confirmation and a diagnosis of later days announces them',
      [
        screened('阳性'),
        confirmation('阴性', '2026-06-10'),
        condition('HIV infection', { onsetDateTime: '2026-06-12' }),
      ],
      { ...unconfirmed(reactive), days: ['2026-06-10', '2026-06-12'] },
    ],
  ]);
});

describe('a negative confirmation', () => {
  const later = shown(2, 'HIV-confirm', '阴性', '2026-05-20');
  answers(humanImmunodeficiencyVirus, [
    ['of the same day takes a reactive test back', [screened('阳性'), confirmation('阴性')], negative(later)],
    ['of the day before does not', [screened('阳性'), confirmation('阴性', '2026-05-19')], unconfirmed(reactive)],
    ['of an unknown day does not', [screened('阳性'), confirmation('阴性', fresh, undated)], unconfirmed(reactive)],
    [
      'does not take back a test of an unknown day',
      [screened('阳性', fresh, undated), confirmation('阴性')],
      unconfirmed(shownUndated(1, 'HIV-Ab', '阳性')),
    ],
    [
      'that may be of an earlier day does not',
      [screened('阳性', '2026-05'), confirmation('阴性', '2026-05-30')],
      unconfirmed(shown(1, 'HIV-Ab', '阳性', '2026-05')),
    ],
    [
      'of the last day the test may be of does',
      [screened('阳性', '2026-04'), confirmation('阴性', '2026-04-30')],
      { ...negative(shown(2, 'HIV-confirm', '阴性', '2026-04-30')), days: ['2026-07-30'] },
    ],
    [
      'that is preliminary does not',
      [screened('阳性'), confirmation('阴性', '2026-05-25', preliminary)],
      unconfirmed(reactive),
    ],
    ['that is weak does not', [screened('阳性'), confirmation('可疑', '2026-05-25')], unconfirmed(reactive)],
    [
      'leaves an older reactive test taken back, and another one reactive',
      [screened('阳性', '2026-05-10'), confirmation('阴性', '2026-05-15'), screened('阳性')],
      unconfirmed(shown(3, 'HIV-Ab', '阳性')),
    ],
    [
      'of more than 90 days ago takes the test back and leaves the question open',
      [screened('阳性', '2026-03-01'), confirmation('阴性', '2026-03-02')],
      expected(
        'unknown',
        say('latest.stale', { what: say('measurement.HIV-Ab'), days: 90, date: '2026-03-02', value: '阴性' }),
        {
          evidence: [shown(2, 'HIV-confirm', '阴性', '2026-03-02')],
          ...toScreen,
          flags: ['STALE:SEROLOGY', 'ORDER:HIV_SCREEN'],
          days: ['2026-06-01'],
        },
      ),
    ],
  ]);
});

describe('a test for antibodies to HIV-2 alone', () => {
  const ofTypeTwo = (value: string, date = fresh): Json => said('HIV2-Ab', value, date);
  const none = expected('unknown', say('latest.none', { what: say('measurement.HIV-Ab'), days: 90 }), toScreen);
  answers(humanImmunodeficiencyVirus, [
    ['that is negative says nothing of HIV-1', [ofTypeTwo('阴性')], none],
    [
      'that is negative and later leaves a negative screening test the last one',
      [screened('阴性'), ofTypeTwo('阴性', '2026-05-25')],
      negative(shown(1, 'HIV-Ab', '阴性')),
    ],
    [
      'that is positive is a reactive one',
      [screened('阴性', '2026-05-25'), ofTypeTwo('阳性')],
      unconfirmed(shown(2, 'HIV2-Ab', '阳性')),
    ],
    [
      'that is weak outweighs an earlier negative one',
      [screened('阴性'), ofTypeTwo('弱阳性', '2026-05-25')],
      expected('needs-investigator', is('uncertain'), {
        evidence: [shown(2, 'HIV2-Ab', '弱阳性', '2026-05-25')],
        missing: toConfirm,
        days: ['2026-08-24'],
      }),
    ],
    [
      'of tomorrow is announced',
      [screened('阴性'), ofTypeTwo('阳性', '2026-06-02')],
      {
        ...negative(shown(1, 'HIV-Ab', '阴性')),
        ignored: [notCounted('future', shown(2, 'HIV2-Ab', '阳性', '2026-06-02'))],
        days: ['2026-06-02', after90],
      },
    ],
  ]);
});

describe('the antigen alone', () => {
  const ofAntigen = (value: string, date = fresh): Json => ({
    ...said('HIV-Ab', value, date),
    code: { text: 'HIV-1 p24 antigen' },
  });
  answers(humanImmunodeficiencyVirus, [
    [
      'that is reactive beside negative antibodies was passed over',
      [screened('阴性'), ofAntigen('Reactive')],
      unconfirmed(shown(2, 'HIV-Ag', 'Reactive')),
    ],
    [
      'that is negative and later leaves a negative screening test the last one',
      [screened('阴性'), ofAntigen('Nonreactive', '2026-05-25')],
      negative(shown(1, 'HIV-Ab', '阴性')),
    ],
  ]);
});

describe('RNA of the virus', () => {
  const quantified = shown(2, 'HIV-RNA', amount);
  const urgent = expected('needs-investigator', say('serology.hiv.viraemic'), {
    evidence: [quantified],
    missing: toConfirm,
    flags: ['URGENT:HIV_RNA'],
  });
  answers(humanImmunodeficiencyVirus, [
    [
      'beside a reactive test decides',
      [screened('阳性'), rna(amount)],
      expected('met', say('serology.hiv.viraemic-reactive'), { evidence: [reactive, quantified] }),
    ],
    ['beside a negative test is urgent', [screened('阴性'), rna(amount)], urgent],
    [
      'is urgent and open where a diagnosis may have been missed',
      [screened('阴性'), rna(amount)],
      open(urgent, ...toConfirm, allDiagnoses),
      withoutDiagnoses,
    ],
    ['that was not detected proves nothing', [screened('阳性'), rna('未检出')], unconfirmed(reactive)],
    ['that is preliminary proves nothing', [screened('阳性'), rna(amount, fresh, preliminary)], unconfirmed(reactive)],
    [
      'of tomorrow is announced',
      [screened('阳性'), rna(amount, '2026-06-02')],
      { ...unconfirmed(reactive), days: ['2026-06-02'] },
    ],
  ]);
});

describe('without a positive result', () => {
  const weak = expected('needs-investigator', is('uncertain'), {
    evidence: [shown(1, 'HIV-Ab', '可疑')],
    missing: toConfirm,
    days: [after90],
  });
  const no = negative(shown(1, 'HIV-Ab', '阴性'));
  const possible = condition('HIV infection', verified('provisional'));
  answers(humanImmunodeficiencyVirus, [
    ['a negative test is enough', [screened('阴性')], no],
    [
      'nothing is known without a test',
      [],
      expected('unknown', say('latest.none', { what: say('measurement.HIV-Ab'), days: 90 }), toScreen),
    ],
    ['a weak test goes to the investigator', [screened('可疑')], weak],
    [
      'a weak test is open where a diagnosis may have been missed',
      [screened('可疑')],
      open(weak, ...toConfirm, allDiagnoses),
      withoutDiagnoses,
    ],
    [
      'tests of one day that disagree leave it open',
      [screened('阴性'), screened('可疑')],
      expected('unknown', is('unreadable'), {
        evidence: [shown(1, 'HIV-Ab', '阴性'), shown(2, 'HIV-Ab', '可疑')],
        ...toScreen,
        days: [after90],
      }),
    ],
    [
      'tests of one day that disagree are said to disagree, where an older one may have been missed as well',
      [screened('阴性'), screened('可疑')],
      expected('unknown', is('unreadable'), {
        evidence: [shown(1, 'HIV-Ab', '阴性'), shown(2, 'HIV-Ab', '可疑')],
        ...toScreen,
        days: [after90],
      }),
      completeSince2024,
    ],
    [
      'a test that says nothing that can be read leaves it open, with the diagnoses that may have been missed',
      [screened('见报告')],
      expected(
        'unknown',
        say('latest.unreadable', {
          what: say('measurement.HIV-Ab'),
          days: 90,
          date: fresh,
          value: '见报告',
          why: [say('reading.words-not-known', { value: '见报告' })],
        }),
        {
          evidence: [shown(1, 'HIV-Ab', '见报告')],
          ...toScreen,
          missing: [toOrder('HIV-Ab'), allDiagnoses],
          days: [after90],
        },
      ),
      withoutDiagnoses,
    ],
    [
      'a negative test is open where an older positive one may have been missed',
      [screened('阴性')],
      expected('unknown', say('serology.incomplete', { what: say('measurement.HIV-Ab') }), {
        evidence: no.evidence,
        ...toScreen,
        days: [after90],
      }),
      completeSince2024,
    ],
    [
      'a negative test is open where a diagnosis may have been missed, and needs no other',
      [screened('阴性')],
      open(no, allDiagnoses),
      withoutDiagnoses,
    ],
    [
      'a suspected infection beside a negative test goes to the investigator',
      [screened('阴性'), possible],
      {
        ...no,
        verdict: 'needs-investigator',
        reason: say('serology.hiv.suspected'),
        evidence: [...no.evidence, infection(2, { label: say('history.unconfirmed') })],
      },
    ],
  ]);
});
