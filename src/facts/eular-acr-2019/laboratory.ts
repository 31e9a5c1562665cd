// Which items of the 2019 EULAR/ACR criteria do laboratory and vital signs prove?

import { isAtLeast, isMoreThan } from '../../logic/interval.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import type { Reading } from '../../fhir/reading.ts';
import { evidenceOf } from '../results/latest.ts';
import { cytotoxicDrug, infection } from '../sledai-2k/guards.ts';
import { aboveRange, belowRange, lessThan, moreThan, positive, proteinuria, type Limit } from '../sledai-2k/limits.ts';
import type { ItemId } from './items.ts';
import { byResult, firstBeyond, firstResult, type Proof } from './proof.ts';

/** A proof with the measurements that may give it. */
type ByResults = { readonly names: readonly MeasurementName[]; readonly prove: Proof };

/** Days around a fever in which an infection explains it, and days before a low count in which a cytotoxic drug does. */
const febrileDays = 14;
const cytotoxicDays = 30;

const duringInfection = { guard: infection, daysBefore: febrileDays, daysAfter: febrileDays };
const underCytotoxics = { guard: cytotoxicDrug, daysBefore: cytotoxicDays, daysAfter: 0 };

/** Medium or high titre of anticardiolipin: more than 40 units; the mere word "positive" does not say how high. */
const above40Units: Limit = ({ amount }) => (amount === undefined ? 'unknown' : isMoreThan(amount, 40));

/** Proof by the first result beyond a limit. */
const beyond = (
  names: readonly MeasurementName[],
  limit: Limit,
  guarded?: Parameters<typeof firstBeyond>[3],
): ByResults => ({ names, prove: (context) => byResult(firstBeyond(names, limit, context, guarded)) });

/** The first of two proofs that holds. */
const either = (one: ByResults, other: ByResults): ByResults => ({
  names: [...one.names, ...other.names],
  prove: (context) => one.prove(context) ?? other.prove(context),
});

/** Two proofs that must both hold. */
const both = (one: ByResults, other: ByResults): ByResults => ({
  names: [...one.names, ...other.names],
  prove: (context) => {
    const [first, second] = [one.prove(context), other.prove(context)];
    return first === undefined || second === undefined ? undefined : [...first, ...second];
  },
});

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
const haemolysis: Proof = (context) => {
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
export const provenByResults: ReadonlyMap<ItemId, ByResults> = new Map<ItemId, ByResults>([
  ['fever', beyond(['temperature'], moreThan(38.3), duringInfection)],
  ['leukopenia', beyond(['WBC'], lessThan(4), underCytotoxics)],
  ['thrombocytopenia', beyond(['platelets'], lessThan(100), underCytotoxics)],
  ['autoimmune-haemolysis', { names: ['directCoombs', ...haemolysisSigns.map(([name]) => name)], prove: haemolysis }],
  ['joint-involvement', beyond(['swollenJointCount'], swollenJoints)],
  ['proteinuria', beyond(['urineProtein24h', 'UPCR'], proteinuria)],
  [
    'antiphospholipid',
    either(beyond(['anticardiolipin'], above40Units), beyond(['antiBeta2GP1', 'lupusAnticoagulant'], positive)),
  ],
  ['low-c3-or-c4', either(lowC3, lowC4)],
  ['low-c3-and-c4', both(lowC3, lowC4)],
  ['lupus-antibodies', beyond(['antiDsDNA', 'antiSm'], positive)],
]);

/** The measurements that may prove an item. */
export const provingMeasurements: readonly MeasurementName[] = [
  ...new Set([...provenByResults.values()].flatMap(({ names }) => names)),
];
