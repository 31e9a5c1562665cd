// Does every story get the same verdicts on whatever day the demo hospital opens?

import { describe, expect, it } from 'vitest';
import { shiftDates } from '../../src/demo/shift-dates.ts';
import { answersOf } from '../../src/eligibility/assess.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { indexRecord } from '../../src/fhir/index-record.ts';
import { recordFromBundle } from '../../src/fhir/record-builder.ts';
import { isoDay, type Day } from '../../src/logic/calendar.ts';
import { protocols } from '../../src/protocols/index.ts';
import { day, screeningOn, shanghai } from '../builders.ts';
import { stories } from '../stories.ts';

/** Four years with a leap day: every day with EVERY_DAY=1, else every seventh and the days around the turns of the calendar. */
const [first, last] = [day('2026-01-01'), day('2029-12-31')];
const isEveryDay = process.env['EVERY_DAY'] === '1';
const turns = /-(?:02-2[789]|03-01|12-31|01-01)$/;
const days = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
  (each) => isEveryDay || each % 7 === 0 || turns.test(isoDay(each)),
);

/** Every criterion with its verdict, as one line to compare; what the calendar will change is left out, for speed. */
function verdictsOf(bundle: unknown, on: Day): string {
  const built = recordFromBundle(bundle);
  if ('problem' in built) return built.problem;
  const patient = understand(indexRecord(built.record, shanghai), screeningOn(isoDay(on)));
  return protocols
    .slice(0, 1)
    .flatMap((protocol) => answersOf(protocol, patient))
    .map(({ id, outcome }) => `${id} ${outcome.verdict}`)
    .join(', ');
}

describe.each(stories)('the story "$title"', ({ asOf, bundle }) => {
  it('has the same verdicts on every day of four years', () => {
    const told = day(asOf);
    const expected = verdictsOf(bundle, told);
    expect(expected).toContain('E13 needs-investigator');
    const others = days
      .map((on) => ({ on: isoDay(on), verdicts: verdictsOf(shiftDates(bundle, told, on), on) }))
      .filter(({ verdicts }) => verdicts !== expected);
    expect(others).toEqual([]);
  });
});
