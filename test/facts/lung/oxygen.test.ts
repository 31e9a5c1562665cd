// What does the answer about the oxygen saturation say, show and ask for, and what is taken for oxygen that is given?

import { describe, expect, it } from 'vitest';
import { oxygenSaturationAtLeast } from '../../../src/facts/lung/oxygen.ts';
import { tellsOfOxygen } from '../../../src/facts/lung/oxygen-given.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { observation, recordOf, screeningOn, textObservation } from '../../builders.ts';
import { administration, clinically, condition, procedure, report } from '../history-entries.ts';
import { expected, whole, type Whole } from '../whole.ts';

const ask = (...resources: readonly Json[]): Whole =>
  whole(
    oxygenSaturationAtLeast(recordOf(resources), screeningOn('2026-06-01'), {
      percent: 92,
      windowDays: 30,
    }),
  );

const on = '2026-05-28';
const at = (hour: string): string => `${on}T${hour}:00:00+08:00`;
const saturation = (value: number, more: Json = {}, date = on): Json => observation('2708-6', value, '%', date, more);
const flow = (litres: number, date: string, more: Json = {}): Json =>
  observation('3151-8', litres, 'L/min', date, more);
const part = (code: string, value: number, unit: string): Json => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: { value, unit },
});
const shown = (value: string, measurement = 'SpO2', reference = 'Observation/r1'): Evidence => ({
  reference,
  label: say(`measurement.${measurement}`),
  value,
  date: on,
});
const oximetry = {
  system: 'http://loinc.org',
  code: '59408-5',
  display: 'Oxygen saturation in Arterial blood by Pulse oximetry',
};
const missing = [{ what: say('measurement.SpO2'), orders: [{ coding: oximetry, windowDays: 30 }] }];
const answer = (
  verdict: Whole['verdict'],
  reason: string,
  value: string,
  more: Partial<Omit<Whole, 'verdict' | 'reason'>> = {},
): Whole =>
  expected(verdict, say(`oxygen.${reason}`, { value, percent: 92 }), {
    evidence: [shown(value)],
    days: ['2026-06-28'],
    ...more,
  });

describe('the whole answer', () => {
  it.each<readonly [string, Json, Whole]>([
    ['92 %, nothing said', saturation(92), answer('met', 'air-assumed', '92 %', { flags: ['ROOM_AIR_ASSUMED'] })],
    ['91.9 %', saturation(91.9), answer('not-met', 'too-low', '91.9 %')],
    [
      'a range around 92 %',
      textObservation('血氧饱和度', '90-95%', on),
      answer('unknown', 'undecided', '90-95%', { missing }),
    ],
    [
      '92 % with a flow of 0',
      saturation(92, { component: [part('3151-8', 0, 'L/min')] }),
      answer('met', 'on-air', '92 %', { evidence: [shown('92 %'), shown('0 L/min', 'oxygenFlow')] }),
    ],
    [
      '97 % with 22 % oxygen',
      saturation(97, { component: [part('3150-0', 22, '%')] }),
      answer('needs-investigator', 'on-oxygen', '97 %', { evidence: [shown('97 %'), shown('22 %', 'FiO2')] }),
    ],
    [
      '91 % with 22 % oxygen',
      saturation(91, { component: [part('3150-0', 22, '%')] }),
      answer('not-met', 'too-low', '91 %', { evidence: [shown('91 %'), shown('22 %', 'FiO2')] }),
    ],
    [
      '97 % with a flow that cannot be read',
      saturation(97, { component: [part('3151-8', 2, 'foo')] }),
      answer('unknown', 'support-unreadable', '97 %', {
        evidence: [shown('97 %'), shown('2 foo', 'oxygenFlow')],
        missing,
      }),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask(resource)).toEqual(whole);
  });

  it('none', () => {
    const none = say('latest.none', { what: say('measurement.SpO2'), days: 30 });
    expect(ask()).toEqual(expected('unknown', none, { missing }));
  });

  it('31 days ago is out of date', () => {
    expect(ask(saturation(97, {}, '2026-05-01')).flags).toEqual(['STALE:SPO2']);
  });
});

describe('a remark after the value', () => {
  it.each<readonly [string, Whole['verdict']]>([
    ['98% RA', 'met'],
    ['98% on room air', 'met'],
    ['96%（未吸氧）', 'met'],
    ['90%（未吸氧）', 'not-met'],
    ['99%(吸氧2L/min)', 'needs-investigator'],
    ['98% on 2L NC', 'needs-investigator'],
    ['88% on 2L NC', 'not-met'],
    ['97%(鼻导管)', 'needs-investigator'],
    ['97% 吸氧', 'unknown'],
    ['97%(90%)', 'unknown'],
  ])('%s', (value, verdict) => {
    expect(ask(textObservation('SpO2', value, on)).verdict).toBe(verdict);
  });
});

describe('what is said of oxygen in the observation itself', () => {
  const coded = (text: string): Json => ({ code: { text: 'how' }, valueCodeableConcept: { text } });
  it.each<readonly [string, Json, Whole['verdict']]>([
    ['nowhere', {}, 'met'],
    ['the method', { method: { text: 'by nasal cannula' } }, 'needs-investigator'],
    ['a component in words', { component: [{ code: { text: 'how' }, valueString: '面罩' }] }, 'needs-investigator'],
    ['a component with a code', { component: [coded('CPAP')] }, 'needs-investigator'],
    ['a note', { note: [{ text: 'on oxygen' }] }, 'needs-investigator'],
    ['a short note', { note: [{ text: 'O2 2L NC' }] }, 'needs-investigator'],
    ['a note of high flow', { note: [{ text: 'HFNC 30 L 40%' }] }, 'needs-investigator'],
    ['a note of ventilation', { note: [{ text: '无创通气中' }] }, 'needs-investigator'],
    ['a note of another matter', { note: [{ text: '无创血压监测' }] }, 'met'],
    ['the flag in words', { interpretation: [{ text: 'on 2L O2' }] }, 'needs-investigator'],
    ['the device', { device: { display: 'high-flow nasal prongs' } }, 'needs-investigator'],
    ['room air, and then a cannula', { note: [{ text: 'room air; nasal cannula at night' }] }, 'needs-investigator'],
  ])('%s', (_, more, verdict) => {
    expect(ask(saturation(97, more)).verdict).toBe(verdict);
  });

  it.each(['without oxygen', 'Room air', '未吸氧', '空气', '脱氧后'])('%s is stated, not assumed', (text) => {
    expect(ask(saturation(97, { note: [{ text }] }))).toEqual(answer('met', 'on-air', '97 %'));
  });
});

describe('what is said of oxygen apart', () => {
  const later = { ...saturation(97, {}, at('08')) };
  const undated = { effectiveDateTime: undefined };
  const [air, given, assumed] = [
    ['met', 'oxygen.on-air'],
    ['needs-investigator', 'oxygen.on-oxygen'],
    ['met', 'oxygen.air-assumed'],
  ] as const;
  const unreadable = ['unknown', 'oxygen.support-unreadable'] as const;
  const perhaps = ['needs-investigator', 'oxygen.perhaps'] as const;
  const evening = (hour: string): string => `2026-05-27T${hour}:00:00+08:00`;
  it.each<readonly [string, Json, Json, readonly [Whole['verdict'], string]]>([
    ['a flow before, on that day', later, flow(2, at('07')), given],
    ['a flow at the same instant', later, flow(2, at('08')), given],
    ['a flow after', later, flow(2, at('09')), assumed],
    ['a flow of that day without an hour', later, flow(2, on), given],
    ['a flow with an hour, the saturation without', saturation(97), flow(2, at('23')), given],
    ['a flow of some day of that month', later, flow(2, '2026-05'), assumed],
    ['a flow of no day', later, flow(2, on, undated), assumed],
    ['a preliminary flow', later, flow(2, at('07'), { status: 'preliminary' }), given],
    ['a flow in a unit that nobody knows', later, observation('3151-8', 2, 'foo', at('07')), unreadable],
    ['a flow told as a device', later, textObservation('吸氧流量', '鼻导管', at('07')), given],
    ['a concentration told as air', later, textObservation('吸氧浓度', '空气', at('07')), air],
    ['a concentration told in other words', later, textObservation('吸氧浓度', '见病程', at('07')), unreadable],
    ['21 %', later, observation('3150-0', 21, '%', at('07')), air],
    ['less than 30 %', later, textObservation('FiO2', '<30%', at('07')), unreadable],
    ['a device before, on that day', later, textObservation('O2 device', 'Nasal cannula', at('07')), given],
    ['a device of no day', later, textObservation('O2 device', 'Nasal cannula', on, undated), assumed],
    ['a device after', later, textObservation('O2 device', 'Nasal cannula', at('09')), assumed],
    ['a device by a name that speaks of oxygen, air', later, textObservation('给氧方式', '空气', at('07')), air],
    ['only its name', later, textObservation('吸氧 鼻导管', '见病程', at('07')), assumed],
    ['a device, preliminary', later, textObservation('O2 device', 'CPAP', at('07'), { status: 'preliminary' }), given],
    [
      'a device that is air, preliminary',
      later,
      textObservation('O2 device', 'room air', at('07'), { status: 'preliminary' }),
      assumed,
    ],
    ['what is no device', later, textObservation('ward', 'CPAP room', at('07')), assumed],
    [
      'a report about oxygen',
      later,
      report('the child now breathes through a nasal cannula', at('07'), { code: { text: 'oxygen therapy' } }),
      given,
    ],
    [
      'a report about oxygen that speaks of room air',
      later,
      report('the child now breathes room air', at('07'), { code: { text: 'oxygen therapy' } }),
      assumed,
    ],
    ['a report without words', later, report('', on, { conclusion: undefined }), assumed],
    ['a report of that day', later, report('鼻导管吸氧 2L/min，血气分析', on), given],
    ['a preliminary report of that day', later, report('On oxygen 2 L/min.', on, { status: 'preliminary' }), given],
    ['a report of an hour after', later, report('鼻导管吸氧', at('09')), assumed],
    ['a report of the day before', later, report('鼻导管吸氧', '2026-05-27'), assumed],
    ['a report of no day', later, report('鼻导管吸氧', on, undated), assumed],
    ['a report of room air', later, report('SpO2 97% on room air', at('07')), assumed],
  ])('%s', (_, first, second, [verdict, id]) => {
    const { verdict: found, reason } = ask(first, second);
    expect([found, reason.id]).toEqual([verdict, id]);
  });

  it.each<readonly [string, readonly Json[], readonly [Whole['verdict'], string]]>([
    ['a flow of the evening', [flow(2, evening('22'))], perhaps],
    ['a concentration of the evening', [observation('3150-0', 40, '%', evening('22'))], perhaps],
    ['a flow of 24 hours before', [flow(2, evening('08'))], perhaps],
    ['a flow of 25 hours before', [flow(2, evening('07'))], assumed],
    ['a flow of the day before without an hour', [flow(2, '2026-05-27')], assumed],
    ['a flow in a unit that nobody knows', [observation('3151-8', 2, 'foo', evening('22'))], perhaps],
    ['a flow of 0 after it', [flow(2, evening('20')), flow(0, evening('22'))], assumed],
    ['a flow of 0 before it', [flow(0, evening('20')), flow(2, evening('22'))], perhaps],
    ['a flow of 0 in the morning', [flow(2, evening('22')), flow(0, at('07'))], air],
    ['a device of the evening', [textObservation('O2 device', 'Nasal cannula', evening('22'))], perhaps],
    ['a device that is room air', [textObservation('O2 device', 'Room air', evening('22'))], assumed],
    ['respiratory support by that name', [textObservation('Respiratory support', 'HFNC 20L', at('07'))], given],
    ['呼吸支持', [textObservation('呼吸支持方式', '鼻导管', at('07'))], given],
  ])('that was told the evening before is no longer forgotten: %s', (_, told, [verdict, id]) => {
    const { verdict: found, reason } = ask(later, ...told);
    expect([found, reason.id]).toEqual([verdict, id]);
  });

  it('what was told the evening before is shown', () => {
    expect(ask(later, flow(2, evening('22'))).evidence).toEqual([
      shown('97 %'),
      { ...shown('2 L/min', 'oxygenFlow', 'Observation/r2'), date: '2026-05-27' },
    ]);
  });

  it('a flow of the day before says nothing of a saturation without an hour', () => {
    expect(ask(saturation(97), flow(2, evening('22'))).verdict).toBe('met');
  });

  it('a report that tells of oxygen is shown', () => {
    expect(ask(saturation(97), report('吸氧中', on)).evidence).toEqual([
      shown('97 %'),
      { reference: 'DiagnosticReport/r2', label: say('heart.report'), value: '吸氧中', date: on },
    ]);
  });

  it('of several the last before the saturation counts, and is shown', () => {
    expect(ask(later, flow(2, at('06')), flow(0, at('07')), flow(3, on)).evidence).toEqual([
      shown('97 %'),
      shown('3 L/min', 'oxygenFlow', 'Observation/r4'),
      shown('0 L/min', 'oxygenFlow', 'Observation/r3'),
    ]);
  });

  it('what stands in the observation itself comes before what is recorded apart', () => {
    const own = saturation(97, { component: [part('3151-8', 0, 'L/min')] });
    expect(ask(own, flow(2, on))).toEqual(
      answer('met', 'on-air', '97 %', { evidence: [shown('97 %'), shown('0 L/min', 'oxygenFlow')] }),
    );
  });
});

describe('oxygen by other records', () => {
  const during = (start: string, end?: string): Json => ({
    performedPeriod: { start, ...(end !== undefined && { end }) },
  });
  const [air, given] = ['oxygen.air-assumed', 'oxygen.on-oxygen'] as const;
  const [perhaps, byOrder] = ['oxygen.perhaps', 'oxygen.ordered'] as const;
  const ordered = (name: string, authoredOn: string, more: Json = {}): Json => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    authoredOn,
    medicationCodeableConcept: { text: name },
    ...more,
  });
  const oxygenCoded: Json = {
    medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'V03AN01' }] },
  };
  const prednisoneCoded: Json = { coding: [{ system: 'http://www.whocc.no/atc', code: 'H02AB07' }] };
  it('that was ordered does not outweigh a word of room air', () => {
    const note = { note: [{ text: 'room air' }] };
    expect(ask(saturation(97, note), ordered('Oxygen', on)).verdict).toBe('met');
    expect(ask(saturation(97), ordered('Oxygen', on))).toEqual(
      answer('needs-investigator', 'ordered', '97 %', {
        evidence: [
          shown('97 %'),
          { reference: 'MedicationRequest/r2', label: say('oxygen.order'), value: 'Oxygen', date: on },
        ],
      }),
    );
  });

  it.each<readonly [string, string, Json]>([
    [given, 'a procedure of that day', procedure('Oxygen therapy', on)],
    [given, 'a procedure by another name', procedure('氧气吸入', on)],
    [given, 'an answer yes to a question for it', textObservation('Supplemental oxygen', 'Yes', on)],
    [given, 'a flow under its German name', textObservation('Sauerstoffgabe', '2 l/min', on)],
    ['oxygen.on-air', 'an answer no to a question for it', textObservation('Supplemental oxygen', 'No', on)],
    ['oxygen.on-air', 'room air under its German name', textObservation('Sauerstoffgabe', 'Raumluft', on)],
    [byOrder, 'an order under its German name', ordered('Sauerstoff medizinisch 2 l/min', on)],
    [given, 'a procedure until that day', procedure('机械通气', undefined, during('2026-05-20', on))],
    [given, 'a procedure from that day', procedure('吸氧', undefined, during(on, '2026-05-30'))],
    [
      given,
      'a procedure in progress',
      procedure('吸氧', undefined, { status: 'in-progress', ...during('2026-05-20') }),
    ],
    [
      given,
      'a procedure in progress until that day, since nobody knows when',
      procedure('吸氧', undefined, { status: 'in-progress', performedPeriod: { end: on } }),
    ],
    [
      air,
      'a procedure in progress until the day before',
      procedure('吸氧', undefined, { status: 'in-progress', performedPeriod: { end: '2026-05-27' } }),
    ],
    [given, 'a procedure in progress since nobody knows when', procedure('吸氧', undefined, { status: 'in-progress' })],
    [perhaps, 'a procedure of no day is no longer taken for room air', procedure('吸氧')],
    [
      perhaps,
      'a procedure begun before and over, nobody says when, no longer ends on its first day',
      procedure('吸氧', undefined, during('2026-05-20')),
    ],
    [given, 'a procedure begun that day and over, nobody says when', procedure('吸氧', undefined, during(on))],
    [air, 'a procedure begun the day after, of no end', procedure('吸氧', undefined, during('2026-05-29'))],
    [air, 'a procedure that ended long ago', procedure('机械通气', undefined, during('2024-03-01', '2024-03-05'))],
    [air, 'a procedure of the day before', procedure('Oxygen therapy', '2026-05-27')],
    [air, 'a procedure of the day after', procedure('Oxygen therapy', '2026-05-29')],
    [air, 'another procedure', procedure('Electrocardiogram', on)],
    [given, 'a dependence on oxygen', condition('Dependence on supplemental oxygen', { onsetDateTime: '2026-01-01' })],
    [
      air,
      'a dependence that is over',
      condition('Dependence on supplemental oxygen', { onsetDateTime: '2026-01-01', ...clinically('resolved') }),
    ],
    [
      air,
      'a dependence since the day after',
      condition('Dependence on supplemental oxygen', { onsetDateTime: '2026-05-29' }),
    ],
    [given, 'oxygen as a drug', administration('医用氧气', on)],
    [air, 'oxygen as a drug of the day before', administration('Oxygen', '2026-05-27')],
    [air, 'another drug', administration('prednisone', on)],
    [byOrder, 'an order of oxygen', ordered('oxygen 2 L/min nasal cannula', '2026-05-20')],
    [byOrder, 'an order of oxygen by its code', ordered('', '2026-05-20', oxygenCoded)],
    [byOrder, 'an order of that day that is completed', ordered('Oxygen', on, { status: 'completed' })],
    [
      byOrder,
      'an order whose code and name disagree',
      ordered('Oxygen', on, { medicationCodeableConcept: { ...prednisoneCoded, text: 'Oxygen' } }),
    ],
    [air, 'an order of the day before that is completed', ordered('Oxygen', '2026-05-27', { status: 'completed' })],
    [air, 'an order of the day after', ordered('鼻导管吸氧', '2026-05-29')],
    [air, 'an order for when it is needed', ordered('Oxygen', on, { dosageInstruction: [{ asNeededBoolean: true }] })],
    [air, 'an order of another drug', ordered('prednisone', on)],
    [air, 'an order of a saturation', ordered('Oxygen saturation monitoring', on)],
    [air, 'an order of a saturation by its short name', ordered('O2 sat check', on)],
    [air, 'an order of a saturation in one word', ordered('O2sat check', on)],
    [
      air,
      'an order of a saturation that names oxygen as what is in it',
      ordered('', on, {
        medicationCodeableConcept: undefined,
        medicationReference: { reference: '#m' },
        contained: [
          {
            resourceType: 'Medication',
            id: 'm',
            code: { text: 'O2 sat check' },
            ingredient: [{ itemCodeableConcept: { text: 'Oxygen' } }],
          },
        ],
      }),
    ],
    [air, 'oxygen as a drug of the day after', administration('Oxygen', '2026-05-29')],
    [byOrder, 'an order in Chinese', ordered('持续低流量给氧', on)],
  ])('%s: %s', (id, _, resource) => {
    expect(ask(saturation(97), resource).reason.id).toBe(id);
  });

  it('by a procedure of no end does not outweigh a word of room air, and is shown', () => {
    const open = procedure('吸氧', undefined, during('2026-05-20'));
    expect(ask(saturation(97, { note: [{ text: 'room air' }] }), open).verdict).toBe('met');
    expect(ask(saturation(97), open)).toEqual(
      answer('needs-investigator', 'perhaps', '97 %', {
        evidence: [
          shown('97 %'),
          { reference: 'Procedure/r2', label: say('history.procedure'), value: '吸氧', date: '2026-05-20' },
        ],
      }),
    );
  });

  it('that was ordered nobody says when is shown without a day', () => {
    expect(ask(saturation(97), ordered('Oxygen', '', { authoredOn: undefined })).evidence).toEqual([
      shown('97 %'),
      { reference: 'MedicationRequest/r2', label: say('oxygen.order'), value: 'Oxygen' },
    ]);
  });

  it('is shown', () => {
    expect(ask(saturation(97), administration('Oxygen', on)).evidence).toEqual([
      shown('97 %'),
      { reference: 'MedicationAdministration/r2', label: say('oxygen.drug'), value: 'Oxygen', date: on },
    ]);
  });
});

describe('the words of a report', () => {
  it.each([
    'SpO2 did not improve on oxygen',
    'nasal cannula 2 L/min',
    'Mechanically ventilated',
    'intubated',
    'oxygen therapy continued',
    '2 L of oxygen',
    'recommend echocardiography; on oxygen',
    'no distress on oxygen',
    '无发热，鼻导管吸氧',
    '机械通气中',
    '面罩吸氧',
  ])('tell of oxygen: %s', (words) => {
    expect(tellsOfOxygen(words)).toBe(true);
  });

  it.each([
    'room air',
    'cardiac output 4.5 L/min',
    'normal ventilation and perfusion of both lungs',
    'Recommend oxygen therapy if needed',
    'not on oxygen',
    'without oxygen therapy',
    'No oxygen therapy',
    'no need for supplemental oxygen',
    'weaned off oxygen',
    '肺通气功能正常',
    '建议吸氧',
    '无需吸氧',
    '未吸氧',
    '停止吸氧',
    '必要时予吸氧',
    '流量2L停止吸氧 O2 sat 96%',
  ])('do not: %s', (words) => {
    expect(tellsOfOxygen(words)).toBe(false);
  });
});
