import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { likelySevereNephritis } from '../../../src/protocols/nct06222853-5to18/e3-kidney.ts';
import { renalReplacementTherapy } from '../../../src/protocols/nct06222853-5to18/e3-renal-replacement.ts';
import { ask, type Asked } from '../../ask.ts';
import { answers } from './answers.ts';
import { day, observation, textObservation } from '../../builders.ts';
import { clinically, condition, procedure, report, verified } from '../../facts/history-entries.ts';

const iso = (on: number): string => new Date(on * 86_400_000).toISOString().slice(0, 10);

describe('E3.RRT: renal replacement', () => {
  const planned = (infusion: string): Asked => ({ screening: { plannedInfusion: day(infusion) } });
  answers(renalReplacementTherapy, [
    ['needs-investigator', 'blood purification of no named kind', [procedure('血液净化', '2026-05-20')]],
    ['met', 'blood purification that is named', [procedure('床旁血液净化', '2026-05-20')]],
    ['met', 'through a fistula, by a short name', [procedure('HD via AVF', '2026-05-20')]],
    ['met', 'going on', [procedure('CRRT', '2024-01-01', { status: 'in-progress' })]],
    ['met', 'dependence on dialysis', [condition('cm Z99.2')]],
    ['met', 'today', [procedure('cn9 39.9500 血液透析', '2026-06-01')]],
    ['met', '60 days ago', [procedure('Hemodialysis', '2026-04-02')]],
    ['needs-investigator', '61 days ago', [procedure('Hemodialysis', '2026-04-01')]],
    ['needs-investigator', 'three months ago', [procedure('sct 302497006', '2026-03-01')]],
    ['not-met', 'three months and a day ago', [procedure('腹膜透析', '2026-02-28')]],
    ['unknown', 'some day of the year', [procedure('Hemodialysis', '2026')]],
    ['unknown', 'nobody says when', [procedure('Hemodialysis')]],
    [
      'met',
      'a period that ended within 60 days',
      [procedure('Hemodialysis', undefined, { performedPeriod: { start: '2025-01-01', end: '2026-05-01' } })],
    ],
    ['not-met', 'plasma exchange', [procedure('cn9 39.9500x004 血浆置换', '2026-05-30')]],
    ['not-met', 'immunoadsorption', [procedure('免疫吸附', '2026-05-30')]],
    ['needs-investigator', 'a session broken off', [procedure('Hemodialysis', '2026-05-30', { status: 'stopped' })]],
    ['not-met', 'a session broken off long ago', [procedure('Hemodialysis', '2026-02-28', { status: 'stopped' })]],
    ['not-met', 'a session that was not done', [procedure('Hemodialysis', '2026-05-30', { status: 'not-done' })]],
    ['needs-investigator', 'a catheter for it, in Chinese', [procedure('血液透析导管置入术', '2026-05-30')]],
    ['needs-investigator', 'a catheter for it', [procedure('Removal of tunneled hemodialysis catheter', '2026-05-30')]],
    ['needs-investigator', 'a catheter that is broken, by code', [condition('cm T82.41XA')]],
    ['needs-investigator', 'one that was declined', [condition('Hemodialysis declined')]],
    ['unknown', 'one that its own name ends', [condition('Hemodialysis discontinued')]],
    ['unknown', 'one that its own name ends, in Chinese', [condition('脱离透析')]],
    ['met', 'through a catheter', [procedure('经股静脉导管血液透析', '2026-05-30')]],
    ['not-met', 'end-stage renal disease without dialysis', [condition('cm N18.6')]],
    ['needs-investigator', 'provisional dependence', [condition('cm Z99.2', verified('provisional'))]],
    [
      'not-met',
      'dependence that ended a year ago',
      [condition('cm Z99.2', { ...clinically('resolved'), abatementDateTime: '2025-06-01' })],
    ],
    ['unknown', 'dependence that ended nobody says when', [condition('cm Z99.2', clinically('resolved'))]],
    ['not-met', 'nothing', []],
    [
      'unknown',
      'nothing, in a search that was cut off',
      [],
      { retrieved: { procedures: { state: 'partial', reason: 'cut off' } } },
    ],
    [
      'met',
      'three months before the planned infusion',
      [procedure('Hemodialysis', '2026-04-01')],
      planned('2026-07-01'),
    ],
    [
      'not-met',
      'three months and a day before the planned infusion',
      [procedure('Hemodialysis', '2026-03-31')],
      planned('2026-07-01'),
    ],
    [
      'not-met',
      '60 days ago, but long before the planned infusion',
      [procedure('Hemodialysis', '2026-04-02')],
      planned('2026-08-01'),
    ],
  ]);

  it('turns on the days on which the windows close', () => {
    const { turns } = ask(renalReplacementTherapy, [procedure('Hemodialysis', '2026-05-01')]);
    expect(turns.map(({ on }) => iso(on))).toEqual(expect.arrayContaining(['2026-07-01', '2026-08-02']));
    for (const [asOf, verdict] of [
      ['2026-06-30', 'met'],
      ['2026-07-01', 'needs-investigator'],
      ['2026-08-01', 'needs-investigator'],
      ['2026-08-02', 'not-met'],
    ] as const) {
      expect(ask(renalReplacementTherapy, [procedure('Hemodialysis', '2026-05-01')], { asOf }).verdict).toBe(verdict);
    }
  });
});

describe('E3.kidney: signals of severe nephritis', () => {
  const upcr = (value: number, unit: string, date = '2026-05-28'): Json => observation('2890-2', value, unit, date);
  const creatinine = (value: number, date: string): Json => observation('14682-9', value, 'umol/L', date);
  const height = observation('8302-2', 150, 'cm', '2026-05-28');
  answers(likelySevereNephritis, [
    ['needs-investigator', 'lupus nephritis, active', [condition('cn M32.101+N08.5* 狼疮性肾炎')]],
    [
      'needs-investigator',
      'lupus nephritis, status not stated',
      [condition('cm M32.14', { clinicalStatus: undefined })],
    ],
    [
      'needs-investigator',
      'coded by its asterisk alone beside lupus',
      [condition('who M32.1'), condition('who N08.5*')],
    ],
    ['not-met', 'lupus nephritis, over', [condition('cm M32.14', clinically('resolved'))]],
    ['needs-investigator', 'rapidly progressive', [condition('急进性肾小球肾炎')]],
    [
      'needs-investigator',
      'class IV six months ago',
      [report('Lupus nephritis, ISN/RPS class IV-G (A)', '2025-12-01')],
    ],
    ['not-met', 'class IV earlier', [report('Lupus nephritis, ISN/RPS class IV-G (A)', '2025-11-30')]],
    ['needs-investigator', 'class III+V, in Chinese', [report('狼疮性肾炎Ⅲ+Ⅴ型', '2026-03-01')]],
    ['needs-investigator', 'class IV with its subclass, in Chinese', [report('狼疮性肾炎 IV-G(A)+V型', '2026-03-01')]],
    ['needs-investigator', 'class III by its form', [report('局灶增生性狼疮性肾炎', '2026-03-01')]],
    ['needs-investigator', 'class IV without the word class', [report('LNⅣ型', '2026-03-01')]],
    ['needs-investigator', 'class IV as a coded answer', [textObservation('ISN/RPS分型', 'IV-S(A/C)', '2026-03-01')]],
    ['not-met', 'class V, in Chinese', [report('狼疮性肾炎Ⅴ型', '2026-03-01')]],
    ['not-met', 'class II', [report('Lupus nephritis class II', '2026-03-01')]],
    ['needs-investigator', 'end-stage disease', [condition('cm N18.6')]],
    ['needs-investigator', 'end-stage disease, in Chinese', [condition('慢性肾脏病5期')]],
    ['not-met', 'stage 3', [condition('慢性肾脏病3期')]],
    ['needs-investigator', 'proteinuria of 3 g/g', [upcr(3, 'g/g')]],
    ['not-met', 'proteinuria of 2.99 g/g', [upcr(2990, 'mg/g')]],
    ['needs-investigator', 'proteinuria in mg/mmol', [upcr(340, 'mg/mmol')]],
    ['needs-investigator', 'a filtration rate below 45', [creatinine(130, '2026-05-28'), height]],
    ['not-met', 'a creatinine without a height', [creatinine(130, '2026-05-28')]],
    ['not-met', 'a filtration rate below 45 that is 31 days old', [creatinine(130, '2026-05-01'), height]],
    [
      'unknown',
      'a filtration rate below 45 if she is a girl and above if a boy, which nobody says',
      [creatinine(119, '2026-05-28'), height],
      { patient: { gender: 'unknown' } },
    ],
    [
      'needs-investigator',
      'the same beside lupus nephritis, whatever the rate is',
      [creatinine(119, '2026-05-28'), height, condition('cm M32.14')],
      { patient: { gender: 'unknown' } },
    ],
    ['not-met', 'a filtration rate above 45', [creatinine(60, '2026-05-28'), height]],
    [
      'needs-investigator',
      'a creatinine that rose from 42 to 60',
      [creatinine(42, '2026-03-01'), creatinine(60, '2026-05-28'), height],
    ],
    [
      'not-met',
      'a creatinine that rose from 43 to 60',
      [creatinine(43, '2026-03-01'), creatinine(60, '2026-05-28'), height],
    ],
    [
      'not-met',
      'a creatinine that rose more than three months ago',
      [creatinine(42, '2026-02-27'), creatinine(60, '2026-05-28'), height],
    ],
    ['not-met', 'nothing', []],
  ]);

  it('is unknown where results may be missing', () => {
    expect(
      ask(likelySevereNephritis, [], { retrieved: { observations: { state: 'unavailable', reason: 'denied' } } })
        .verdict,
    ).toBe('unknown');
  });

  it('does not take a low filtration rate for no signal because the procedures, with dialysis among them, could not be read', () => {
    const retrieved = { procedures: { state: 'unavailable', reason: 'denied' } } as const;
    expect(ask(likelySevereNephritis, [creatinine(130, '2026-05-28'), height], { retrieved }).verdict).toBe('unknown');
  });
});
