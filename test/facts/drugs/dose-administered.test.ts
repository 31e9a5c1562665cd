// How much does one administration come to on its days?

import { expect, it } from 'vitest';
import { administeredSteps } from '../../../src/facts/drugs/dose-administered.ts';
import type { DoseStep } from '../../../src/facts/drugs/dose-days.ts';
import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import type { DosageStep } from '../../../src/fhir/dosage/dosage.ts';
import type { Dose } from '../../../src/fhir/dosage/dose.ts';
import { daily } from '../../../src/fhir/dosage/dosage-schedule.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { DayRange } from '../../../src/logic/calendar.ts';
import { exactly, type Interval } from '../../../src/logic/interval.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';
import { dosageStep } from './dosage-step.ts';

const onOneDay: Json = { effectiveDateTime: '2026-01-01' };
const forAMorning: Json = {
  effectivePeriod: { start: '2026-01-01T08:00:00+08:00', end: '2026-01-01T11:30:00+08:00' },
};
const atOnce: Json = { effectivePeriod: { start: '2026-01-01T08:00:00+08:00', end: '2026-01-01T08:00:00+08:00' } };
const endless: Json = { effectivePeriod: { start: '2026-01-01', end: '2026-01-01T11:30:00+08:00' } };
const startless: Json = { effectivePeriod: { start: '2026-01-01T08:00:00+08:00', end: '2026-01-01' } };
const forFourDays: Json = { effectivePeriod: { start: '2026-01-01', end: '2026-01-04' } };
const forFourDaysAroundTheClock: Json = {
  effectivePeriod: { start: '2026-01-01T00:00:00+08:00', end: '2026-01-04T23:00:00+08:00' },
};

const days = ({ from, to }: DayRange): DayRange => ({ from, to });
const given = (when: Json, ...read: readonly DosageStep[]): readonly DoseStep[] => {
  const [exposure] = exposuresOf(
    recordOf([
      {
        resourceType: 'MedicationAdministration',
        status: 'completed',
        medicationCodeableConcept: { text: 'methylprednisolone' },
        ...when,
      },
    ]),
    screeningOn('2026-06-01'),
  );
  if (exposure?.start === undefined || exposure.end === undefined) throw new Error('no exposure');
  return administeredSteps(exposure, days(exposure.start), days(exposure.end), read);
};
const first = { from: day('2026-01-01'), to: day('2026-01-01') };
const fourth = { from: day('2026-01-04'), to: day('2026-01-04') };
const of = (every: Dose['every'], more: Partial<Dose> = {}): Partial<DosageStep> => ({
  dose: { every, milligrams: { low: 40, high: 48 }, ...more },
});
const thrice: Partial<DosageStep> = { ...of('dose'), schedule: daily(3) };
const once: Partial<DosageStep> = { ...of('dose'), schedule: { kind: 'once' } };
const plain = { timesOfDay: [], fromText: false };

it.each<[string, Json, Partial<DosageStep>, typeof first, Interval | undefined]>([
  ['one dose on one day', onOneDay, of('dose'), first, { low: 40, high: 48 }],
  ['one dose, said to be given three times a day', onOneDay, thrice, first, { low: 40, high: 48 }],
  ['one dose in a morning, said to be given three times a day', forAMorning, thrice, first, { low: 40, high: 48 }],
  ['three doses on each of four days', forFourDays, thrice, fourth, { low: 120, high: 144 }],
  ['one dose in four days, of each day or of all', forFourDays, of('dose'), fourth, { low: 10, high: 48 }],
  ['one dose in four days, given once', forFourDays, once, fourth, { low: 10, high: 48 }],
  ['a dose of a whole day in four days', forFourDays, of('day'), fourth, { low: 40, high: 48 }],
  ['a rate for two hours', onOneDay, { ...of('hour'), hours: 2 }, first, { low: 80, high: 96 }],
  ['a rate for a morning of 3.5 hours', forAMorning, of('hour'), first, { low: 140, high: 168 }],
  ['a rate for two hours of a morning', forAMorning, { ...of('hour'), hours: 2 }, first, { low: 80, high: 96 }],
  ['a rate for 30 hours on one day', onOneDay, { ...of('hour'), hours: 30 }, first, { low: 1200, high: 1440 }],
  ['a rate for ten hours within four days', forFourDays, { ...of('hour'), hours: 10 }, fourth, { low: 100, high: 480 }],
  ['a rate for four days', forFourDaysAroundTheClock, of('hour'), fourth, { low: 950, high: 1152 }],
  ['a rate for nobody knows how long', onOneDay, of('hour'), first, undefined],
  ['a rate that ends as it begins', atOnce, of('hour'), first, undefined],
  ['a rate from no hour on', endless, of('hour'), first, undefined],
  ['a rate to no hour', startless, of('hour'), first, undefined],
  ['no dose', onOneDay, {}, first, undefined],
])('%s', (_, when, step, to, milligrams) => {
  expect(given(when, dosageStep(step))).toEqual([
    { from: first, to, dose: milligrams === undefined ? undefined : { averaged: false, milligrams }, ...plain },
  ]);
});

it.each(['dose', 'day', 'hour'] as const)('a %s of each kg stays one, and what was read in words is said', (every) => {
  const step = dosageStep({ ...of(every, { per: 'kilogram', milligrams: exactly(2) }), hours: 1, fromText: true });
  expect(given(onOneDay, step)).toEqual([
    {
      from: first,
      to: first,
      dose: { averaged: false, milligrams: exactly(2), per: 'kilogram' },
      timesOfDay: [],
      fromText: true,
    },
  ]);
});

it('the first step with a dose counts, and without any step nothing is known', () => {
  const [step] = given(onOneDay, dosageStep({ schedule: daily(1) }), dosageStep(of('dose')), dosageStep(of('day')));
  expect(step?.dose).toStrictEqual({ averaged: false, milligrams: { low: 40, high: 48 } });
  expect(given(onOneDay)).toEqual([{ from: first, to: first, dose: undefined, ...plain }]);
});

it('a rate that goes on is of nobody knows how many hours', () => {
  const begun: Json = { status: 'in-progress', effectivePeriod: { start: '2026-05-31T08:00:00+08:00' } };
  expect(given(begun, dosageStep(of('hour'))).map(({ dose }) => dose)).toEqual([undefined]);
});
