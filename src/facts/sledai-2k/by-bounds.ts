// What do the bounds of the items say of "SLEDAI-2K of at least so many points"?

import { finding, shownLate, type Evidence, type Finding, type Missing } from '../../logic/finding.ts';
import { maximum } from './items.ts';
import { say, type Message } from '../../logic/message.ts';
import { evidenceOf } from '../results/latest.ts';
import { evidenceOfItems, nervousSystemOnly, title } from './item-evidence.ts';
import { ordersFor } from './measured-items.ts';
import { pointsOf, type Sledai } from './score.ts';

/** the bounds that the items give. */
export function byBounds(limit: number, score: Sledai, windowDays: number): Finding {
  const { items, lower, upper } = score;
  if (!score.complete || (lower < limit && upper >= limit))
    return shownLate('unknown', [], () => undecided(limit, score, windowDays));
  const values = { lower, upper, limit, days: windowDays };
  if (lower < limit)
    return finding('not-met', say('sledai.cannot-reach', values), { evidence: evidenceOfItems(score, 'absent') });
  const present = evidenceOfItems(score, 'present');
  const signed = items.filter((each) => each.signed);
  if (pointsOf(signed, 'present') >= limit) {
    const answers = new Map(signed.map(({ item, state }) => [item.id, state === 'present']));
    const pointer = nervousSystemOnly(limit, answers);
    const flags = pointer === undefined ? [] : ['SLEDAI_CNS_ONLY'];
    return finding('met', say('sledai.signed', values), {
      evidence: pointer === undefined ? present : [...present, pointer],
      flags,
    });
  }
  const counted = items.filter(({ state }) => state === 'present');
  return finding(
    'needs-investigator',
    say('sledai.provisional', { ...values, items: counted.map(({ item }) => title(item)) }),
    {
      evidence: [...present, ...evidenceOfItems(score, 'possible')],
      flags: ['SLEDAI_LOWER_BOUND_PROVISIONAL', ...staleFlags(score)],
    },
  );
}

/** Why neither a total nor the bounds decide, and what would. */
function undecided(limit: number, score: Sledai, windowDays: number): Finding {
  const { lower, upper } = score;
  return finding(
    'unknown',
    say(lower === 0 && upper === maximum ? 'sledai.nothing-known' : 'sledai.undecided', {
      lower,
      upper,
      limit,
      days: windowDays,
      why: whyNoTotal(score, limit),
    }),
    {
      evidence: [...totalsShown(score), ...evidenceOfItems(score, 'present'), ...evidenceOfItems(score, 'possible')],
      missing: missingFrom(score, windowDays),
      flags: staleFlags(score),
    },
  );
}

const totalsShown = ({ recorded }: Sledai): readonly Evidence[] =>
  recorded.state === 'found' ? recorded.readings.map((each) => evidenceOf(each)) : recorded.finding.evidence;

const staleFlags = ({ recorded }: Sledai): readonly string[] =>
  recorded.state === 'none' ? recorded.finding.flags : [];

function whyNoTotal({ recorded }: Sledai, limit: number): Message {
  if (recorded.state === 'none') return recorded.finding.reason;
  const [reading] = recorded.readings;
  const id = reading.measurement === 'SLEDAI-1992' ? 'sledai.old-version-below' : 'sledai.total-open';
  return say(id, { total: recorded.readings.map((each) => each.asWritten()), limit });
}

/** A total settles everything; the results that are not there would tell more. */
function missingFrom(score: Sledai, windowDays: number): readonly Missing[] {
  const missing: Missing[] = [{ what: say('sledai.record-total', { days: windowDays }), orders: [] }];
  for (const { item, state } of score.items) {
    if (state !== 'unknown' || item.measured !== true) continue;
    missing.push({ what: title(item), orders: ordersFor(item.id).map((coding) => ({ coding, windowDays })) });
  }
  return missing;
}
