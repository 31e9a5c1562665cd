// Which results and vaccines decide the exclusions E8 and E9, and what is the answer without them?

import type { Json } from '../../../../src/fhir/record.ts';
import { observation, textObservation } from '../../../builders.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { history, tested, worded } from './kinds.ts';
import type { Row } from './row.ts';

const result = (name: string, value: string, daysAgo = 4): Json => textObservation(name, value, ago(daysAgo));
const load = (loinc: string, unit: string, date: string): Json =>
  observation(loinc, 21, unit, date, { referenceRange: [{ high: { value: 20, code: '[IU]/mL' } }] });
const immunization = (code: string, daysAgo: number): Json => ({
  resourceType: 'Immunization',
  status: 'completed',
  vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code }] },
  occurrenceDateTime: ago(daysAgo),
});

/** A virus that excludes by serology and load together: each beside the other. A confirmed positive persists whatever its age. */
const virus = (id: string, antibody: string, loinc: string): readonly Row[] => [
  tested(
    id,
    `viral load above its reference beside a positive ${antibody}`,
    (on) => load(loinc, '[IU]/mL', on),
    ['met', 30],
    load(loinc, 'furlong', ago(4)),
    { beside: [result(antibody, '阳性(+)')] },
  ),
  worded(id, antibody, '阳性(+)', ['met'], { age: 3000, beside: [load(loinc, '[IU]/mL', ago(4))] }),
];

const [surface, core] = ['乙肝表面抗原(HBsAg)', '乙肝核心抗体(HBcAb)'] as const;

export const infectionRows: readonly Row[] = [
  ...virus('E8.HBV', surface, '42595-9'),
  {
    id: 'E8.HBV',
    datum: 'negative HBsAg and HBcAb',
    by: (daysAgo) => [result(surface, '阴性(-)', daysAgo), result(core, '阴性(-)', daysAgo)],
    decides: 'not-met',
    absent: 'unknown',
    window: [90, 'unknown'],
    unreadable: ['words nobody knows', [result(surface, '见报告'), result(core, '见报告')]],
  },
  ...virus('E8.HCV', '丙肝抗体', '11011-4'),
  worded('E8.HCV', '丙肝抗体', '阴性(-)', ['not-met', 90]),
  worded('E8.HIV', 'HIV抗体确证试验', '阳性(+)', ['met'], { age: 3000 }),
  worded('E8.HIV', 'HIV抗体', '阴性(-)', ['not-met', 90]),
  worded('E8.syphilis', '梅毒螺旋体抗体(TPPA)', '阳性(+)', ['met'], { age: 3000 }),
  worded('E8.syphilis', '梅毒螺旋体抗体(TPPA)', '阴性(-)', ['not-met', 90]),
  worded('E8.CMV', '血浆巨细胞病毒DNA', '阳性(+)', ['met', 30]),
  worded('E8.CMV', '血浆巨细胞病毒DNA', '阴性(-)', ['not-met', 30]),
  history('E9', 'varicella vaccine beside an inactivated one', (daysAgo) => [immunization('21', daysAgo)], undefined, {
    beside: [immunization('150', 229)],
    window: [28, 'not-met'],
  }),
  history(
    'E9',
    'an inactivated vaccine, which shows that vaccinations are recorded here',
    (daysAgo) => [immunization('150', daysAgo)],
    ['not-met', 'needs-investigator'],
    { window: [730, 'needs-investigator'] },
  ),
];
