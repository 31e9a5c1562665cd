// Is the SLEDAI-2K of a patient at least so many points?

import type { Evidence, Finding, Missing } from '../../logic/finding.ts';
import { alsoShowing, finding } from '../../logic/finding.ts';
import { isAtLeast } from '../../logic/interval.ts';
import { say, type Message } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { evidenceOf } from '../latest.ts';
import { distinctTurns } from '../latest-candidates.ts';
import type { Screening } from '../screening.ts';
import { answersIn } from './form.ts';
import { items, maximum, type Item } from './items.ts';
import { ordersFor } from './laboratory.ts';
import { pointsOf, sledai, type ScoredItem, type Sledai, type SledaiOptions } from './score.ts';

/**
 * "SLEDAI-2K >= limit" by the rules of the clinical specification: the recorded total decides; without a
 * usable one the bounds of the items, where a lower bound from computed items alone is left to the investigator.
 */
export function sledaiAtLeast(
  limit: number,
  record: IndexedRecord,
  screening: Screening,
  options: SledaiOptions,
): Finding {
  const score = sledai(record, screening, options);
  const answer = byTotal(limit, score) ?? byBounds(limit, score, options);
  const { recorded, turns } = score;
  const days = [...turns, ...(recorded.state === 'found' ? recorded.turns : recorded.finding.turns)];
  const ignored = recorded.state === 'found' ? recorded.ignored : recorded.finding.ignored;
  return alsoShowing(answer, { ignored, turns: distinctTurns(days.map(({ on }) => on)) });
}

/** what a total of another version says of SLEDAI-2K. The 1992 total is a lower bound of it; SELENA differs both ways. */
function verdictOf({ amount, measurement }: Reading, limit: number): Verdict {
  if (measurement === 'SELENA-SLEDAI') return 'needs-investigator';
  if (amount === undefined) return 'unknown';
  return isAtLeast(measurement === 'SLEDAI-1992' ? { ...amount, high: maximum } : amount, limit);
}

/** The answer of the recorded total; undefined if there is none or it does not decide. */
function byTotal(limit: number, score: Sledai): Finding | undefined {
  const { recorded } = score;
  if (recorded.state === 'none') return undefined;
  const verdicts = new Set(recorded.readings.map((reading) => verdictOf(reading, limit)));
  const [verdict = 'unknown'] = verdicts;
  if (verdicts.size > 1 || verdict === 'unknown') return undefined;
  const [reading] = recorded.readings;
  const day = Math.max(...recorded.readings.map(({ when }) => when?.to ?? -Infinity));
  const evidence = recorded.readings.map((each) => evidenceOf(each));
  const values = { total: reading.asWritten, limit, date: evidence[0]?.date ?? '' };
  const plain = recorded.readings.some(({ measurement }) => measurement === 'SLEDAI');
  const flags = plain ? ['SLEDAI_VERSION_NOT_STATED'] : [];
  if (verdict === 'needs-investigator') {
    return finding(verdict, say('sledai.selena', values), { evidence, flags: ['SLEDAI_SELENA'] });
  }
  const later = score.items.filter(({ on }) => (on ?? -Infinity) > day);
  const bounds = { ...values, lower: pointsOf(later, 'present'), upper: score.upper };
  const contradicted =
    verdict === 'not-met'
      ? bounds.lower >= limit
      : score.upper < limit && later.some(({ state }) => state === 'absent');
  if (contradicted) {
    return finding('needs-investigator', say('sledai.contradicted', bounds), {
      evidence: [...evidence, ...evidenceOfItems(score, 'present')],
      flags: [...flags, 'SLEDAI_CONTRADICTED'],
    });
  }
  const unchecked = later.filter((each) => each.unchecked === true);
  if (verdict === 'not-met' && bounds.lower + pointsOf(unchecked, 'possible') >= limit) return undefined;
  const pointer = verdict === 'met' ? nervousSystemOnly(limit, answersIn(reading.resource)) : undefined;
  return finding(verdict, say(verdict === 'met' ? 'sledai.reached' : 'sledai.below', values), {
    evidence: pointer === undefined ? evidence : [...evidence, pointer],
    flags: pointer === undefined ? flags : [...flags, 'SLEDAI_CNS_ONLY'],
  });
}

/** only the items of the nervous system reach the limit, which is a matter of exclusion E2 too. */
function nervousSystemOnly(limit: number, answers: ReadonlyMap<string, boolean>): Evidence | undefined {
  const present = items.filter(({ id }) => answers.get(id) === true);
  const nervous = present.filter((item) => item.nervousSystem === true);
  const others = present.filter((item) => item.nervousSystem !== true).reduce((sum, { weight }) => sum + weight, 0);
  if (nervous.length === 0 || others >= limit) return undefined;
  return { label: say('sledai.nervous-system-only', { items: nervous.map(title), limit }) };
}

const title = ({ id }: Item): Message => say(`sledai.item.${id}`);

/** the bounds that the items give. */
function byBounds(limit: number, score: Sledai, { windowDays }: SledaiOptions): Finding {
  const { lower, upper } = score;
  const signed = score.items.filter((each) => each.signed);
  const values = { lower, upper, limit, days: windowDays };
  const present = evidenceOfItems(score, 'present');
  if (!score.complete) return undecided(limit, score, windowDays);
  if (pointsOf(signed, 'present') >= limit) {
    const answers = new Map(signed.map(({ item, state }) => [item.id, state === 'present']));
    const pointer = nervousSystemOnly(limit, answers);
    const flags = pointer === undefined ? [] : ['SLEDAI_CNS_ONLY'];
    return finding('met', say('sledai.signed', values), {
      evidence: pointer === undefined ? present : [...present, pointer],
      flags,
    });
  }
  if (lower >= limit) {
    const counted = score.items.filter(({ state }) => state === 'present');
    return finding(
      'needs-investigator',
      say('sledai.provisional', { ...values, items: counted.map(({ item }) => title(item)) }),
      {
        evidence: [...present, ...evidenceOfItems(score, 'possible')],
        flags: ['SLEDAI_LOWER_BOUND_PROVISIONAL', ...staleFlags(score)],
      },
    );
  }
  if (upper < limit)
    return finding('not-met', say('sledai.cannot-reach', values), { evidence: evidenceOfItems(score, 'absent') });
  return undecided(limit, score, windowDays);
}

/** Why neither a total nor the bounds decide, and what would. */
function undecided(limit: number, score: Sledai, windowDays: number): Finding {
  const { lower, upper } = score;
  const shown = [...evidenceOfItems(score, 'present'), ...evidenceOfItems(score, 'possible')];
  return finding(
    'unknown',
    say('sledai.undecided', { lower, upper, limit, days: windowDays, why: whyNoTotal(score, limit) }),
    {
      evidence: [...totalsShown(score), ...shown],
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
  return say(id, { total: recorded.readings.map(({ asWritten }) => asWritten), limit });
}

/** An item's evidence, each piece under the item's name with its points and why it is not settled. */
function evidenceOfItems(score: Sledai, state: ScoredItem['state']): readonly Evidence[] {
  return score.items
    .filter((each) => each.state === state)
    .flatMap(({ item, evidence, why }) => {
      const label =
        why === undefined
          ? say('sledai.item', { item: title(item), points: item.weight })
          : say('sledai.item-why', { item: title(item), points: item.weight, why });
      return evidence.length === 0 ? [{ label }] : evidence.map((each) => ({ ...each, label }));
    });
}

/** A total settles everything; the results that are not there would tell more. */
function missingFrom(score: Sledai, windowDays: number): readonly Missing[] {
  const results = score.items
    .filter(({ item, state }) => state === 'unknown' && item.measured === true)
    .map(({ item }) => ({
      what: title(item),
      orders: ordersFor(item.id).map((coding) => ({ coding, windowDays })),
    }));
  return [{ what: say('sledai.record-total', { days: windowDays }), orders: [] }, ...results];
}
