// What does the answer about the ejection fraction say, show and ask for, and what is read in the words of a report?

import { describe, expect, it } from 'vitest';
import { ejectionFractionAtLeast, withReports } from '../../../src/facts/heart/function.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { observation, recordOf, screeningOn, textObservation, type RecordOptions } from '../../builders.ts';
import { report } from '../history-entries.ts';
import { expected, whole, type Whole } from '../whole.ts';

const on = '2026-05-28';
const ask = (resources: readonly Json[], options: RecordOptions = {}): Whole =>
  whole(
    ejectionFractionAtLeast(recordOf(resources, options), screeningOn('2026-06-01'), { percent: 55, windowDays: 90 }),
  );

const label = say('measurement.LVEF');
const coding = { system: 'http://loinc.org', code: '10230-1', display: 'Left ventricular Ejection fraction' };
const missing = [{ what: label, orders: [{ coding, windowDays: 90 }] }];
const shown = (value: string, reference: string): Evidence => ({ reference, label, value, date: on });
function answer(verdict: 'met' | 'not-met' | 'unknown', value: string, reference = 'DiagnosticReport/r1'): Whole {
  return expected(verdict, say(`heart-function.${verdict}`, { value, percent: 55 }), {
    evidence: [shown(value, reference)],
    missing: verdict === 'unknown' ? missing : [],
    days: ['2026-08-27'],
  });
}
const unreadable = (value: string, why: Message, reference = 'DiagnosticReport/r1'): Whole =>
  expected('unknown', say('latest.unreadable', { what: label, days: 90, date: on, value, why: [why] }), {
    evidence: [shown(value, reference)],
    missing,
    days: ['2026-08-27'],
  });

describe('the whole answer', () => {
  it.each<readonly [string, Json, Whole]>([
    ['55 %', observation('10230-1', 55, '%', on), answer('met', '55 %', 'Observation/r1')],
    ['54.9 %', observation('10230-1', 54.9, '%', on), answer('not-met', '54.9 %', 'Observation/r1')],
    ['50-60 %', textObservation('LVEF', '50-60%', on), answer('unknown', '50-60%', 'Observation/r1')],
    ['in a report', report('Normal chambers. LVEF 62 %, FS 34 %.', on), answer('met', 'LVEF 62 %')],
    ['twice the same in a report', report('LVEF 62%; LVEF 62%', on), answer('met', 'LVEF 62%')],
    ['two different in a report', report('LVEF 62 by Simpson; EF 50%', on), answer('unknown', 'LVEF 62; EF 50%')],
    [
      'two methods in a report, of which the second counted for nothing',
      report('LVEF: M-mode 66%, biplane Simpson 50%', on),
      answer('unknown', 'LVEF: M-mode 66%'),
    ],
    [
      'two methods after their values in a report',
      report('LVEF 52 % (biplane Simpson), 60 % by M-mode', on),
      answer('unknown', 'LVEF 52 %'),
    ],
    ['two methods in Chinese', report('EF（Teich法）68%，改良Simpson法 52%', on), answer('unknown', 'EF(Teich法)68%')],
    ['two methods on one side', report('LVEF by Simpson 62%, by M-mode 66%', on), answer('met', 'LVEF by Simpson 62%')],
    [
      'the right ventricle was taken for the left',
      report('RV EF 40%. LA EF 30%. 右房EF 20%. LVEF 61%', on),
      answer('met', 'LVEF 61%'),
    ],
    [
      'a slope of the mitral valve was taken for it',
      report('EF slope 60 mm/s, LVEF 50%', on),
      answer('not-met', 'LVEF 50%'),
    ],
    ['a velocity', report('EF 60 mm/s. LVEF 50%', on), answer('not-met', 'LVEF 50%')],
    [
      'the normal range was taken for it',
      report('LVEF 50% (normal range LVEF 55-70%)', on),
      answer('not-met', 'LVEF 50%'),
    ],
    [
      'a figure with a letter in it was read by its first digit',
      report('LVEF 6O%', on),
      unreadable('LVEF 6', say('reading.words-not-known', { value: 'LVEF 6' })),
    ],
    [
      'its name in the result',
      textObservation('LVEF', 'EF 60-65 %', on),
      answer('met', 'EF 60-65 %', 'Observation/r1'),
    ],
    [
      'words before it in the result',
      textObservation('LVEF', 'normal (60 %)', on),
      answer('met', 'normal (60 %)', 'Observation/r1'),
    ],
    [
      'a result without a figure in its words',
      textObservation('LVEF', 'good', on),
      unreadable('good', say('reading.words-not-known', { value: 'good' }), 'Observation/r1'),
    ],
    [
      'a result of two figures of which one was another day’s',
      textObservation('LVEF', 'EF 60%, EF previously 40%', on),
      unreadable(
        'EF 60%, EF previously 40%',
        say('reading.words-not-known', { value: 'EF 60%, EF previously 40%' }),
        'Observation/r1',
      ),
    ],
    [
      'a result in whose words a letter was lost',
      textObservation('LVEF', 'EF 60% \uFFFD', on),
      unreadable('EF 60% \uFFFD', say('reading.letters-lost', { value: 'EF 60% \uFFFD' }), 'Observation/r1'),
    ],
    ['a figure before other words', report('LVEF 62, FS 34', on), answer('met', 'LVEF 62')],
    [
      'a second value that no ventricle ejects',
      report('LVEF 60% (Simpson), 3% by M-mode', on),
      answer('met', 'LVEF 60%'),
    ],
    ['three below in a report', report('EF 30%. EF 54%. EF 40%.', on), answer('not-met', 'EF 30%; EF 54%; EF 40%')],
    [
      'words in a report that cannot be read',
      report('LVEF below 55%. EF 62%', on),
      unreadable('LVEF below 55%; EF 62%', say('reading.words-not-known', { value: 'LVEF below 55%; EF 62%' })),
    ],
    [
      'a figure in a report of which a letter was lost',
      report('LVEF \uFFFD5%', on),
      unreadable('LVEF \uFFFD5%', say('reading.letters-lost', { value: 'LVEF \uFFFD5%' })),
    ],
    ['normal in words alone', report('LVEF正常', on), unreadable('LVEF正常', say('heart-function.words-only'))],
    ['reduced in words alone', report('LVEF降低', on), unreadable('LVEF降低', say('heart-function.words-only'))],
    [
      'words alone, of many words by their first 200 signs',
      report(`LVEF正常${'x'.repeat(300)}`, on),
      unreadable(`LVEF正常${'x'.repeat(194)}`, say('heart-function.words-only')),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it('a first value that no ventricle ejects is none, nor is what follows it', () => {
    expect(ask([report('EF 150 (Simpson), 60% by M-mode', on)]).reason.id).toBe('latest.none');
  });

  it('none', () => {
    const none = expected('unknown', say('latest.none', { what: label, days: 90 }), { missing });
    expect(ask([])).toEqual(none);
    expect(ask([report('LVEF 62%', on, { conclusion: undefined })])).toEqual(none);
  });

  it('91 days ago is out of date', () => {
    expect(ask([observation('10230-1', 65, '%', '2026-03-02')]).flags).toEqual(['STALE:LVEF']);
  });

  it('a newer report whose words cannot be read leaves an older result open', () => {
    expect(ask([observation('10230-1', 65, '%', '2026-05-01'), report('LVEF below 55%', on)]).verdict).toBe('unknown');
  });

  const earlier = '2026-05-01';
  const number = (value: number, date = earlier): Json => observation('10230-1', value, '%', date);
  const undated = (resource: Json): Json => ({ ...resource, effectiveDateTime: undefined });
  const inWords = (words: string, date = on): Json => report(words, date);
  it.each<readonly [Whole['verdict'], string, readonly Json[]]>([
    ['unknown', 'normal in words alone', [inWords('LVEF正常')]],
    ['unknown', 'reduced in words alone', [inWords('LVEF is mildly reduced')]],
    ['met', 'enough, and then normal', [number(62), inWords('LVEF正常')]],
    ['unknown', 'enough, and then reduced', [number(62), inWords('左室收缩功能减低')]],
    ['unknown', 'enough, and reduced on the same day', [number(62, on), inWords('LVEF reduced')]],
    ['met', 'reduced, and then enough', [inWords('LVEF reduced', earlier), number(62, on)]],
    ['not-met', 'too little, and then reduced', [number(45), inWords('Reduced LVEF')]],
    ['unknown', 'too little, and then normal', [number(45), inWords('Normal LVEF')]],
    ['not-met', 'too little, and normal on the same day', [number(52, on), inWords('Normal LVEF')]],
    ['not-met', 'too little twice, and normal on the same day', [number(50), number(52, on), inWords('Normal LVEF')]],
    [
      'unknown',
      'too little, another of no day, and then normal',
      [number(45), undated(number(60)), inWords('Normal LVEF')],
    ],
    ['not-met', 'too little, and normal of no day', [number(52, on), undated(inWords('Normal LVEF'))]],
    ['met', 'enough, and letters lost of something else', [number(62), inWords('Skin \uFFFD normal')]],
    ['unknown', 'enough, and letters lost of the figure', [number(62), inWords('LVEF \uFFFD5%')]],
    ['not-met', 'normal, and then too little', [inWords('LVEF正常', earlier), number(45, on)]],
    ['unknown', 'enough, and then both', [number(62), inWords('LV function normal, LVEF reduced')]],
    ['met', 'enough, and reduced in the future', [number(62), inWords('LVEF reduced', '2026-06-02')]],
    ['met', 'enough, and words of a report with a number', [number(62), inWords('LVEF 60%, mildly reduced LVEF')]],
  ])('%s: %s', (verdict, _, resources) => {
    expect(ask(resources).verdict).toBe(verdict);
  });

  it('what words speak against in the future is announced', () => {
    expect(ask([number(62), inWords('LVEF reduced', '2026-06-02')]).days).toContain('2026-06-02');
  });

  it('reports that could not be read leave it open', () => {
    const retrieved = { diagnosticReports: { state: 'unavailable', reason: 'refused' } } as const;
    expect(ask([observation('10230-1', 65, '%', on)], { retrieved }).reason.id).toBe('latest.incomplete');
  });
});

it('what reports say belongs to this measurement alone', () => {
  const { readings } = withReports(recordOf([report('LVEF 62%', on)]));
  expect((['LVEF', 'SpO2'] as const).map((name) => readings(name).length)).toEqual([1, 0]);
});

describe('in the words of a report', () => {
  const closed = 'latest.unreadable';
  const none = 'latest.none';
  const [met, low, open] = ['heart-function.met', 'heart-function.not-met', 'heart-function.unknown'];
  it.each<readonly [string, string]>([
    ['LVEF 55', met],
    ['LVEF 54.9', low],
    ['LVEF .62', met],
    ['LVEF 0.55', met],
    ['LVEF 0.54', low],
    ['LVEF 0.5-0.6', open],
    ['LVEF >0.5', open],
    ['LVEF >0.55', met],
    ['LVEF 0.9-1.0', met],
    ['LVEF 0.62%', none],
    ['LVEF 1', none],
    ['LVEF 0.6-60', open],
    ['LVEF >60', met],
    ['LVEF >1', none],
    ['LVEF 4.9 %', none],
    ['LVEF 5 %', low],
    ['LVEF 95 %', met],
    ['LVEF 95.1 %', none],
    ['LVEF 2026-05-20', none],
    ['LVEF ≥55%', met],
    ['LVEF ≤55%', open],
    ['LVEF <55%', low],
    ['LVEF＜55％', low],
    ['LVEF＞50％', open],
    ['LVEF less than 55%', low],
    ['LVEF小于55%', low],
    ['LVEF低于55%', low],
    ['LVEF不低于55%', met],
    ['LVEF greater than 55%', met],
    ['LVEF超过50%', open],
    ['LVEF no less than 60%', closed],
    ['LVEF less than or equal to 55%', closed],
    ['LVEF 55%以上', met],
    ['LVEF 50%以上', open],
    ['LVEF 55%以下', open],
    ['LVEF 55%±5%', open],
    ['LVEF 54,9 %', low],
    ['EF 0,58', met],
    ['LVEF 3D 60%', met],
    ['prior LVEF 45%', closed],
    ['Vorbefund: LVEF 60 %', closed],
    ['frühere LVEF 60%', closed],
    ['LVEF initial 60%', closed],
    ['LVEF zuletzt 60%', closed],
    ['LVEF im Verlauf von 45 % auf 60 %', closed],
    ['LVEF较前（48%）改善', closed],
    ['EF(Teich) 66.5 %, EF(MOD-sp4) 54.2 %', open],
    ['EF(A4C) 54.2 %', low],
    ['LVEF von 60 %', met],
    ['原LVEF 62%', closed],
    ['LVEF was 45% in January, now 60%', closed],
    ['LVEF 62%（1月），目前45%', closed],
    ['LVEF 55% or less', closed],
    ['LVEF <50-60%', closed],
    ['LVEF 60-50%', closed],
    ['LVEF 62% → 45%', closed],
    ['LVEF 62% -> 45%', closed],
    ['LVEF (normal 55-70%): 45%', closed],
    ['LVEF(正常值>55%): 45%', closed],
    ['LVEF正常范围 55-70%', closed],
    ['LVEF previously 62%', closed],
    ['LVEF declined from 62%', closed],
    ['LVEF正常（62%）', met],
    ['LVEF within normal limits at 62%', met],
    ['左室射血分数（LVEF，Simpson）：62%', none],
    ['左室射血分数（LVEF）：62%', met],
    ['Ejection fraction by Simpson biplane: 62%', met],
    ['LVEF正常，FS 35%', closed],
    ['LVEF从45%升至62%', closed],
    ['LVEF 62%降至45%', closed],
    ['LVEF 45% 恢复到 62%', closed],
    ['LVEF 62% decreased to 45%', closed],
    ['LVEF 62% fell to 45%', closed],
    ['LVEF 62%, down from 65%', met],
    ['EF and FS 35%', none],
    ['LVEF及左室短轴缩短率 35%', none],
    ['RVEF 40%', none],
    ['右室射血分数 40%', none],
    ['Right ventricular ejection fraction 40%', none],
    ['effusion 40%', none],
  ])('“%s”: %s', (words, id) => {
    expect(ask([report(words, on)]).reason.id).toBe(id);
  });
});
