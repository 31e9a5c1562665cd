// The product: which criteria of a protocol does this patient meet on this day?

import { signOfLupus } from '../facts/sle-diagnosis.ts';
import type { Screening } from '../facts/screening.ts';
import { indexRecord } from '../fhir/index-record.ts';
import type { Translate } from '../fhir/concept-reader.ts';
import type { Lexicon } from '../terminology/lexicon.ts';
import type { PatientRecord } from '../fhir/record.ts';
import { isoDay } from '../logic/calendar.ts';
import type { Evidence, Finding } from '../logic/finding.ts';
import type { Assessment, CriterionResult, CriterionType, Status } from './assessment.ts';
import { changesOf, onOtherDays, type Change } from './changes.ts';
import { engine } from './engine.ts';
import { evaluate, findingOf, leavesOf, decidingLeaves, type Leaf, type Outcome } from './evaluate.ts';
import type { Protocol } from './protocol.ts';
import { understand, type Patient } from './understand.ts';

type Answered<S> = {
  readonly id: string;
  readonly type: CriterionType;
  readonly outcome: Outcome<S>;
  readonly leaves: readonly Leaf<S>[];
};

/**
 * Assesses one patient against one protocol. Pure and synchronous: same input, same answer, whoever asks.
 * @param record what was sent or read, with the completeness of every search; never changed.
 * @param translate adds the standard codes to which the site mapped its own codes.
 * @param lexicon what terms mean, remembered from record to record; it changes no answer.
 */
export function assess<S>(
  protocol: Protocol<S>,
  record: PatientRecord,
  screening: Screening,
  translate?: Translate,
  lexicon?: Lexicon,
): Assessment {
  const index = indexRecord(record, screening.timeZone, translate, lexicon);
  return assessPatient(protocol, understand(index, screening));
}

/** The same for a patient who is already understood: facts are computed once for all protocols that ask. */
export function assessPatient<S>(protocol: Protocol<S>, patient: Patient): Assessment {
  const { record, screening } = patient;
  const answered = answersOf(protocol, patient);
  const on = onOtherDays(record, screening);
  const changes: Change[] = [];
  for (const each of answered)
    for (const change of changesOf(each, screening.date, protocol.settings, on)) changes.push(change);
  const criteria = answered.map((each) => resultOf(protocol, each));
  const state = [...(record.deceased ? ['DECEASED'] : []), ...(record.merged ? ['MERGED'] : [])];
  return {
    protocol: { id: protocol.id, version: protocol.version, digest: protocol.digest },
    engine,
    patient: record.reference,
    asOf: isoDay(screening.date),
    status: state.length > 0 ? 'ineligible' : statusOf(criteria),
    criteria,
    changes: changes.sort(byDate),
    orders: answered.flatMap(ordersOf),
    flags: flagsOf(answered, state),
    notYetReviewed: protocol.notYetReviewed,
    signOfLupus: signOfLupus(record),
  };
}

/** Every criterion of the protocol with its outcome, in the trial's order. */
export function answersOf<S>(protocol: Protocol<S>, patient: Patient): readonly Answered<S>[] {
  const answered: Answered<S>[] = [];
  const answer = (type: CriterionType, rules: Protocol<S>['inclusion']): void => {
    for (const id of Object.keys(rules)) {
      const rule = rules[id];
      if (rule === undefined) continue;
      const outcome = evaluate(rule, patient, protocol.settings);
      answered.push({ id, type, outcome, leaves: leavesOf(outcome) });
    }
  };
  answer('inclusion', protocol.inclusion);
  answer('exclusion', protocol.exclusion);
  return answered;
}

/** Ineligible if an inclusion is not met or an exclusion is; else open while anything is unknown; else only human steps remain. */
function statusOf(criteria: readonly CriterionResult[]): Status {
  const against = criteria.some(({ type, verdict }) => verdict === (type === 'inclusion' ? 'not-met' : 'met'));
  if (against) return 'ineligible';
  return criteria.some(({ verdict }) => verdict === 'unknown') ? 'potential-candidate' : 'candidate';
}

function resultOf<S>(protocol: Protocol<S>, { id, type, outcome, leaves }: Answered<S>): CriterionResult {
  const text = protocol.texts[id] ?? '';
  if ('finding' in outcome) return shown(id, type, text, outcome.finding, isConfidential(outcome), undefined);
  const parts = leaves.map((leaf) =>
    shown(leaf.criterion.id, type, leaf.criterion.text, leaf.finding, isConfidential(leaf), undefined),
  );
  return shown(id, type, text, findingOf(outcome), leaves.some(isConfidential), parts);
}

const isConfidential = <S>({ criterion }: Leaf<S>): boolean => criterion.confidential === true;

function shown(
  id: string,
  type: CriterionType,
  text: string,
  { verdict, reason, evidence, missing, ignored }: Finding,
  confidential: boolean,
  parts: readonly CriterionResult[] | undefined,
): CriterionResult {
  return {
    id,
    type,
    text,
    verdict,
    reason,
    evidence: sorted(evidence),
    missing,
    ignored: sorted(ignored),
    ...(confidential && { confidential }),
    ...(parts !== undefined && { parts }),
  };
}

/** What would settle the unknown criteria: the orders of the parts that left them open, each once. */
function ordersOf<S>({ outcome }: Answered<S>): Assessment['orders'] {
  if (outcome.verdict !== 'unknown') return none;
  const orders: Ordered[] = [];
  for (const { criterion, finding } of decidingLeaves(outcome))
    for (const missing of finding.missing)
      for (const { coding, windowDays } of missing.orders) {
        const order = { criterion: criterion.id, coding, window: windowDays };
        const known = orders.findIndex((each) => isSameOrder(each, order));
        if (known === -1) orders.push(order);
        else orders[known] = order;
      }
  return orders;
}

type Ordered = Assessment['orders'][number];

const isSameOrder = (a: Ordered, b: Ordered): boolean =>
  a.criterion === b.criterion && a.coding.code === b.coding.code && a.coding.system === b.coding.system;

const none: Assessment['orders'] = [];

/** Every flag of the parts and of the state of the record, each once. */
function flagsOf<S>(answered: readonly Answered<S>[], state: readonly string[]): readonly string[] {
  const flags = new Set(state);
  for (const { leaves } of answered)
    for (const { finding } of leaves) for (const flag of finding.flags) flags.add(flag);
  return [...flags].sort();
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byDate = (a: Change, b: Change): number => order(a.on, b.on);

/** By date, then reference; each piece once. */
function sorted(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length < 2) return evidence;
  const isNext = (each: Evidence, index: number, all: readonly Evidence[]): boolean => {
    const before = all[index - 1];
    return before === undefined || byPlace(before, each) < 0;
  };
  return evidence.every(isNext) ? evidence : evidence.toSorted(byPlace).filter(isNext);
}

/** What it says is compared only where date and reference are the same. */
function byPlace(a: Evidence, b: Evidence): number {
  const place = order(a.date ?? '', b.date ?? '');
  const within = place === 0 ? order(a.reference ?? '', b.reference ?? '') : place;
  if (within !== 0) return within;
  return a.label.id === b.label.id ? order(saying(a), saying(b)) : order(a.label.id, b.label.id);
}

const saying = ({ label, value }: Evidence): string => JSON.stringify([label, value]);
