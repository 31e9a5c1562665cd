// Which record lies at the edge of each setting of activity and treatment (I2, I3)?

import type { Json } from '../../../../src/fhir/record.ts';
import { isoDay } from '../../../../src/logic/calendar.ts';
import { day, observation, textObservation } from '../../../builders.ts';
import { infusion, order } from '../../../facts/standard-treatment/lupus-drugs.ts';
import { ago, attested, prednisone, weighing } from '../../../facts/glucocorticoids/prednisone.ts';
import { total, withLower, withUpper } from '../../../facts/sledai-2k/builders.ts';
import { from, type Edge, type NumericSetting } from './edge.ts';

/** A course of so many days that ends today. */
const course = (days: number): Json => prednisone(45, days - 1, 0);
const weights = weighing(45);
const mycophenolate = order('吗替麦考酚酯胶囊', '2024-02-01', '2025-08-01');
const hcq = (from: number, to: number): Json => order('硫酸羟氯喹片', ago(from), ago(to));
const doses = (drug: string, days: number, count: number): readonly Json[] =>
  Array.from({ length: count }, (_, index) => infusion(drug, isoDay(day('2025-05-01') + index * days)));
const underSkin = (days: number): Json => {
  const timing = {
    repeat: { boundsPeriod: { start: ago(days + 9), end: ago(10) }, frequency: 1, period: 1, periodUnit: 'wk' },
  };
  return order('注射用泰它西普', ago(days + 9), ago(10), {
    dosageInstruction: [{ route: { text: '皮下注射' }, timing }],
  });
};
const lowComplementAndAntibodies = [
  observation('4485-9', 0.5, 'g/L', ago(4), withLower(0.9, 'g/L')),
  observation('5130-0', 180, '[IU]/mL', ago(4), withUpper(100, '[IU]/mL')),
];
export const treatmentEdges = {
  moderateActivityFrom: from('I2.activity', (steps) => [total(7 + steps, ago(4))], ['not-met', 'met']),
  arthritisJoints: from(
    'I3',
    (steps) => [...lowComplementAndAntibodies, textObservation('肿胀关节数', String(2 + steps), ago(4))],
    ['unknown', 'needs-investigator'],
  ),
  highDoseMgPerKgPerDay: from(
    'I2.glucocorticoid',
    (steps) => [prednisone(45 * (1 + steps / 10), 89, 0), ...weights, attested],
    ['not-met', 'met'],
    { step: 0.1 },
  ),
  highDoseDays: from('I2.glucocorticoid', (steps) => [course(90 + steps), ...weights], ['needs-investigator', 'met']),
  highDoseMonths: from(
    'I2.glucocorticoid',
    (steps) => [prednisone(45, 120, 32 - steps), ...weights],
    ['needs-investigator', 'met'],
    { changed: [4, 'needs-investigator'] },
  ),
  highDoseGapDays: {
    id: 'I2.glucocorticoid',
    at: (steps) => [course(45), prednisone(45, 45 + 7 + steps + 44, 45 + 7 + steps), ...weights],
    verdicts: ['met', 'met', 'needs-investigator'],
  },
  highDoseRecentDays: {
    id: 'I2.glucocorticoid',
    at: (steps) => [prednisone(45, 365 + steps + 99, 365 + steps), ...weights],
    verdicts: ['met', 'met', 'needs-investigator'],
  },
  highDoseNearDays: from('I2.glucocorticoid', (steps) => [course(84 + steps), ...weights, attested], [
    'not-met',
    'needs-investigator',
  ]),
  adequateDays: from('I2.hydroxychloroquine', (steps) => [hcq(99 + steps, 10)], ['needs-investigator', 'met']),
  adequateGapDays: {
    id: 'I2.hydroxychloroquine',
    at: (steps) => [hcq(44, 0), hcq(45 + 14 + steps + 44, 45 + 14 + steps)],
    verdicts: ['met', 'met', 'needs-investigator'],
  },
  adequateBiologicDays: from('I2.agents', (steps) => [mycophenolate, underSkin(84 + steps)], [
    'needs-investigator',
    'met',
  ]),
  cyclophosphamideMonthlyDoses: from('I2.agents', (steps) => [mycophenolate, ...doses('环磷酰胺', 28, 3 + steps)], [
    'needs-investigator',
    'met',
  ]),
  cyclophosphamideFortnightlyDoses: from('I2.agents', (steps) => [mycophenolate, ...doses('环磷酰胺', 14, 6 + steps)], [
    'needs-investigator',
    'met',
  ]),
  rituximabInfusions: from('I2.agents', (steps) => [mycophenolate, ...doses('利妥昔单抗', 14, 2 + steps)], [
    'needs-investigator',
    'met',
  ]),
} satisfies Partial<Record<NumericSetting, Edge>>;
