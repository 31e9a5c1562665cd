// By which routes does a glucocorticoid count, and when may an injection be a local one?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { by, read } from './read.ts';
import { administration, ago, daily, order } from './prednisone.ts';

describe('the route', () => {
  it.each<readonly [string, Json, string]>([
    ['oral', by('oral', 'dexamethasone', 6), 'dexamethasone 9 to 0; 9 to 0: 40 mg'],
    ['not said of a tablet', by(undefined, 'dexamethasone tablet', 6), 'dexamethasone 9 to 0; 9 to 0: 40 mg'],
    ['not said at all', by(undefined, 'dexamethasone', 6), 'dexamethasone 9 to 0; route?; 9 to 0: 40 mg'],
    [
      'injected nobody says where',
      by('injection', 'dexamethasone', 6),
      'dexamethasone 9 to 0; injection?; 9 to 0: 40 mg',
    ],
    [
      'not said of an injection',
      by(undefined, 'dexamethasone injection', 6),
      'dexamethasone 9 to 0; injection?; 9 to 0: 40 mg',
    ],
    ['under the skin', by('subcutaneous', 'dexamethasone', 6), 'dexamethasone 9 to 0; route?; 9 to 0: 40 mg'],
    ['oral, of eye drops', by('oral', 'dexamethasone eye drops', 6), 'dexamethasone 9 to 0; route?; 9 to 0: 40 mg'],
    ['eye drops', by(undefined, 'dexamethasone eye drops', 6), 'dexamethasone not-systemic'],
    ['into a joint', by('intra-articular', 'triamcinolone', 6), 'triamcinolone not-systemic'],
    ['inhaled', by(undefined, 'fluticasone inhaler', 1), 'fluticasone not-systemic'],
    ['oral, of a steroid that never counts', by('oral', 'budesonide capsule', 9), 'budesonide not-systemic'],
    [
      'oral, of a steroid that holds salt back',
      by('oral', 'fludrocortisone tablet', 9),
      'fludrocortisone not-systemic',
    ],
  ])('%s', (_, resource, expected) => {
    expect(read(resource)).toEqual([`r1 ${expected}`]);
  });

  const shot = (days: number, drug = 'dexamethasone'): Json =>
    administration(`${drug} injection`, 6, ago(days), 'injection');
  const of = (days: number, doubt = ''): string =>
    `dexamethasone ${String(days)} to ${String(days)}; ${doubt}${String(days)} to ${String(days)}: 40 mg`;

  it.each<readonly [string, readonly Json[], readonly string[]]>([
    ['on one day', [shot(5)], [`r1 ${of(5, 'injection?; ')}`]],
    ['on two days in a row', [shot(5), shot(4)], [`r1 ${of(5)}`, `r2 ${of(4)}`]],
    ['with a day between', [shot(5), shot(3)], [`r1 ${of(5, 'injection?; ')}`, `r2 ${of(3, 'injection?; ')}`]],
    ['twice on one day', [shot(5), shot(5)], [`r1 ${of(5, 'injection?; ')}`, `r2 ${of(5, 'injection?; ')}`]],
    [
      'of two drugs on two days in a row',
      [shot(5), shot(4, 'methylprednisolone')],
      [`r1 ${of(5, 'injection?; ')}`, 'r2 methylprednisolone 4 to 4; injection?; 4 to 4: 7.5 mg'],
    ],
    [
      'on the day after one by vein',
      [shot(4), administration('dexamethasone injection', 6, ago(5), 'intravenous')],
      [`r2 ${of(5)}`, `r1 ${of(4, 'injection?; ')}`],
    ],
    [
      'under the skin on two days in a row',
      [5, 4].map((days) => administration('dexamethasone injection', 6, ago(days), 'subcutaneous')),
      [`r1 ${of(5, 'route?; ')}`, `r2 ${of(4, 'route?; ')}`],
    ],
    [
      'ordered from day to day',
      [
        order('dexamethasone injection', [{ ...daily(6, 5, 5), route: { text: 'injection' } }]),
        order('dexamethasone injection', [{ ...daily(6, 4, 4), route: { text: 'injection' } }]),
      ],
      [`r1 ${of(5, 'injection?; ')}`, `r2 ${of(4, 'injection?; ')}`],
    ],
  ])('injections nobody says where, %s', (_, resources, expected) => {
    expect(read(...resources)).toEqual(expected);
  });
});
