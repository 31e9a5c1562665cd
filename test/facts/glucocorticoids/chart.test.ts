// How are the glucocorticoids of a patient drawn, and which days are judged?

import { describe, expect, it } from 'vitest';
import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import { glucocorticoidDays, glucocorticoidSegments } from '../../../src/facts/glucocorticoids/chart.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { observation, recordOf, screeningOn } from '../../builders.ts';
import { range, stretch } from './piece.ts';
import { administration, ago, daily, order, prednisone, timing, today, weighing, weight } from './prednisone.ts';

/** "9-0: 40 mg, 1 a kg of 40 kg; r1". */
function bars(resources: readonly Json[]): readonly string[] {
  const [record, screening] = [recordOf(resources), screeningOn(today)];
  return glucocorticoidSegments(record, exposuresOf(record, screening), screening).map((bar) =>
    [
      `${stretch(bar)}: ${range(bar.milligrams)} mg`,
      ...(bar.perKg === undefined ? [] : [`, ${range(bar.perKg)} a kg`]),
      ...('weight' in bar && bar.weight !== undefined ? [` of ${range(bar.weight)} kg`] : []),
      `; ${bar.sources.map((each) => each.replace(/.*\//, '')).join(' ')}`,
    ].join(''),
  );
}

const [at40, height] = [
  weight(40, ago(60)),
  (cm: number, days: number): Json => observation('8302-2', cm, 'cm', ago(days)),
];
const perKg = (from: number, to: number): Json =>
  order('prednisone tablet', [
    {
      timing: timing(1, 1, 'd', { boundsPeriod: { start: ago(from), end: ago(to) } }),
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'mg/kg' } }],
    },
  ]);

/** Three days each on a range of mg, one step after the other, the last to today. */
const steps = (...doses: readonly (readonly [number, number])[]): Json =>
  order(
    'prednisone tablet',
    doses.map(([low, high], index) => {
      const last = 3 * (doses.length - 1 - index);
      return {
        ...daily(low, last + 2, last),
        sequence: index + 1,
        doseAndRate: [{ doseRange: { low: { value: low, unit: 'mg' }, high: { value: high, unit: 'mg' } } }],
      };
    }),
  );

describe('a bar', () => {
  it.each<readonly [string, readonly Json[], readonly string[]]>([
    [
      'for each dose of a taper, with the gap left out',
      [prednisone(60, 99, 50), prednisone(30, 45, 0), ...weighing(30)],
      ['99-50: 60 mg, 2 a kg of 30 kg; r1', '45-0: 30 mg, 1 a kg of 30 kg; r2'],
    ],
    [
      'for equal administrations of neighbouring days, without a weight without a dose per kg',
      [3, 2, 1].map((days) => administration('prednisone', 40, ago(days), 'oral')),
      ['3-1: 40 mg; r1 r2 r3'],
    ],
    [
      'for no dose of nothing',
      [prednisone(0, 9, 5), prednisone(20, 4, 0), at40],
      ['4-0: 20 mg, 0.5 a kg of 40 kg; r2'],
    ],
    [
      'for a dose that may not have been taken',
      [
        prednisone(40, 9, 0, { status: 'completed' }),
        order('dexamethasone injection', [{ ...daily(6, 9, 0), route: { text: 'injection' } }]),
        at40,
      ],
      ['9-0: 40..80 mg, 1..2 a kg of 40 kg; r1 r2'],
    ],
    [
      'over a height that changes nothing',
      [prednisone(40, 9, 0), at40, height(150, 30), height(155, 5)],
      ['9-0: 40 mg, 1 a kg of 40 kg; r1'],
    ],
    [
      'for each weight',
      [prednisone(40, 9, 0), at40, weight(41, ago(4))],
      ['9-5: 40 mg, 1 a kg of 40 kg; r1', '4-0: 40 mg, 0.9756 a kg of 41 kg; r1'],
    ],
    [
      'for the days with a weight, and for those without',
      [prednisone(40, 9, 0), weight(40, ago(185))],
      ['9-5: 40 mg, 1 a kg of 40 kg; r1', '4-0: 40 mg; r1'],
    ],
    [
      'for the days before any weight reaches them',
      [prednisone(40, 50, 0), weight(40, ago(4))],
      ['50-35: 40 mg; r1', '34-0: 40 mg, 1 a kg of 40 kg; r1'],
    ],
    ['over a height, without a weight', [prednisone(40, 9, 0), height(150, 30), height(155, 5)], ['9-0: 40 mg; r1']],
    [
      'of a dose that cannot be read, without a weight',
      [order('prednisone tablet', [{ ...daily(1, 9, 0), doseAndRate: [] }])],
      ['9-0: >0..Infinity mg; r1'],
    ],
    [
      'for each order of one dose',
      [prednisone(40, 9, 5), prednisone(40, 4, 0), at40],
      ['9-5: 40 mg, 1 a kg of 40 kg; r1', '4-0: 40 mg, 1 a kg of 40 kg; r2'],
    ],
    [
      'for one dose before and after a day without any',
      [prednisone(40, 9, 5), prednisone(40, 3, 0), at40],
      ['9-5: 40 mg, 1 a kg of 40 kg; r1', '3-0: 40 mg, 1 a kg of 40 kg; r2'],
    ],
    [
      'for each step of one order whose least or most differs',
      [steps([20, 20], [20, 40], [40, 40]), at40],
      [
        '8-6: 20 mg, 0.5 a kg of 40 kg; r1',
        '5-3: 20..40 mg, 0.5..1 a kg of 40 kg; r1',
        '2-0: 40 mg, 1 a kg of 40 kg; r1',
      ],
    ],
    [
      'over two steps of one dose, and not over a gap between two',
      [steps([40, 40], [40, 40], [0, 0], [40, 40]), at40],
      ['11-6: 40 mg, 1 a kg of 40 kg; r1', '2-0: 40 mg, 1 a kg of 40 kg; r1'],
    ],
    [
      'of several orders names each once, in the order of their names',
      [
        prednisone(40, 12, 0, { id: 'b' }),
        order('hydrocortisone tablet', [daily(20, 9, 0)], { id: 'a' }),
        order('cortisone tablet', [daily(25, 9, 0)], { id: 'c' }),
        at40,
      ],
      ['12-10: 40 mg, 1 a kg of 40 kg; b', '9-0: 50 mg, 1.25 a kg of 40 kg; a b c'],
    ],
    ['of a dose per kg, without a weight', [perKg(9, 0)], ['9-0: 8..200 mg, 1 a kg; r1']],
    [
      'of a dose per kg and another, without a weight',
      [perKg(9, 0), order('hydrocortisone tablet', [daily(20, 9, 0)])],
      ['9-0: 13..205 mg; r1 r2'],
    ],
    [
      'of two doses per kg that follow each other, without a weight',
      [perKg(9, 5), perKg(4, 0)],
      ['9-5: 8..200 mg, 1 a kg; r1', '4-0: 8..200 mg, 1 a kg; r2'],
    ],
  ])('%s', (_, resources, expected) => {
    expect(bars(resources)).toEqual(expected);
  });

  it('has no field for what is not known', () => {
    const [record, screening] = [recordOf([prednisone(40, 9, 0)]), screeningOn(today)];
    const [bar] = glucocorticoidSegments(record, exposuresOf(record, screening), screening);
    expect(Object.keys(bar ?? {}).toSorted()).toEqual(['from', 'milligrams', 'sources', 'to']);
  });
});

it('the days that are judged are those of the least and of the most that the record allows', () => {
  const injected = order('dexamethasone injection', [{ ...daily(6, 9, 0), route: { text: 'injection' } }]);
  const [record, screening] = [recordOf([prednisone(20, 14, 5), injected, at40]), screeningOn(today)];
  const { low, high } = glucocorticoidDays(record, exposuresOf(record, screening), screening, defaults);
  expect([low.any.map(stretch), low.high]).toEqual([['14-5'], []]);
  expect([high.any.map(stretch), high.high.map(stretch), high.pulse]).toEqual([['14-0'], ['9-0'], []]);
});
