// Which values of a measurement does a chart show?

import { expect, it } from 'vitest';
import { series } from '../../../src/facts/results/series.ts';
import { day, observation, recordOf, textObservation } from '../../builders.ts';

it('shows every valid amount with its day and where it comes from, oldest first, and nothing else', () => {
  const alt = (value: number, date: string, more = {}) => observation('1742-6', value, 'U/L', date, more);
  const record = recordOf([
    alt(60, '2026-05-20'),
    alt(50, '2026-05'),
    alt(40, '2026-05-12', { valueQuantity: { value: 40, unit: 'U/L', comparator: '>' } }),
    alt(70, '2026-05-13', { status: 'preliminary' }),
    alt(80, 'last week'),
    textObservation('ALT', '见报告', '2026-05-14'),
    observation('1742-6', 90, 'U/L', '2026-05-15', {
      code: {
        coding: [
          { system: 'http://loinc.org', code: '1742-6' },
          { system: 'http://loinc.org', code: '1920-8' },
        ],
      },
    }),
  ]);
  expect(series(record, 'ALT')).toEqual([
    { day: day('2026-05-01'), low: 50, high: 50, reference: 'Observation/r2' },
    { day: day('2026-05-12'), low: 40, high: Infinity, reference: 'Observation/r3' },
    { day: day('2026-05-20'), low: 60, high: 60, reference: 'Observation/r1' },
  ]);
});

it('shows no result without an amount', () => {
  const load = (value: string) => textObservation('HBV DNA', value, '2026-05-20');
  expect(series(recordOf([load('阴性')]), 'HBV-DNA')).toEqual([]);
  expect(series(recordOf([load('50 IU/mL')]), 'HBV-DNA')).toMatchObject([{ low: 50, high: 50 }]);
});
