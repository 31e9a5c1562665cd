// On which days did all glucocorticoids together reach 250 mg, and which entries make that up?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import { pulseDaysSince } from '../../../src/facts/glucocorticoids/pulses.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';
import { stretch } from './piece.ts';
import { administration, ago, daily, order, prednisone, timing, today, weighing } from './prednisone.ts';

/** In the last 60 days: "5: r1 of r1 r2", with a question mark where it may be less; then the largest first, of all parts. */
function pulses(resources: readonly Json[]): readonly string[] {
  const [record, screening] = [recordOf(resources), screeningOn(today)];
  const found = pulseDaysSince(record, exposuresOf(record, screening), screening, day(today) - 60);
  const names = (of: readonly { readonly reference: string }[]): string =>
    of.map(({ reference }) => reference.replace(/.*\//, '')).join(' ');
  return found.map(
    (each) => `${stretch(each)}${each.certain ? '' : '?'}: ${names(each.given)} of ${names(each.parts)}`,
  );
}

const given = (milligrams: number, days: number, drug = 'methylprednisolone'): Json =>
  administration(`${drug} injection`, milligrams, ago(days), 'intravenous');
const ranged = (low: number, high: number): Json =>
  order('prednisone tablet', [
    {
      ...daily(low, 5, 3),
      doseAndRate: [{ doseRange: { low: { value: low, unit: 'mg' }, high: { value: high, unit: 'mg' } } }],
    },
  ]);
const perKg = (value: number): Json =>
  order('methylprednisolone injection', [
    {
      timing: timing(1, 1, 'd', { boundsPeriod: { start: ago(5), end: ago(3) } }),
      route: { text: 'intravenous' },
      doseAndRate: [{ doseQuantity: { value, unit: 'mg/kg' } }],
    },
  ]);

describe('a pulse', () => {
  it.each<readonly [string, readonly Json[], readonly string[]]>([
    // 200 mg of methylprednisolone are 250 mg of prednisone.
    ['of exactly 250 mg', [given(200, 5)], ['5: r1 of r1']],
    ['of less', [given(199.9, 5)], []],
    ['on three days', [given(500, 5), given(500, 4), given(500, 3)], ['5-3: r1 of r1 r2 r3']],
    ['on days of which one differs', [given(500, 5), given(1000, 4)], ['5: r1 of r1', '4: r2 of r2']],
    ['in two halves', [given(100, 5), given(100, 5)], ['5: r1 of r1 r2']],
    ['beside tablets', [prednisone(50, 99, 0), given(160, 5)], ['5: r2 r1 of r1 r2']],
    ['beside too few tablets', [prednisone(49, 99, 0), given(160, 5)], []],
    ['by mouth', [prednisone(250, 5, 3)], ['5-3: r1 of r1']],
    ['of two drugs, the larger first', [given(20, 5, 'dexamethasone'), given(500, 5)], ['5: r2 r1 of r1 r2']],
    ['of a range that is enough', [ranged(250, 300)], ['5-3: r1 of r1']],
    ['of a range that may be enough', [ranged(200, 250)], ['5-3?: r1 of r1']],
    ['of a range that is not enough', [ranged(200, 249)], []],
    [
      'injected nobody says where',
      [administration('methylprednisolone injection', 500, ago(5), 'injection')],
      ['5?: r1 of r1'],
    ],
    ['of a dose that cannot be read', [order('prednisone tablet', [{ ...daily(1, 5, 3), doseAndRate: [] }])], []],
    [
      'beside a drug without an equivalence',
      [given(500, 5), order('meprednisone tablet', [daily(5, 99, 0)])],
      ['5: r1 of r1'],
    ],
    [
      'of three drugs, the largest first',
      [given(20, 5, 'dexamethasone'), given(500, 5), given(200, 5, 'hydrocortisone')],
      ['5: r2 r1 r3 of r1 r2 r3'],
    ],
    ['per kg, of a known weight', [perKg(5), ...weighing(40)], ['5-3: r1 of r1']],
    ['per kg, too little for that weight', [perKg(4.9), ...weighing(40)], []],
    ['per kg, of an unknown weight', [perKg(30)], []],
    ['per kg, of an unknown weight, beside a known dose', [perKg(30), given(500, 5)], []],
    ['60 days ago', [given(500, 60)], ['60: r1 of r1']],
    ['61 days ago', [given(500, 61)], []],
    ['from 62 to 58 days ago', [prednisone(250, 62, 58)], ['62-58: r1 of r1']],
    ['today', [given(500, 0)], ['0: r1 of r1']],
    ['tomorrow', [given(500, -1)], []],
    ['and a drug of other days', [given(500, 5), prednisone(20, 99, 50)], ['5: r1 of r1']],
  ])('%s', (_, resources, expected) => {
    expect(pulses(resources)).toEqual(expected);
  });
});
