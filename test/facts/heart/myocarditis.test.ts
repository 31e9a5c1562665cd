// What does the answer about myocarditis say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { needs, nothing, refuted, reported } from './answers.ts';
import { clinically, condition, report, verified } from '../history-entries.ts';
import { answer, ask, judged, myocarditis, name, onset, shown } from './myocarditis-answers.ts';
import type { Whole } from '../whole.ts';
import { drugSearches } from '../../../src/fhir/searches.ts';

const what = say('heart.myocarditis');

describe('a diagnosis alone', () => {
  it.each<readonly [string, Json, Whole]>([
    ['active', myocarditis(), judged],
    ['over', myocarditis(clinically('resolved')), answer('not-met', 'myocarditis-past')],
    [
      'over since yesterday',
      myocarditis({ abatementDateTime: '2026-05-31' }),
      answer('not-met', 'myocarditis-past', { days: ['2026-06-01'] }),
    ],
    [
      'over at the end of today',
      myocarditis({ abatementDateTime: '2026-06-01' }),
      answer('needs-investigator', 'myocarditis-judge', { days: ['2026-06-02'] }),
    ],
    [
      'whose status nobody states',
      myocarditis({ clinicalStatus: undefined }),
      answer('unknown', 'status-unknown', { missing: [{ what: say('heart.status', { name }), orders: [] }] }),
    ],
    [
      'not confirmed',
      myocarditis(verified('provisional')),
      answer('needs-investigator', 'myocarditis-doubtful', { evidence: [shown(name, onset, 'unconfirmed')] }),
    ],
    ['graded severe', myocarditis({ severity: { text: 'severe' } }), answer('met', 'myocarditis-severe')],
    [
      'graded severe, whose status nobody states',
      myocarditis({ severity: { text: 'severe' }, clinicalStatus: undefined }),
      answer('unknown', 'status-unknown', { missing: [{ what: say('heart.status', { name }), orders: [] }] }),
    ],
    ['graded moderate', myocarditis({ severity: { text: 'moderate' } }), judged],
    ['that begins tomorrow', myocarditis({ onsetDateTime: '2026-06-02' }), nothing(what, '2026-06-02')],
    ['refuted', myocarditis(verified('refuted')), { ...nothing(what), ...refuted(name) }],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it.each<readonly [string, string, Json, Whole]>([
    ['lupus cardiomyopathy', '狼疮性心肌病', {}, answer('needs-investigator', 'muscle-judge')],
    ['heart failure', 'Heart failure', { clinicalStatus: undefined }, answer('needs-investigator', 'muscle-judge')],
    ['heart failure that is over', 'Heart failure', clinically('resolved'), answer('not-met', 'myocarditis-past')],
    [
      'heart failure that is over at the end of today',
      'Heart failure',
      { abatementDateTime: '2026-06-01' },
      answer('needs-investigator', 'muscle-judge', { days: ['2026-06-02'] }),
    ],
  ])('%s', (_, written, more, { reason, ...rest }) => {
    const called = say(reason.id, { name: written });
    expect(ask([condition(written, { onsetDateTime: onset, ...more })])).toEqual({
      ...rest,
      reason: called,
      evidence: [shown(written)],
    });
  });

  it('with heart failure in one entry is judged as the myocarditis', () => {
    const both = 'Acute myocarditis with heart failure';
    expect(ask([condition(both, { onsetDateTime: onset })])).toEqual(
      answer('needs-investigator', 'myocarditis-judge', { values: { name: both }, evidence: [shown(both)] }),
    );
  });
});

it('a report of the last 90 days is for the investigator', () => {
  expect(ask([report(name, '2026-03-03')])).toEqual(reported(what, name));
});

needs(ask, what, { always: ['conditions', ...drugSearches], lately: ['diagnosticReports'] });
