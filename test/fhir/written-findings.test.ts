import { describe, expect, it } from 'vitest';

import { recordOf, textObservation, observation } from '../builders.ts';

const on = '2026-05-20';
const conclusions = (...resources: Parameters<typeof recordOf>[0]): readonly (string | undefined)[] =>
  recordOf(resources).reports.map(({ conclusion }) => conclusion);

describe('an Observation that answers in words', () => {
  it('reads like a report that says its name and its answer', () => {
    const coded = {
      ...textObservation('心包积液', '', on),
      valueString: undefined,
      valueCodeableConcept: { text: '中量' },
    };
    const yes = { ...textObservation('心包积液', '', on), valueString: undefined, valueBoolean: false };
    expect(conclusions(textObservation('超声心动图', '心包大量积液', on), coded, yes)).toEqual([
      '超声心动图: 心包大量积液',
      '心包积液: 中量',
      '心包积液: no',
    ]);
  });

  it('is no report when it is a figure, the result of a measurement, or does not count', () => {
    expect(
      conclusions(
        textObservation('超声', '12 mm', on),
        textObservation('乙肝表面抗原', '阴性', on),
        textObservation('病程', '12个月', on),
        observation('2951-2', 139, 'mmol/L', on),
        textObservation('超声心动图', '心包大量积液', on, { status: 'entered-in-error' }),
        textObservation('超声心动图', '心包大量积液', on, { focus: [{ reference: 'RelatedPerson/mother' }] }),
      ),
    ).toEqual([]);
  });

  it('is a report where Chinese words follow a number without a blank', () => {
    expect(conclusions(textObservation('既往史', '2020年行肾移植术', on))).toEqual(['既往史: 2020年行肾移植术']);
  });

  it('keeps a preliminary one preliminary', () => {
    const [report] = recordOf([textObservation('超声', '心包积液', on, { status: 'preliminary' })]).reports;
    expect(report?.status).toBe('preliminary');
  });
});
