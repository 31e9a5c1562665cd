// How long was a glucocorticoid given for one other disease, and does it go on?

import { finding, type Finding, type Turn } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { countOf, joinSpans, nth, type Days } from '../day-runs.ts';
import { drugEvidence } from '../drugs/evidence.ts';
import type { DrugReason } from '../drugs/reason.ts';
import { givenOn } from '../drugs/exposure-time.ts';
import { endTurns, type Exposure } from '../drugs/exposures.ts';
import type { Screening } from '../screening.ts';

/** A drug given to the whole body, with what its reasons come to. */
export type ReasonedDrug = { readonly exposure: Exposure; readonly reason: DrugReason };

/**
 * The glucocorticoids given for one reason, as one question: going on or `lastingDays` of it, `met`; surely shorter and over, `not-met`.
 * Doubtful dates are asked both ways; a reason that could not be read goes to the investigator.
 */
export function lastingCourse(course: readonly ReasonedDrug[], screening: Screening, lastingDays: number): Finding {
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
    turns: [...exposures.flatMap(endTurns), ...turnsOf(exposures, lastingDays)],
  };
  // A course without dates may go on.
  const going = exposures.map((each) => (each.point ? 'no' : givenOn(each, date)));
  const lasts = (reading: Extent): boolean => countOf(daysOf(exposures, reading, 'end')) >= lastingDays;
  const surely = going.includes('yes') || lasts('least');
  if (!surely && !going.includes('maybe') && !lasts('most'))
    return finding('not-met', say('other-disease.short', values), details);
  if (first?.reason.of === 'unclear')
    return finding('needs-investigator', say('other-disease.reason-unclear', values), details);
  if (first?.reason.of === 'shared') return finding('needs-investigator', say('other-disease.shared', values), details);
  if (surely)
    return finding(
      'met',
      say(going.includes('yes') ? 'other-disease.going-on' : 'other-disease.lasting', values),
      details,
    );
  const missing = [{ what: say('other-disease.dates', values), orders: [] }];
  return finding('unknown', say('other-disease.dates-unclear', values), { ...details, missing });
}

/** Doubtful ends read as short or as long as they can be. */
type Extent = 'least' | 'most';

/** Days covered by at least one exposure until now or as planned. */
function daysOf(exposures: readonly Exposure[], reading: Extent, until: 'end' | 'plannedEnd'): Days {
  const spans = exposures.flatMap(({ start, [until]: end }) => {
    if (start === undefined || end === undefined) return [];
    const [from, to] = reading === 'least' ? [start.to, end.from] : [start.from, end.to];
    return from <= to ? [{ from, to }] : [];
  });
  return joinSpans(spans.sort((a, b) => a.from - b.from));
}

/** The days on which the course will have lasted long enough, if it goes on as planned. */
const turnsOf = (exposures: readonly Exposure[], lastingDays: number): readonly Turn[] =>
  (['least', 'most'] as const).flatMap((reading) => {
    const on = nth(daysOf(exposures, reading, 'plannedEnd'), lastingDays);
    return on === undefined ? [] : [{ on }];
  });
