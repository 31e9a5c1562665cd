// Which items of the 2019 EULAR/ACR criteria do laboratory and vital signs prove?

import type { Evidence } from '../../logic/finding.ts';
import { isAtLeast } from '../../logic/interval.ts';
import type { Reading } from '../../fhir/reading.ts';
import { evidenceOf } from '../latest.ts';
import { cytotoxicDrug, infection } from '../sledai-2k/guards.ts';
import { aboveRange, belowRange, lessThan, moreThan, positive, proteinuria, type Limit } from '../sledai-2k/limits.ts';
import type { ItemId } from './items.ts';
import { byResult, firstBeyond, pastReadings, type Context } from './proof.ts';

type Proof = (context: Context) => readonly Evidence[] | undefined;

/** Days around a fever in which an infection explains it, and days before a low count in which a cytotoxic drug does. */
const febrileDays = 14;
const cytotoxicDays = 30;

const duringInfection = { guard: infection, daysBefore: febrileDays, daysAfter: febrileDays };
const underCytotoxics = { guard: cytotoxicDrug, daysBefore: cytotoxicDays, daysAfter: 0 };

/** Medium or high titre of anticardiolipin: more than 40 units; the mere word "positive" does not say how high. */
const above40Units: Limit = (reading) => (reading.amount === undefined ? 'unknown' : moreThan(40)(reading));

/** Antiphospholipid antibodies. */
const antiphospholipid: Proof = (context) =>
  byResult(
    firstBeyond(['anticardiolipin'], above40Units, context) ??
      firstBeyond(['antiBeta2GP1', 'lupusAnticoagulant'], positive, context),
  );

/** Signs of haemolysis count within this many days of the positive direct Coombs test. */
const haemolysisDays = 30;

const near = (one: Reading, other: Reading): boolean =>
  one.when !== undefined &&
  other.when !== undefined &&
  Math.abs(one.when.from - other.when.to) <= haemolysisDays &&
  Math.abs(one.when.to - other.when.from) <= haemolysisDays;

/** A positive direct Coombs test with at least one sign of haemolysis. */
const autoimmuneHaemolysis: Proof = (context) => {
  const beyond = (name: string, limit: Limit): readonly Reading[] =>
    pastReadings(name, context).filter((each) => limit(each) === 'met');
  const signs = [
    ...['reticulocytes', 'bilirubinIndirect', 'LDH'].flatMap((name) => beyond(name, aboveRange)),
    ...beyond('haptoglobin', belowRange),
  ];
  for (const coombs of beyond('directCoombs', positive)) {
    const sign = signs.find((each) => near(each, coombs));
    if (sign !== undefined) return [evidenceOf(coombs), evidenceOf(sign)];
  }
  return undefined;
};

const lowC3 = (context: Context): Reading | undefined => firstBeyond(['C3'], belowRange, context);
const lowC4 = (context: Context): Reading | undefined => firstBeyond(['C4'], belowRange, context);

/** Swollen joints from which joint involvement counts. */
const synovitisJoints = 2;

/** Items that results prove, by their definitions. @source clinical specification, section 2 */
export const provenByResults: ReadonlyMap<ItemId, Proof> = new Map<ItemId, Proof>([
  ['fever', (context) => byResult(firstBeyond(['temperature'], moreThan(38.3), context, duringInfection))],
  ['leukopenia', (context) => byResult(firstBeyond(['WBC'], lessThan(4), context, underCytotoxics))],
  ['thrombocytopenia', (context) => byResult(firstBeyond(['platelets'], lessThan(100), context, underCytotoxics))],
  ['autoimmune-haemolysis', autoimmuneHaemolysis],
  [
    'joint-involvement',
    (context) =>
      byResult(
        pastReadings('swollenJointCount', context).find(
          ({ amount }) => amount !== undefined && isAtLeast(amount, synovitisJoints) === 'met',
        ),
      ),
  ],
  ['proteinuria', (context) => byResult(firstBeyond(['urineProtein24h', 'UPCR'], proteinuria, context))],
  ['antiphospholipid', antiphospholipid],
  ['low-c3-or-c4', (context) => byResult(lowC3(context) ?? lowC4(context))],
  [
    'low-c3-and-c4',
    (context) => {
      const [c3, c4] = [lowC3(context), lowC4(context)];
      return c3 === undefined || c4 === undefined ? undefined : [evidenceOf(c3), evidenceOf(c4)];
    },
  ],
  ['lupus-antibodies', (context) => byResult(firstBeyond(['antiDsDNA', 'antiSm'], positive, context))],
]);
