// How long was a glucocorticoid given for one other disease, and does it go on?

import type { Day } from '../logic/calendar.ts';
import { finding, type Finding } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import type { Verdict } from '../logic/verdict.ts';
import { drugEvidence } from './drug-evidence.ts';
import type { DrugReason } from './drug-reason.ts';
import { givenOn } from './exposure-time.ts';
import type { Exposure } from './exposures.ts';
import type { Screening } from './screening.ts';

type Treatment = { readonly exposure: Exposure; readonly reason: DrugReason };

/**
 * The glucocorticoids given for one reason, as one question: going on or `lastingDays` of it, `met`; surely shorter and over, `not-met`.
 * Doubtful dates are asked both ways; a reason that could not be read goes to the investigator.
 */
export function lastingCourse(course: readonly Treatment[], screening: Screening, lastingDays: number): Finding {
  const { date } = screening;
  const exposures = course.map(({ exposure }) => exposure);
  const [first] = course;
  const values = {
    disease: first?.reason.name ?? '',
    drugs: [...new Set(exposures.map(({ ingredient }) => ingredient))],
    days: lastingDays,
  };
  const details = {
    evidence: exposures.map((each) => drugEvidence(each)),
    turns: exposures.flatMap(({ start, end }) => turnsOf(start?.to, end?.to, lastingDays)),
  };
  const going = exposures.map((each) => (each.point ? 'no' : givenOn(each, date)));
  const least = going.includes('yes') ? 'met' : byDays(daysCovered(exposures, 'least'), lastingDays);
  const most =
    going.includes('yes') || going.includes('maybe') ? 'met' : byDays(daysCovered(exposures, 'most'), lastingDays);
  const undated = exposures.some(({ start }) => start === undefined);
  const verdict: Verdict = least === 'met' ? 'met' : undated || most === 'met' ? 'unknown' : 'not-met';
  if (verdict === 'not-met') return finding('not-met', say('other-disease.short', values), details);
  if (first?.reason.of === 'unclear')
    return finding('needs-investigator', say('other-disease.reason-unclear', values), details);
  if (verdict === 'met')
    return finding(
      'met',
      say(going.includes('yes') ? 'other-disease.going-on' : 'other-disease.lasting', values),
      details,
    );
  const missing = [{ what: say('other-disease.dates', values), orders: [] }];
  return finding('unknown', say('other-disease.dates-unclear', values), { ...details, missing });
}

const byDays = (days: number, limit: number): Verdict => (days >= limit ? 'met' : 'not-met');

/** Days covered by at least one exposure, reading doubtful ends as short or as long as they can be. */
function daysCovered(exposures: readonly Exposure[], reading: 'least' | 'most'): number {
  const spans = exposures
    .flatMap(({ start, end }) => {
      if (start === undefined || end === undefined) return [];
      const [from, to] = reading === 'least' ? [start.to, end.from] : [start.from, end.to];
      return from <= to ? [{ from, to }] : [];
    })
    .sort((a, b) => a.from - b.from);
  let days = 0;
  let reached = -Infinity;
  for (const { from, to } of spans) {
    days += Math.max(0, to - Math.max(from - 1, reached));
    reached = Math.max(reached, to);
  }
  return days;
}

const turnsOf = (start: Day | undefined, end: Day | undefined, days: number): Finding['turns'] =>
  [start === undefined ? undefined : start + days - 1, end === undefined ? undefined : end + 1].flatMap((on) =>
    on === undefined ? [] : [{ on }],
  );
