// Was a second agent, beside mycophenolate, taken for long enough or in enough doses, and what is said of it?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { twoAgents } from '../../../src/protocols/nct06222853-5to18/i2-agents.ts';
import { ask } from '../../ask.ts';
import {
  adequate,
  answers,
  cover,
  doses,
  fewDoses,
  inadequate,
  infusions,
  mmf,
  noTime,
  short,
  unclear,
  type Row,
} from './agents-answers.ts';
import { infusion, order } from './lupus-drugs.ts';

const fk = 'tacrolimus';
const tacrolimus = (start: string, end?: string, more: Json = {}): Json => order('他克莫司胶囊', start, end, more);
const taken = (n: number, days: number, from: string, to: string): Evidence =>
  cover(fk, `MedicationRequest/r${String(n)}`, days, from, to);

describe('days of cover', () => {
  const undated: Json = {
    resourceType: 'MedicationStatement',
    status: 'completed',
    medicationCodeableConcept: { text: '他克莫司胶囊' },
    dosage: [{ route: { text: '口服' } }],
  };
  answers([
    [
      'are enough with 90',
      [mmf, tacrolimus('2026-01-01', '2026-03-31')],
      adequate(fk, taken(2, 90, '2026-01-01', '2026-03-31')),
    ],
    [
      'are too few with 89',
      [mmf, tacrolimus('2026-01-02', '2026-03-31')],
      inadequate(fk, taken(2, 89, '2026-01-02', '2026-03-31'), short(fk, 89)),
    ],
    [
      'bridge a break of 14 days, which is not counted',
      [mmf, tacrolimus('2026-01-01', '2026-02-14'), tacrolimus('2026-03-01', '2026-04-14')],
      adequate(fk, taken(3, 90, '2026-01-01', '2026-04-14')),
    ],
    [
      'do not bridge a break of 15 days: the longer part counts',
      [mmf, tacrolimus('2026-01-01', '2026-02-13'), tacrolimus('2026-03-01', '2026-04-14')],
      inadequate(fk, taken(3, 45, '2026-03-01', '2026-04-14'), short(fk, 45)),
    ],
    [
      'are shown with the entry that ends last, whatever their order',
      [mmf, tacrolimus('2026-02-01', '2026-05-01'), tacrolimus('2026-03-01', '2026-04-14')],
      adequate(fk, taken(2, 90, '2026-02-01', '2026-05-01')),
    ],
    [
      'that two entries share to the last are shown with the one that began first',
      [mmf, tacrolimus('2026-03-01', '2026-05-01'), tacrolimus('2026-02-01', '2026-05-01')],
      adequate(fk, taken(3, 90, '2026-02-01', '2026-05-01')),
    ],
    [
      'since some day of January are enough where the last day is',
      [mmf, tacrolimus('2026-01', '2026-04-30')],
      adequate(fk, taken(2, 90, '2026-01-31', '2026-04-30')),
    ],
    [
      'since some day of January are unclear where only the first day would be enough',
      [mmf, tacrolimus('2026-01', '2026-03-31')],
      inadequate(fk, taken(2, 60, '2026-01-31', '2026-03-31'), unclear(fk)),
    ],
    [
      'since some day of January are too few where the first day would be',
      [mmf, tacrolimus('2026-01', '2026-03-30')],
      inadequate(fk, taken(2, 59, '2026-01-31', '2026-03-30'), short(fk, 59)),
    ],
    [
      'until some day of a month count until its first',
      [mmf, tacrolimus('2026-01-01', '2026-03')],
      inadequate(fk, taken(2, 60, '2026-01-01', '2026-03-01'), unclear(fk)),
    ],
    [
      'of two orders are joined, of which one began on some day of January',
      [mmf, tacrolimus('2026-01', '2026-03-15'), tacrolimus('2026-01-15', '2026-04-14')],
      adequate(fk, taken(3, 90, '2026-01-15', '2026-04-14')),
    ],
    ['without any date are unclear', [mmf, undated], inadequate(fk, noTime(fk, 'MedicationStatement/r2'), unclear(fk))],
    [
      'that are too few are unclear beside an entry without a date',
      [mmf, tacrolimus('2026-01-01', '2026-01-30'), undated],
      inadequate(fk, taken(2, 30, '2026-01-01', '2026-01-30'), unclear(fk)),
    ],
  ]);

  it('that go on name the day on which they are enough, if they do', () => {
    const { turns } = ask(twoAgents, [mmf, tacrolimus('2026-03', undefined)], { asOf: '2026-05-29' });
    const ifContinued = say('immunosuppressants.if-continued');
    expect(turns.map(({ on, ...more }) => ({ on: isoDay(on), ...more }))).toEqual([
      { on: '2026-06-28', if: ifContinued },
    ]);
  });
  it.each<[string, string, string | undefined, readonly string[]]>([
    ['one day is missing', '2026-03-05', undefined, ['2026-06-02', '2026-06-02']],
    ['they end today', '2026-04-01', '2026-06-01', ['2026-06-29', '2026-06-29']],
    ['they ended yesterday', '2026-04-01', '2026-05-31', []],
    ['they are enough', '2026-01-01', undefined, []],
  ])('name it where %s', (_, start, end, days) => {
    expect(ask(twoAgents, [mmf, tacrolimus(start, end)]).turns.map(({ on }) => isoDay(on))).toEqual(days);
  });
});

describe('one dose', () => {
  const under = (dose: Json = { value: 80, unit: 'mg' }): Json => ({ dosage: { route: { text: '皮下注射' }, dose } });
  const last = (name: string, n: number, days: number, from: string, to: string): Evidence =>
    cover(name, `MedicationAdministration/r${String(n)}`, days, from, to);
  const every = (days: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => i * days);
  answers([
    [
      'of belimumab into a vein covers 28 days',
      [mmf, ...infusions('贝利尤单抗', '2025-05-01', every(28, 3))],
      adequate('belimumab', last('belimumab', 4, 84, '2025-05-01', '2025-07-23')),
    ],
    [
      'of belimumab under the skin covers 7 days',
      [mmf, ...infusions('贝利尤单抗', '2025-05-01', every(7, 11), under())],
      inadequate('belimumab', last('belimumab', 12, 77, '2025-05-01', '2025-07-16'), short('belimumab', 77)),
    ],
    [
      'of telitacicept covers 7 days',
      [mmf, ...infusions('注射用泰它西普', '2025-05-01', every(7, 12), under())],
      adequate('telitacicept', last('telitacicept', 13, 84, '2025-05-01', '2025-07-23')),
    ],
    [
      'of methotrexate covers 7 days, of which it needs 90',
      [mmf, ...infusions('甲氨蝶呤', '2025-05-01', every(7, 12), under({ value: 10, unit: 'mg' }))],
      inadequate('methotrexate', last('methotrexate', 13, 84, '2025-05-01', '2025-07-23'), short('methotrexate', 84)),
    ],
    [
      'of ciclosporin covers the day',
      [mmf, ...infusions('环孢素注射液', '2025-05-01', [0, 1])],
      inadequate('ciclosporin', last('ciclosporin', 3, 2, '2025-05-01', '2025-05-02'), short('ciclosporin', 2)),
    ],
    [
      'covers no day to come',
      [mmf, ...infusions('贝利尤单抗', '2026-05-30', [0])],
      inadequate('belimumab', last('belimumab', 2, 3, '2026-05-30', '2026-06-01'), short('belimumab', 3), {
        days: ['2026-08-21'],
      }),
    ],
  ]);
});

describe('courses', () => {
  const ctx = '注射用环磷酰胺';
  const given = (name: string, n: number, count: number, from: string, to: string): Evidence =>
    doses(name, `MedicationAdministration/r${String(n)}`, count, from, to);
  const course = (
    drug: string,
    name: string,
    after: readonly number[],
    count: number,
    [from, to]: readonly [number, number],
    enough: boolean,
  ): Row => {
    const evidence = given(name, after.length + 1, count, at(from), at(to));
    return [
      `of ${name} on the days ${after.join(', ')} are ${enough ? 'enough' : 'too few'}`,
      [mmf, ...infusions(drug, first, after)],
      enough ? adequate(name, evidence) : inadequate(name, evidence, fewDoses(name, count)),
    ];
  };
  const first = '2025-03-01';
  const at = (days: number): string => isoDay(Math.floor(Date.parse(first) / 86_400_000) + days);
  const cyclophosphamide = (
    after: readonly number[],
    count: number,
    ends: readonly [number, number],
    enough: boolean,
  ) => course(ctx, 'cyclophosphamide', after, count, ends, enough);
  const rituximab = (after: readonly number[], count: number, ends: readonly [number, number], enough: boolean) =>
    course('利妥昔单抗注射液', 'rituximab', after, count, ends, enough);
  answers(
    [
      cyclophosphamide([0, 21, 42], 3, [0, 42], true),
      cyclophosphamide([0, 20, 40], 3, [0, 40], false),
      cyclophosphamide([0, 45, 90], 3, [0, 90], true),
      cyclophosphamide([0, 46, 92], 1, [0, 0], false),
      cyclophosphamide([0, 10, 20, 30, 40, 50], 6, [0, 50], true),
      cyclophosphamide([0, 9, 18, 27, 36, 45], 1, [0, 0], false),
      cyclophosphamide([0, 30, 100, 114, 128, 142], 4, [100, 142], false),
      cyclophosphamide([0, 30, 60, 160, 174, 188, 202], 3, [0, 60], true),
      cyclophosphamide([0, 100, 130, 160], 3, [100, 160], true),
      rituximab([0, 5], 2, [0, 5], true),
      rituximab([0, 4], 1, [0, 0], false),
      rituximab([0, 31], 2, [0, 31], true),
      rituximab([0, 32], 1, [0, 0], false),
      rituximab([0, 3], 1, [0, 0], false),
      rituximab([0, 3, 8], 2, [0, 8], true),
      rituximab([0, 3, 6, 9], 1, [0, 0], false),
      rituximab([0, 1, 14, 15], 2, [0, 14], true),
    ].map((row): Row => row),
  );

  const partial = (drug: string, date: string): Json => ({ ...infusion(drug, date), effectiveDateTime: date });
  const monthly = order('环磷酰胺片', '2025-03-01', '2025-05-29');
  answers([
    [
      'with a dose on some day of February are enough where both ends are',
      [
        mmf,
        ...['2025-02', '2025-03-10', '2025-03-20', '2025-03-30', '2025-04-09', '2025-04-19'].map((on) =>
          partial(ctx, on),
        ),
      ],
      adequate('cyclophosphamide', given('cyclophosphamide', 7, 6, '2025-02-28', '2025-04-19')),
    ],
    [
      'with a dose on some day of May are unclear where only the first is far enough',
      [mmf, partial('rituximab', '2025-05'), partial('rituximab', '2025-06-01')],
      inadequate('rituximab', given('rituximab', 3, 1, '2025-05-31', '2025-05-31'), unclear('rituximab')),
    ],
    [
      'with a dose on some day of May are unclear where only the last is near enough',
      [mmf, partial('rituximab', '2025-05'), partial('rituximab', '2025-06-10')],
      inadequate('rituximab', given('rituximab', 3, 2, '2025-05-31', '2025-06-10'), unclear('rituximab')),
    ],
    [
      'with a dose on no day are unclear',
      [mmf, partial('rituximab', 'last spring')],
      inadequate('rituximab', noTime('rituximab', 'MedicationAdministration/r2'), unclear('rituximab')),
    ],
    [
      'of oral cyclophosphamide are none: its days count',
      [mmf, monthly],
      adequate('cyclophosphamide', cover('cyclophosphamide', 'MedicationRequest/r2', 90, '2025-03-01', '2025-05-29')),
    ],
  ]);
});

describe('an order of infusions', () => {
  const iv = (start: string, end: string, repeat: Json = {}, event?: readonly string[]): Json =>
    order('利妥昔单抗注射液', start, end, {
      dosageInstruction: [
        {
          route: { text: '静脉滴注' },
          timing: event === undefined ? { repeat: { boundsPeriod: { start, end }, ...repeat } } : { event },
        },
      ],
    });
  const every = (period: number, periodUnit = 'd'): Json => ({ frequency: 1, period, periodUnit });
  const shown = (count: number, from: string, to: string): Evidence =>
    doses('rituximab', 'MedicationRequest/r2', count, from, to);
  const enough = (count: number, from: string, to: string) => adequate('rituximab', shown(count, from, to));
  const tooFew = (from: string) => inadequate('rituximab', shown(1, from, from), fewDoses('rituximab', 1));
  answers([
    [
      'of every 14 days stands for two in 15 days',
      [mmf, iv('2025-05-01', '2025-05-15', every(14))],
      enough(2, '2025-05-01', '2025-05-15'),
    ],
    [
      'of every 14 days stands for one in 14 days',
      [mmf, iv('2025-05-01', '2025-05-14', every(14))],
      tooFew('2025-05-01'),
    ],
    [
      'of every week stands for four in 22 days',
      [mmf, iv('2025-05-01', '2025-05-22', every(1, 'wk'))],
      enough(4, '2025-05-01', '2025-05-22'),
    ],
    ['of every third day stands for one', [mmf, iv('2025-05-01', '2025-05-22', every(3))], tooFew('2025-05-01')],
    ['without a rhythm stands for one', [mmf, iv('2025-05-01', '2025-06-30')], tooFew('2025-05-01')],
    [
      'and the infusions themselves are the same doses, of which the infusions are shown',
      [
        mmf,
        ...infusions('rituximab', '2025-05-01', [0, 14]),
        iv('2025-05-01', '2025-05-17', {}, ['2025-05-03', '2025-05-17']),
      ],
      adequate('rituximab', doses('rituximab', 'MedicationRequest/r4', 2, '2025-05-01', '2025-05-15')),
    ],
    ['of every day stands for one', [mmf, iv('2025-05-01', '2025-05-22', every(1))], tooFew('2025-05-01')],
    [
      'of every 14 days stands for as many beside a step without a rhythm',
      [
        mmf,
        order('利妥昔单抗注射液', '2025-05-01', '2025-05-15', {
          dosageInstruction: [{}, every(14)].map((rhythm) => ({
            route: { text: '静脉滴注' },
            timing: { repeat: { boundsPeriod: { start: '2025-05-01', end: '2025-05-15' }, ...rhythm } },
          })),
        }),
      ],
      enough(2, '2025-05-01', '2025-05-15'),
    ],
    [
      'of two rhythms stands for one',
      [
        mmf,
        order('利妥昔单抗注射液', '2025-05-01', '2025-05-29', {
          dosageInstruction: [7, 14].map((period) => ({
            route: { text: '静脉滴注' },
            timing: { repeat: { boundsPeriod: { start: '2025-05-01', end: '2025-05-29' }, ...every(period) } },
          })),
        }),
      ],
      tooFew('2025-05-01'),
    ],
    [
      'is joined with another one that falls between',
      [mmf, iv('2025-05-01', '2025-05-29', every(28)), iv('2025-05-15', '2025-05-15')],
      enough(3, '2025-05-01', '2025-05-29'),
    ],
    [
      'of dates stands for these',
      [mmf, iv('2025-05-01', '2025-05-16', {}, ['2025-05-02', '2025-05-16'])],
      enough(2, '2025-05-02', '2025-05-16'),
    ],
    [
      'of dates does not stand for those to come',
      [mmf, iv('2026-05-20', '2026-06-03', {}, ['2026-05-20', '2026-06-03'])],
      tooFew('2026-05-20'),
    ],
    [
      'of some day of a month and another date is unclear',
      [mmf, iv('2025-05-01', '2025-06-10', {}, ['2025-05', '2025-06-10'])],
      inadequate('rituximab', shown(2, '2025-05-31', '2025-06-10'), unclear('rituximab')),
    ],
  ]);
});
