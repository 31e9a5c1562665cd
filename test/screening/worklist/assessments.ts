// Assessments for tests of the list: the JSON that `toJson` makes, with verdicts as wanted.

import type { Status } from '../../../src/eligibility/assessment.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { say, type Message } from '../../../src/logic/message.ts';

export type Wanted = Partial<Record<string, Verdict>>;

const inclusion = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7'];
const exclusion = Array.from({ length: 13 }, (_none, index) => `E${String(index + 1)}`);
const byHand = new Set(['I5', 'I7', 'E13']);

/** I4 has two parts; I6 is confidential. */
const partsOf: Readonly<Record<string, readonly string[]>> = {
  I4: ['I4.LVEF', 'I4.ALT'],
  I6: ['I6.test', 'I6.contraception'],
};

const reasons: Readonly<Record<string, Message>> = {
  I1: say('age.met', { age: 12, from: 5, to: 18 }),
  I7: say('human.consent'),
};

const printed = ({ id }: Message): string => id;

function one(id: string, verdict: Verdict, more: object = {}) {
  const reason = reasons[id] ?? verdictReason(id, verdict);
  const missing = verdict === 'unknown' ? [say('age.full-birth-date')] : [];
  return {
    id,
    type: id.startsWith('I') ? 'inclusion' : 'exclusion',
    verdict,
    reason: printed(reason),
    reasonMessage: reason,
    evidence: [],
    ignored: [],
    missing: missing.map(printed),
    missingMessages: missing,
    ...more,
  };
}

const verdictReason = (id: string, verdict: Verdict): Message =>
  id === 'E12' && verdict === 'met'
    ? say('trials.taking-part', { study: 'Another study' })
    : say(verdict === 'needs-investigator' ? 'human.other-reason' : 'history.none');

const statusOf = (against: boolean, unknown: boolean): Status =>
  against ? 'ineligible' : unknown ? 'potential-candidate' : 'candidate';

/** A patient of whom only the human steps are open, but for what is wanted otherwise: `{ 'I4.ALT': 'unknown' }`. */
export function assessed(wanted: Wanted = {}, more: object = {}) {
  const usual = (id: string): Verdict =>
    byHand.has(id) ? 'needs-investigator' : id.startsWith('I') ? 'met' : 'not-met';
  const verdictOf = (id: string): Verdict => wanted[id] ?? usual(id);
  const criteria = [...inclusion, ...exclusion].map((id) => {
    const parts = (partsOf[id] ?? []).map((part) => one(part, verdictOf(part)));
    const order: readonly Verdict[] = ['not-met', 'unknown', 'needs-investigator', 'met'];
    const combined = order.find((verdict) => parts.some((part) => part.verdict === verdict));
    return one(id, combined ?? verdictOf(id), {
      ...(parts.length > 0 && { parts }),
      ...(id === 'I6' && { confidential: true }),
    });
  });
  const against = criteria.some(({ type, verdict }) => verdict === (type === 'inclusion' ? 'not-met' : 'met'));
  const unknown = criteria.some(({ verdict }) => verdict === 'unknown');
  return {
    protocol: { id: 'NCT06222853', version: '5to18', digest: 'protocol-digest' },
    engine: { version: '0.1.0', digest: 'engine-digest' },
    patient: 'Patient/123',
    asOf: '2026-06-01',
    status: statusOf(against, unknown),
    criteria,
    changes: [],
    orders: [],
    flags: [],
    notYetReviewed: [],
    ...more,
  };
}
