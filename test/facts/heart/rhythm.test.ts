// What does the answer about arrhythmias say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { needs, nothing, refuted, told } from './answers.ts';
import { condition, report, verified } from '../history-entries.ts';
import {
  active,
  answer,
  ask,
  fibrillation,
  onset,
  over,
  paroxysmal,
  shown,
  unstated,
  ventricular,
} from './rhythm-answers.ts';
import { expected, type Whole } from '../whole.ts';
import { drugSearches } from '../../../src/fhir/searches.ts';

const what = say('heart.arrhythmia');

describe('alone', () => {
  it.each<readonly [string, Json, Whole]>([
    ['ventricular tachycardia', condition(ventricular, active), answer('met', 'present', ventricular)],
    [
      'ventricular tachycardia whose status nobody states',
      condition(ventricular, unstated),
      answer('unknown', 'status', ventricular),
    ],
    ['ventricular tachycardia that is over', condition(ventricular, over), answer('not-met', 'past', ventricular)],
    [
      'ventricular tachycardia that was over yesterday',
      condition(ventricular, { ...onset, abatementDateTime: '2026-05-31' }),
      answer('not-met', 'past', ventricular, { days: ['2026-06-01'] }),
    ],
    [
      'ventricular tachycardia that is over at the end of today',
      condition(ventricular, { ...onset, abatementDateTime: '2026-06-01' }),
      answer('met', 'present', ventricular, { days: ['2026-06-02'] }),
    ],
    [
      'ventricular tachycardia, not confirmed',
      condition(ventricular, { ...active, ...verified('provisional') }),
      answer('needs-investigator', 'doubtful', ventricular, { evidence: [shown(ventricular, 'unconfirmed')] }),
    ],
    ['paroxysmal tachycardia', condition(paroxysmal, active), answer('needs-investigator', 'judge', paroxysmal)],
    [
      'paroxysmal tachycardia whose status nobody states',
      condition(paroxysmal, unstated),
      answer('needs-investigator', 'judge', paroxysmal),
    ],
    ['another arrhythmia that is over', condition(fibrillation, over), answer('not-met', 'past', fibrillation)],
    [
      'congenital heart block, which is never over',
      condition('Congenital heart block', over),
      answer('needs-investigator', 'judge', 'Congenital heart block'),
    ],
    ['one that begins tomorrow', condition(ventricular, { onsetDateTime: '2026-06-02' }), nothing(what, '2026-06-02')],
    ['one that is refuted', condition(ventricular, verified('refuted')), { ...nothing(what), ...refuted(ventricular) }],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });
});

it('an entry that names a severe and a lesser one is judged once, as the severe', () => {
  const both = 'Ventricular tachycardia, atrial fibrillation';
  expect(ask([condition(both, active)])).toEqual(answer('met', 'present', both));
});

it('an entry that names a lesser one and only suspects a severe one is judged once, as doubtful', () => {
  const both = `${fibrillation}, suspected ventricular tachycardia`;
  expect(ask([condition(both, active)])).toEqual(
    answer('needs-investigator', 'doubtful', both, { evidence: [shown(both, 'suspected')] }),
  );
});

it('a report of the last 90 days is for the investigator', () => {
  expect(ask([report('频发室性早搏', '2026-03-03')])).toEqual(
    expected('needs-investigator', say('heart.rhythm-report', { date: '2026-03-03' }), {
      evidence: [told('频发室性早搏', '2026-03-03')],
      days: ['2026-06-02'],
    }),
  );
});

needs(ask, what, { always: ['conditions', ...drugSearches], lately: ['diagnosticReports'] });
