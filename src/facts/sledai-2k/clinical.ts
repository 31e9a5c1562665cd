// What do diagnoses, joint counts and points given alone say of the items of SLEDAI-2K that need an examination?

import { isAtLeast } from '../../logic/interval.ts';
import { keptBy } from '../../logic/lazy.ts';
import { say } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { evidenceOf, latest, measurementTitle } from '../results/latest.ts';
import { beganOf, mayHaveBeenPresent } from '../entry-time.ts';
import type { Screening } from '../screening.ts';
import { conditionEvidence, type Diagnosis } from '../sle-diagnosis.ts';
import { formsOf } from './form.ts';
import { knownOf, type Known } from './guards.ts';
import type { Item } from './items.ts';
import { unanswered, type ItemAnswer } from './laboratory.ts';

type Context = {
  readonly known: Known;
  readonly screening: Screening;
  readonly windowDays: number;
  /** Swollen joints from which arthritis counts. */
  readonly arthritisJoints: number;
};

/**
 * A diagnosis in the window makes an item possible and never proves it; points that were given to it alone decide it, and so does a
 * count of swollen joints arthritis.
 */
export function clinicalItem(item: Item, context: Context): ItemAnswer {
  const scored = scoredAlone(item, context);
  if (scored !== undefined) return scored;
  const counted = item.id === 'arthritis' ? swollenJoints(context) : undefined;
  if (counted !== undefined) return counted;
  const { known, screening, windowDays } = context;
  const named = known.record.once(diagnosesByItem)(item);
  const found = named.filter(({ entry }) => mayHaveBeenPresent(entry, screening.date - windowDays, screening.date));
  const [first] = found;
  if (first === undefined) return unanswered;
  const on = beganOf(first.entry)?.from;
  const evidence = found.map(({ entry }) => conditionEvidence(entry));
  const why = say('sledai.diagnosis-only');
  return { state: 'possible', evidence, why, turns: [], ...(on !== undefined && { on }) };
}

/** The diagnoses of a record that make an item possible, whatever the day. */
const diagnosesByItem = (record: IndexedRecord) => {
  const { diagnoses } = record.once(knownOf);
  return keptBy((item: Item) => diagnoses.filter((each) => names(each, item)));
};

const names = ({ meaning }: Diagnosis, item: Item): boolean =>
  item.diagnoses.some((set) => meaning.sets.has(set) || meaning.suspected.has(set));

/** The latest points of the item in a result of its own ("SLEDAI-2K arthritis: 4"); undefined without any that can be read. */
function scoredAlone({ id }: Item, { known, screening, windowDays }: Context): ItemAnswer | undefined {
  if (known.record.readings('SLEDAI-item').length === 0) return undefined;
  const found = latest(known.record, {
    names: ['SLEDAI-item'],
    what: measurementTitle('SLEDAI-item'),
    screening,
    windowDays,
    group: 'SLEDAI',
    orders: [],
    counting: ({ resource }) => formsOf(known.record)(resource).answers.has(id),
  });
  if (found.state === 'none') return undefined;
  const answers = new Set(found.readings.map(({ resource }) => formsOf(known.record)(resource).answers.get(id)));
  const [present] = answers;
  if (answers.size > 1 || present === undefined) return undefined;
  const on = Math.max(...found.readings.map(({ when }) => when.from));
  const evidence = found.readings.map((each) => evidenceOf(each));
  return { state: present ? 'present' : 'absent', evidence, turns: found.turns, on };
}

/** @source clinical specification, section 3, item 9: two joints or more by default, a setting of the protocol */
function swollenJoints({ known, screening, windowDays, arthritisJoints }: Context): ItemAnswer | undefined {
  if (known.record.readings('swollenJointCount').length === 0) return undefined;
  const what = measurementTitle('swollenJointCount');
  const question = { names: ['swollenJointCount'], what, screening, windowDays, group: 'SLEDAI', orders: [] };
  const found = latest(known.record, question);
  if (found.state === 'none') return undefined;
  const verdicts = new Set(
    found.readings.map(({ amount }) => (amount === undefined ? 'unknown' : isAtLeast(amount, arthritisJoints))),
  );
  const [verdict] = verdicts;
  if (verdicts.size > 1 || verdict !== 'met') return undefined;
  const on = Math.max(...found.readings.map(({ when }) => when?.from ?? -Infinity));
  return { state: 'present', evidence: found.readings.map((each) => evidenceOf(each)), turns: found.turns, on };
}
