import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDay } from '../../../src/logic/calendar.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { day } from '../../builders.ts';
import { ago, asked, daily, order, prednisone, today, weight } from './prednisone.ts';

const runs = Number(process.env['GC_TURN_RUNS'] ?? '40');
const daysAhead = 150;

const times = { from: fc.integer({ min: -60, max: 150 }), length: fc.option(fc.integer({ min: 1, max: 180 })) };

const tablets = fc
  .record({ dose: fc.constantFrom(20, 38, 40, 44, 50, 60), ...times })
  .map(({ dose, from, length }) => prednisone(dose, from, length === null ? undefined : from - length));

const infusions = fc
  .record({
    dose: fc.constantFrom(40, 500),
    from: times.from,
    days: fc.integer({ min: 1, max: 5 }),
    route: fc.constantFrom('intravenous', 'injection'),
  })
  .map(({ dose, from, days, route }) =>
    order('methylprednisolone injection', [{ ...daily(dose, from, from - days), route: { text: route } }], {
      authoredOn: ago(from),
    }),
  );

const unidentified = times.from.map((from) =>
  order('frobnicol tablet', [daily(1, from)], { authoredOn: ago(Math.max(0, from)) }),
);

const anyRecord: fc.Arbitrary<readonly Json[]> = fc
  .tuple(
    fc.array(fc.oneof({ arbitrary: tablets, weight: 3 }, infusions, unidentified), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.integer({ min: -30, max: 300 }), fc.constantFrom(36, 40, 44)), { maxLength: 5 }),
  )
  .map(([orders, weights]) => [...orders, ...[...new Map(weights)].map(([days, kg]) => weight(kg, ago(days)))]);

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
