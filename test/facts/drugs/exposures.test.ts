import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { exposuresOf, type Exposure } from '../../../src/facts/drugs/exposures.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { recordOf, screeningOn } from '../../builders.ts';
import { timing } from '../glucocorticoids/prednisone.ts';

const hcq = (more: Json): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: 'hydroxychloroquine 200 mg tablet' },
  ...more,
});
const bounds = (boundsPeriod: Json): Json => ({ dosageInstruction: [{ timing: timing(1, 1, 'd', { boundsPeriod }) }] });
const exposures = (...resources: readonly Json[]) => exposuresOf(recordOf(resources), screeningOn('2026-06-01'));

/** "2026-01-01 .. 2026-03-31", with "~" and both ends where an end is a range. */
function brief(exposure: Exposure | undefined): string {
  const range = (days: { from: number; to: number } | undefined): string =>
    days === undefined ? '?' : days.from === days.to ? isoDay(days.from) : `${isoDay(days.from)}~${isoDay(days.to)}`;
  return `${range(exposure?.start)} .. ${range(exposure?.end)}`;
}

describe('the days an entry covers', () => {
  test.each([
    ['bounds', hcq(bounds({ start: '2026-01-01', end: '2026-03-31' })), '2026-01-01 .. 2026-03-31'],
    ['an open active order runs on', hcq(bounds({ start: '2023-04-01' })), '2023-04-01 .. 2026-06-01'],
    [
      'bounds in the future end today',
      hcq(bounds({ start: '2026-05-01', end: '2026-12-31' })),
      '2026-05-01 .. 2026-06-01',
    ],
    [
      'a completed order without an end may have been short or long',
      hcq({ status: 'completed', ...bounds({ start: '2026-01-01' }) }),
      '2026-01-01 .. 2026-01-01~2026-06-01',
    ],
    [
      'dispensing validity',
      hcq({ dispenseRequest: { validityPeriod: { start: '2026-01-01', end: '2026-02-01' } } }),
      '2026-01-01 .. 2026-02-01',
    ],
    [
      'supply, without refills that nobody dispensed',
      hcq({
        authoredOn: '2026-01-01',
        dispenseRequest: { expectedSupplyDuration: { value: 30, unit: 'd' }, numberOfRepeatsAllowed: 5 },
      }),
      '2026-01-01 .. 2026-01-30',
    ],
    [
      'quantity by daily dose',
      hcq({
        authoredOn: '2026-01-01',
        dosageInstruction: [
          { timing: timing(2, 1, 'd'), doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }] },
        ],
        dispenseRequest: { quantity: { value: 60, unit: 'tablet' } },
      }),
      '2026-01-01 .. 2026-01-30',
    ],
    ['180 days at most', hcq({ authoredOn: '2025-01-01' }), '2025-01-01 .. 2025-06-30'],
    [
      'days named in words',
      hcq({ authoredOn: '2026-01-01', dosageInstruction: [{ text: 'take 1 tablet daily x 14 days' }] }),
      '2026-01-01 .. 2026-01-14',
    ],
    [
      'a count of administrations',
      hcq({
        dosageInstruction: [
          {
            timing: {
              repeat: { boundsPeriod: { start: '2026-01-01' }, count: 30, timeOfDay: ['08:00:00', '20:00:00'] },
            },
          },
        ],
      }),
      '2026-01-01 .. 2026-01-15',
    ],
    ['a partial start', hcq(bounds({ start: '2026-01', end: '2026-03-31' })), '2026-01-01~2026-01-31 .. 2026-03-31'],
    [
      'a statement of one day',
      {
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: { text: 'hydroxychloroquine' },
        effectiveDateTime: '2026-05-01',
      },
      '2026-05-01 .. 2026-05-01~2026-06-01',
    ],
    [
      'an open period of a statement',
      {
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: { text: 'hydroxychloroquine' },
        effectivePeriod: { start: '2025' },
      },
      '2025-01-01~2025-12-31 .. 2026-06-01',
    ],
    [
      'a dispense with its supply',
      {
        resourceType: 'MedicationDispense',
        status: 'completed',
        medicationCodeableConcept: { text: 'hydroxychloroquine' },
        whenHandedOver: '2026-01-01',
        daysSupply: { value: 90, unit: 'days' },
      },
      '2026-01-01 .. 2026-03-31',
    ],
    [
      'an administration',
      {
        resourceType: 'MedicationAdministration',
        status: 'completed',
        medicationCodeableConcept: { text: 'cyclophosphamide' },
        effectiveDateTime: '2026-01-01T17:00:00Z',
      },
      '2026-01-02 .. 2026-01-02',
    ],
  ])('%s', (_, resource, days) => {
    expect(brief(exposures(resource)[0])).toBe(days);
  });

  test('an order without an end ends before the next one of the same drug', () => {
    const [first, second] = exposures(hcq({ authoredOn: '2026-01-01' }), hcq({ authoredOn: '2026-03-01' }));
    expect(brief(first)).toBe('2026-01-01 .. 2026-02-28');
    expect(brief(second)).toBe('2026-03-01 .. 2026-06-01');
    expect([first?.unbounded, second?.unbounded]).toEqual([false, true]);
  });

  test('what starts after the screening has not happened', () => {
    expect(exposures(hcq(bounds({ start: '2026-06-02' })))).toEqual([]);
  });

  test('an undated entry is an exposure without days', () => {
    expect(brief(exposures(hcq({}))[0])).toBe('? .. ?');
  });
});

test('a combination is one exposure for each ingredient, an unknown drug none', () => {
  const both = { medicationCodeableConcept: { text: 'little pink pill' }, authoredOn: '2026-01-01' };
  expect(exposures(hcq(both))).toEqual([]);
  const injected = hcq({ medicationCodeableConcept: { text: 'tacrolimus ointment' }, authoredOn: '2026-01-01' });
  expect(exposures(injected).map(({ ingredient, systemic }) => [ingredient, systemic])).toEqual([
    ['tacrolimus', 'local'],
  ]);
});
