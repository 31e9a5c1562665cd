import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDay } from '../../src/logic/calendar.ts';
import type { Json } from '../../src/fhir/record.ts';
import { day } from '../builders.ts';
import { ago, asked, prednisone, today, weight } from './prednisone.ts';

const runs = Number(process.env['GC_TURN_RUNS'] ?? '40');
const daysAhead = 150;

const anyOrder = fc
  .record({
    dose: fc.constantFrom(20, 38, 40, 44, 50, 60),
    from: fc.integer({ min: -30, max: 150 }),
    length: fc.option(fc.integer({ min: 5, max: 180 })),
  })
  .map(({ dose, from, length }) => prednisone(dose, from, length === null ? undefined : from - length));

const anyRecord: fc.Arbitrary<readonly Json[]> = fc
  .tuple(
    fc.array(anyOrder, { minLength: 1, maxLength: 4 }),
    fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 3 }),
  )
  .map(([orders, weights]) => [...orders, ...[...new Set(weights)].map((days) => weight(40, ago(days)))]);

test('between two turns the calendar alone changes nothing', () => {
  fc.assert(
    fc.property(anyRecord, (resources) => {
      let known = asked(resources);
      for (let on = day(today) + 1; on <= day(today) + daysAhead; on += 1) {
        const now = asked(resources, { on: isoDay(on) });
        if (known.turns.some((turn) => turn.on === on)) known = now;
        expect(`${isoDay(on)} ${now.verdict}`).toBe(`${isoDay(on)} ${known.verdict}`);
      }
    }),
    { numRuns: runs },
  );
}, 600_000);
