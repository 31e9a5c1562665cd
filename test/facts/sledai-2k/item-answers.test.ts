// What does the record say of one item of SLEDAI-2K: its state, why, what is shown, of which day, and until when?

import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../src/facts/sledai-2k/items.ts';
import type { ItemAnswer } from '../../../src/facts/sledai-2k/laboratory.ts';
import { sledai } from '../../../src/facts/sledai-2k/score.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { say } from '../../../src/logic/message.ts';
import { observation, recordOf, screeningOn, textObservation } from '../../builders.ts';
import { diagnosis, withLower } from './builders.ts';

/** On 2026-06-01, of the thirty days before; what shows it by its number among the resources. */
const ask = (id: ItemId, resources: readonly Json[]) => {
  const { items } = sledai(recordOf(resources), screeningOn('2026-06-01'), { windowDays: 30, arthritisJoints: 2 });
  const found = items.find(({ item }) => item.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  const { state, why, evidence, on, turns } = found;
  return {
    state,
    shown: evidence.map(({ reference }) => Number(reference?.replace(/^.*r/, ''))),
    ...(why !== undefined && { why }),
    ...(on !== undefined && { on: isoDay(on) }),
    days: turns.map((turn) => isoDay(turn.on)),
  };
};
const answer = (
  state: ItemAnswer['state'],
  shown: readonly number[] = [],
  on?: string,
  days: readonly string[] = [],
  why?: string,
) => ({ state, shown, ...(why !== undefined && { why: say(why) }), ...(on !== undefined && { on }), days });

type Row = readonly [string, ReturnType<typeof answer>, readonly Json[]];
const table = (id: ItemId, rows: readonly Row[]): void => {
  describe(`the item ${id}`, () => {
    it.each(rows)('%s', (_, expected, resources) => {
      expect(ask(id, resources)).toEqual(expected);
    });
  });
};

const protein = (value: number, date: string, more: Json = {}): Json =>
  observation('2889-4', value, 'g/(24.h)', date, more);
const [on, stale] = ['2026-05-20', '2026-06-20'];
const earlier = 'sledai.earlier-result';
const named = { code: { coding: [{ system: 'http://loinc.org', code: '2889-4' }], text: '血小板计数' } };
table('proteinuria', [
  ['nothing', answer('unknown'), []],
  ['above', answer('present', [1], on, [stale]), [protein(0.9, on)]],
  ['not above', answer('absent', [1], on, [stale]), [protein(0.1, on)]],
  [
    'not above, beside granular casts',
    answer('absent', [1], on, [stale]),
    [protein(0.1, on), textObservation('颗粒管型', '阳性', on)],
  ],
  ['stale', answer('unknown', [], undefined, ['2026-06-01']), [protein(0.9, '2026-05-01')]],
  [
    'two of one day that differ',
    answer('possible', [1, 2], on, [stale], 'sledai.results-differ'),
    [protein(0.9, on), protein(0.1, on)],
  ],
  [
    'one of a month and one of its last days',
    answer('present', [1, 2], '2026-05-30', ['2026-06-01', '2026-07-01', '2026-06-30']),
    [protein(0.9, '2026-05'), protein(0.8, '2026-05-30')],
  ],
  [
    'one that does not decide',
    answer('possible', [1], on, [stale], 'sledai.result-undecided'),
    [textObservation('24小时尿蛋白定量', '0.4-0.6 g/24h', on)],
  ],
  [
    'less than on the first day of the time',
    answer('possible', [2, 1], on, [stale], earlier),
    [protein(0.9, '2026-05-02'), protein(0.1, on)],
  ],
  ['less than the day before', answer('absent', [2], on, [stale]), [protein(0.9, '2026-05-01'), protein(0.1, on)]],
  [
    'less than in the morning',
    answer('possible', [2, 1], '2026-06-01', ['2026-07-02'], earlier),
    [protein(0.9, '2026-06-01T08:00:00+08:00'), protein(0.1, '2026-06-01T20:00:00+08:00')],
  ],
  [
    'less than tomorrow',
    answer('absent', [1], on, [stale, '2026-06-02']),
    [protein(0.1, on), protein(0.9, '2026-06-02')],
  ],
  [
    'less than one that is preliminary',
    answer('absent', [2], on, [stale]),
    [protein(0.9, '2026-05-10', { status: 'preliminary' }), protein(0.1, on)],
  ],
  [
    'less than one of a day unknown',
    answer('absent', [2], on, [stale]),
    [protein(0.9, on, { effectiveDateTime: undefined }), protein(0.1, on)],
  ],
  [
    'less than it may be by one whose code and name differ',
    answer('possible', [2, 1], on, [stale], earlier),
    [protein(0.1, '2026-05-10', named), protein(0.1, on)],
  ],
  [
    'less than one that cannot be read',
    answer('possible', [2, 1], on, [stale], earlier),
    [protein(0.9, '2026-05-10', { valueQuantity: { value: 0.9, unit: 'furlong' } }), protein(0.1, on)],
  ],
]);

const low = (code: string, value: number, date = on): Json =>
  observation(code, value, 'g/L', date, withLower(0.5, 'g/L'));
const c3 = (value: number, date?: string) => low('4485-9', value, date);
const c4 = (value: number, date?: string) => low('4498-2', value, date);
const later = '2026-06-21';
table('low-complement', [
  ['C3 low', answer('present', [1], on, [stale]), [c3(0.4)]],
  ['C3 on its limit alone', answer('unknown', [1], on, [stale]), [c3(0.5)]],
  ['both low', answer('present', [1, 2], on, [stale, later]), [c3(0.4), c4(0.4, '2026-05-21')]],
  ['one low', answer('present', [2], '2026-05-21', [stale, later]), [c3(0.5), c4(0.4, '2026-05-21')]],
  ['neither low', answer('absent', [1, 2], on, [stale, later]), [c3(0.5), c4(0.5, '2026-05-21')]],
  ['neither low, CH50 not done', answer('absent', [2, 1], on, [stale, stale]), [c4(0.5), c3(0.5)]],
  ['one not low, the other stale', answer('unknown', [1], on, [stale, '2026-06-01']), [c3(0.5), c4(0.5, '2026-05-01')]],
  [
    'one not low, the other without a range',
    answer('possible', [2], on, [stale, stale], 'sledai.result-undecided'),
    [c3(0.5), observation('4498-2', 0.4, 'g/L', on)],
  ],
  [
    'both stale',
    answer('unknown', [], undefined, ['2026-06-01', '2026-06-01']),
    [c3(0.4, '2026-05-01'), c4(0.4, '2026-05-01')],
  ],
]);

const casts = (name: string, value: string, date = on, more: Json = {}): Json => ({
  ...textObservation(name, value, date),
  ...more,
});
const other = 'sledai.other-casts';
table('urinary-casts', [
  ['of red cells', answer('present', [1], on, [stale]), [casts('红细胞管型', '阳性')]],
  [
    'of red cells, beside granular ones',
    answer('present', [1], on, [stale]),
    [casts('红细胞管型', '阳性'), casts('颗粒管型', '阳性')],
  ],
  ['granular', answer('possible', [1], undefined, [], other), [casts('颗粒管型', '阳性')]],
  ['of no kind', answer('possible', [1], undefined, [], other), [casts('管型', '阳性')]],
  [
    'granular, beside none of red cells',
    answer('possible', [2], undefined, [stale], other),
    [casts('红细胞管型', '阴性'), casts('颗粒管型', '阳性')],
  ],
  ['not granular', answer('unknown'), [casts('颗粒管型', '阴性')]],
  ['granular on the day before the time', answer('unknown'), [casts('颗粒管型', '阳性', '2026-05-01')]],
  ['granular, preliminary', answer('unknown'), [casts('颗粒管型', '阳性', on, { status: 'preliminary' })]],
  ['granular, in words nobody knows', answer('possible', [1], undefined, [], other), [casts('颗粒管型', '偶见若干')]],
]);

it('a finding that another cause explains is counted again once that is long enough ago', () => {
  const infection = (end: string) => [
    observation('13945-1', 20, '/[HPF]', on),
    diagnosis('泌尿道感染', { onsetDateTime: '2026-05-04', abatementDateTime: end }),
  ];
  const why = say('sledai.guard.infection', { reference: 'Condition/r2' });
  const possible = { ...answer('possible', [1], on, [stale, '2026-06-10']), why };
  expect(ask('haematuria', infection('2026-05-10'))).toEqual(possible);
  const lasting = [observation('13945-1', 20, '/[HPF]', on), diagnosis('泌尿道感染')];
  expect(ask('haematuria', lasting)).toEqual({ ...possible, days: [stale] });
});
