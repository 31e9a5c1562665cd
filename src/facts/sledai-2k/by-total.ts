// What does the recorded total say of "SLEDAI-2K of at least so many points"?

import type { Day } from '../../logic/calendar.ts';
import { finding, type Finding } from '../../logic/finding.ts';
import { isAtLeast } from '../../logic/interval.ts';
import { say, type Message } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { Reading } from '../../fhir/reading.ts';
import { evidenceOf } from '../results/latest.ts';
import { evidenceOfItems, nervousSystemOnly } from './item-evidence.ts';
import { maximum } from './items.ts';
import { pointsOf, type Sledai } from './score.ts';

/** what a total of another version says of SLEDAI-2K. The 1992 total is a lower bound of it; SELENA differs both ways. */
function verdictOf({ amount, measurement }: Reading, limit: number): Verdict {
  if (measurement === 'SELENA-SLEDAI') return 'needs-investigator';
  if (amount === undefined) return 'unknown';
  return isAtLeast(measurement === 'SLEDAI-1992' ? { ...amount, high: maximum } : amount, limit);
}

/** The answer of the recorded total; undefined if there is none or it does not decide. */
export function byTotal(limit: number, score: Sledai): Finding | undefined {
  const { recorded } = score;
  if (recorded.state === 'none') return undefined;
  const [reading] = recorded.readings;
  const verdict = verdictOf(reading, limit);
  if (verdict === 'unknown' || recorded.readings.some((each) => verdictOf(each, limit) !== verdict)) return undefined;
  const day = recorded.readings.reduce((last, { when }) => Math.max(last, when?.to ?? -Infinity), -Infinity);
  const evidence = recorded.readings.map((each) => evidenceOf(each));
  const values = { total: reading.asWritten(), limit, date: evidence[0]?.date ?? '' };
  const plain = recorded.readings.some(({ measurement }) => measurement === 'SLEDAI');
  const flags = plain ? ['SLEDAI_VERSION_NOT_STATED'] : [];
  if (verdict === 'needs-investigator') {
    return finding(verdict, say('sledai.selena', values), { evidence, flags: ['SLEDAI_SELENA'] });
  }
  const dispute = verdict === 'met' ? withdrawn(limit, score, day) : exceeded(limit, score, day);
  if (dispute === 'open') return undefined;
  if (dispute !== undefined) {
    return finding('needs-investigator', say(dispute.id, { ...values, ...dispute.values }), {
      evidence: verdict === 'met' ? evidence : [...evidence, ...evidenceOfItems(score, 'present')],
      flags: [...flags, 'SLEDAI_CONTRADICTED'],
    });
  }
  const pointer = verdict === 'met' ? nervousSystemOnly(limit, score.formOf(reading.resource)) : undefined;
  return finding(verdict, say(verdict === 'met' ? 'sledai.reached' : 'sledai.below', values), {
    evidence: pointer === undefined ? evidence : [...evidence, pointer],
    flags: pointer === undefined ? flags : [...flags, 'SLEDAI_CNS_ONLY'],
  });
}

/** A total that items which the investigator since attributed to another cause may no longer reach. */
function withdrawn(limit: number, score: Sledai, day: Day): Message | undefined {
  const { recorded } = score;
  if (recorded.state === 'none') return undefined;
  const points = score.attributedAway(day);
  const stands = recorded.readings.every(({ amount }) => amount !== undefined && amount.low - points >= limit);
  return stands ? undefined : say('sledai.withdrawn', { points });
}

/** a total below the limit beside later findings or attributions of at least so many points; `open` if it may be so. */
function exceeded(limit: number, { items }: Sledai, day: Day): Message | 'open' | undefined {
  const later = items.filter(({ on, attribution }) => Math.max(on ?? -Infinity, attribution?.date ?? -Infinity) > day);
  const points = pointsOf(later, 'present');
  if (points >= limit) return say('sledai.contradicted', { points });
  const unchecked = later.filter((each) => each.unchecked === true);
  return points + pointsOf(unchecked, 'possible') >= limit ? 'open' : undefined;
}
