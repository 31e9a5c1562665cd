// Which items of the 2019 EULAR/ACR criteria do laboratory and vital signs prove?

import type { Evidence } from '../../logic/finding.ts';
import { isAtLeast, isMoreThan } from '../../logic/interval.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import type { Reading } from '../../fhir/reading.ts';
import { evidenceOf } from '../latest.ts';
import { cytotoxicDrug, infection } from '../sledai-2k/guards.ts';
import { aboveRange, belowRange, lessThan, moreThan, positive, proteinuria, type Limit } from '../sledai-2k/limits.ts';
import type { ItemId } from './items.ts';
import { byResult, firstBeyond, firstResult, type Context } from './proof.ts';

type Proof = (context: Context) => readonly Evidence[] | undefined;

/** Days around a fever in which an infection explains it, and days before a low count in which a cytotoxic drug does. */
const febrileDays = 14;
const cytotoxicDays = 30;

const duringInfection = { guard: infection, daysBefore: febrileDays, daysAfter: febrileDays };
const underCytotoxics = { guard: cytotoxicDrug, daysBefore: cytotoxicDays, daysAfter: 0 };

/** Medium or high titre of anticardiolipin: more than 40 units; the mere word "positive" does not say how high. */
const above40Units: Limit = ({ amount }) => (amount === undefined ? 'unknown' : isMoreThan(amount, 40));

/** Proof by the first result beyond a limit. */
const beyond =
  (names: readonly MeasurementName[], limit: Limit, guarded?: Parameters<typeof firstBeyond>[3]): Proof =>
  (context) =>
    byResult(firstBeyond(names, limit, context, guarded));

/** The first of two proofs that holds. */
const either =
  (one: Proof, other: Proof): Proof =>
  (context) =>
    one(context) ?? other(context);

/** Signs of haemolysis count within this many days of the positive direct Coombs test. */
const haemolysisDays = 30;

const near = (one: Reading, other: Reading): boolean =>
  one.when !== undefined &&
  other.when !== undefined &&
  Math.abs(one.when.from - other.when.to) <= haemolysisDays &&
  Math.abs(one.when.to - other.when.from) <= haemolysisDays;

const haemolysisSigns: readonly (readonly [MeasurementName, Limit])[] = [
  ['reticulocytes', aboveRange],
  ['bilirubinIndirect', aboveRange],
  ['LDH', aboveRange],
  ['haptoglobin', belowRange],
];

/** A positive direct Coombs test with at least one sign of haemolysis. */
const autoimmuneHaemolysis: Proof = (context) => {
  const signOf = (coombs: Reading): Reading | undefined => {
    for (const [name, limit] of haemolysisSigns) {
      const sign = firstResult(name, context, (each) => limit(each) === 'met' && near(each, coombs));
      if (sign !== undefined) return sign;
    }
    return undefined;
  };
  const coombs = firstResult('directCoombs', context, (each) => positive(each) === 'met' && signOf(each) !== undefined);
  const sign = coombs === undefined ? undefined : signOf(coombs);
  return coombs === undefined || sign === undefined ? undefined : [evidenceOf(coombs), evidenceOf(sign)];
};

const lowC3 = beyond(['C3'], belowRange);
const lowC4 = beyond(['C4'], belowRange);

/** Swollen joints from which joint involvement counts. */
const synovitisJoints = 2;

const swollenJoints: Limit = ({ amount }) => (amount === undefined ? 'unknown' : isAtLeast(amount, synovitisJoints));

/** Items that results prove, by their definitions. @source clinical specification, section 2 */
export const provenByResults: ReadonlyMap<ItemId, Proof> = new Map<ItemId, Proof>([
  ['fever', beyond(['temperature'], moreThan(38.3), duringInfection)],
  ['leukopenia', beyond(['WBC'], lessThan(4), underCytotoxics)],
  ['thrombocytopenia', beyond(['platelets'], lessThan(100), underCytotoxics)],
  ['autoimmune-haemolysis', autoimmuneHaemolysis],
  ['joint-involvement', beyond(['swollenJointCount'], swollenJoints)],
  ['proteinuria', beyond(['urineProtein24h', 'UPCR'], proteinuria)],
  [
    'antiphospholipid',
    either(beyond(['anticardiolipin'], above40Units), beyond(['antiBeta2GP1', 'lupusAnticoagulant'], positive)),
  ],
  ['low-c3-or-c4', either(lowC3, lowC4)],
  [
    'low-c3-and-c4',
    (context) => {
      const [c3, c4] = [lowC3(context), lowC4(context)];
      return c3 === undefined || c4 === undefined ? undefined : [...c3, ...c4];
    },
  ],
  ['lupus-antibodies', beyond(['antiDsDNA', 'antiSm'], positive)],
]);

/** The measurements that may prove an item. */
export const provingMeasurements: readonly MeasurementName[] = [
  'temperature',
  'WBC',
  'platelets',
  'directCoombs',
  ...haemolysisSigns.map(([name]) => name),
  'swollenJointCount',
  'urineProtein24h',
  'UPCR',
  'anticardiolipin',
  'antiBeta2GP1',
  'lupusAnticoagulant',
  'C3',
  'C4',
  'antiDsDNA',
  'antiSm',
];
