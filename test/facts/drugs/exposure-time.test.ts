// Was a drug given, or begun, within a stretch of time?

import { expect, it } from 'vitest';
import { begunBetween, givenBetween, givenOn, type Certainty } from '../../../src/facts/drugs/exposure-time.ts';
import { exposuresOf, type Exposure } from '../../../src/facts/drugs/exposures.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';

const exposureOf = (resource: Json): Exposure => {
  const [exposure] = exposuresOf(
    recordOf([{ status: 'completed', medicationCodeableConcept: { text: 'azathioprine' }, ...resource }]),
    screeningOn('2026-06-01'),
  );
  if (exposure === undefined) throw new Error('no exposure');
  return exposure;
};
const taken = (start?: string, end?: string): Json => ({
  resourceType: 'MedicationStatement',
  ...(start !== undefined && { effectivePeriod: { start, end } }),
});
const infused = (start: string, more: Json = {}, end?: string): Json => ({
  resourceType: 'MedicationAdministration',
  status: 'in-progress',
  effectivePeriod: { start, ...(end !== undefined && { end }) },
  ...more,
});
const march = ['2026-03-01', '2026-03-31'] as const;
const early = ['2026-03-01', '2026-03-15'] as const;
const late = ['2026-03-15', '2026-03-31'] as const;

it.each<[string, Json, readonly [string, string], Certainty, Certainty]>([
  ['to the day before', taken('2026-02-01', '2026-02-28'), march, 'no', 'no'],
  ['to the first day', taken('2026-02-01', '2026-03-01'), march, 'yes', 'no'],
  ['on the first day', taken('2026-03-01', '2026-03-01'), march, 'yes', 'yes'],
  ['from the last day on', taken('2026-03-31', '2026-04-10'), march, 'yes', 'yes'],
  ['from the day after', taken('2026-04-01', '2026-04-10'), march, 'no', 'no'],
  ['in the month, nobody knows on which days', taken('2026-03', '2026-03'), march, 'yes', 'yes'],
  ['in the month, of which the first half is asked', taken('2026-03', '2026-03'), early, 'maybe', 'maybe'],
  ['in the month, of which the second half is asked', taken('2026-03', '2026-03-31'), late, 'yes', 'maybe'],
  ['to some day of the month', taken('2026-02-01', '2026-03'), march, 'yes', 'no'],
  ['to some day of the year', taken('2025-12-31', '2026'), march, 'maybe', 'no'],
  ['from some day of the year on', taken('2026', '2026-05-01'), march, 'maybe', 'maybe'],
  ['without a day', taken(), march, 'maybe', 'maybe'],
  ['under way since before', infused('2026-02-01'), march, 'yes', 'no'],
  ['under way since the last day', infused('2026-03-31'), march, 'yes', 'yes'],
  ['under way since the day after', infused('2026-04-01'), march, 'no', 'no'],
  ['under way since some day of the month', infused('2026-03'), early, 'maybe', 'maybe'],
  [
    'under way since some day of the month, asked to its first',
    infused('2026-03'),
    ['2026-02-01', '2026-03-01'],
    'maybe',
    'maybe',
  ],
  [
    'prepared, and not yet handed over',
    { resourceType: 'MedicationDispense', status: 'in-progress', whenPrepared: '2026-02-01' },
    march,
    'maybe',
    'no',
  ],
  ['under way, with an end before', infused('2026-02-01', {}, '2026-02-10'), march, 'no', 'no'],
  ['over since before', infused('2026-02-01', { status: 'completed' }), march, 'no', 'no'],
])('%s', (_, resource, [from, to], given, begun) => {
  const exposure = exposureOf(resource);
  expect([givenBetween(exposure, day(from), day(to)), begunBetween(exposure, day(from), day(to))]).toEqual([
    given,
    begun,
  ]);
});

it('on one day it is given from its first to its last', () => {
  const exposure = exposureOf(taken('2026-03-02', '2026-03-03'));
  const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
  expect(days.map((each) => givenOn(exposure, day(each)))).toEqual(['no', 'yes', 'yes', 'no']);
});
