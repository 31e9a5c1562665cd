import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/eligibility/understand.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { sleByEularAcr2019 } from '../../../src/protocols/nct06222853-5to18/i2-classification.ts';
import { moderateToSevereActivity } from '../../../src/protocols/nct06222853-5to18/i2-activity.ts';
import { sledai2kAtLeast8 } from '../../../src/protocols/nct06222853-5to18/i3-sledai-2k.ts';
import { defaults, type Settings } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { observation, recordOf, screeningOn, textObservation } from '../../builders.ts';
import { diagnosis, total, withLower, withUpper } from '../../facts/sledai-2k/builders.ts';

const criteria = {
  I3: sledai2kAtLeast8,
  'I2.activity': moderateToSevereActivity,
  'I2.classification': sleByEularAcr2019,
};

function verdictOf(id: keyof typeof criteria, resources: readonly Json[], settings: Settings = defaults): string {
  const patient = understand(recordOf(resources), screeningOn('2026-06-01'));
  return criteria[id].assess(patient, patient.screening, settings).verdict;
}

/** A boy whose chart holds no score, only results that give 8 points. */
const onlyResults: readonly Json[] = [
  textObservation('24小时尿蛋白定量', '0.9 g/24h', '2026-05-20'),
  observation('4485-9', 0.5, 'g/L', '2026-05-20', withLower(0.9, 'g/L')),
  observation('5130-0', 180, '[IU]/mL', '2026-05-20', withUpper(100, '[IU]/mL')),
];

const points = (name: string, value: number): Json => ({
  ...textObservation(name, '', '2026-05-25'),
  valueString: undefined,
  valueInteger: value,
});
const domain = '2019 EULAR/ACR renal domain score';
const classified = [textObservation('抗核抗体', '1:640 (+)', '2023-03-18'), diagnosis('系统性红斑狼疮')];

describe('the three criteria that rest on the lupus scores', () => {
  test.each([
    ['I3', 'met', 'SLEDAI-2K 8', [total(8, '2026-05-28')]],
    ['I3', 'not-met', 'SLEDAI-2K 7', [total(7, '2026-05-28')]],
    ['I2.activity', 'met', 'SLEDAI-2K 7', [total(7, '2026-05-28')]],
    ['I2.activity', 'not-met', 'SLEDAI-2K 6', [total(6, '2026-05-28')]],
    ['I3', 'needs-investigator', 'results of 8 points', onlyResults],
    ['I2.activity', 'needs-investigator', 'results of 8 points', onlyResults],
    ['I3', 'unknown', 'a score twelve weeks old', [total(14, '2026-03-09')]],
    ['I2.activity', 'unknown', 'a score twelve weeks old', [total(14, '2026-03-09')]],
    [
      'I3',
      'met',
      'a total written 12 (…)',
      [textObservation('SLEDAI-2K评分', '12分（蛋白尿4，血尿4，皮疹4）', '2026-05-28')],
    ],
    ['I3', 'unknown', 'a total written as a sum', [textObservation('SLEDAI-2K评分', '4+4+2=10', '2026-05-28')]],
    ['I3', 'unknown', 'two totals in one value', [textObservation('SLEDAI-2K评分', '12;6', '2026-05-28')]],
    ['I3', 'unknown', 'a total of MEX-SLEDAI', [textObservation('MEX-SLEDAI', '9', '2026-05-28')]],
    [
      'I3',
      'met',
      'points of arthritis alone after a total',
      [total(14, '2026-05-20'), points('SLEDAI-2K arthritis', 4)],
    ],
    ['I3', 'unknown', 'points of arthritis alone', [points('SLEDAI-2K 关节炎', 4)]],
    ['I3', 'needs-investigator', 'points of vasculitis alone', [points('SLEDAI-2K vasculitis', 8)]],
    ['I2.classification', 'needs-investigator', 'points of one domain alone', [...classified, points(domain, 10)]],
    ['I3', 'unknown', 'a change of SLEDAI', [textObservation('SLEDAI change', '9', '2026-05-28')]],
    ['I2.classification', 'needs-investigator', 'a diagnosis alone', [diagnosis('SLE')]],
    [
      'I2.classification',
      'met',
      'the same results with antibodies and a diagnosis',
      [...onlyResults, textObservation('抗核抗体', '1:640 (+)', '2023-03-18'), diagnosis('系统性红斑狼疮')],
    ],
  ] as const)('%s is %s: %s', (id, verdict, _, resources) => {
    expect(verdictOf(id, resources)).toBe(verdict);
  });

  test('window and limit of activity are settings', () => {
    expect(verdictOf('I3', [total(14, '2026-03-09')], { ...defaults, activityWindowDays: 90 })).toBe('met');
    expect(verdictOf('I2.activity', [total(7, '2026-05-28')], { ...defaults, moderateActivityFrom: 8 })).toBe(
      'not-met',
    );
  });

  test('the number of swollen joints that make arthritis is a setting', () => {
    const joints = [...onlyResults.slice(1), textObservation('肿胀关节数', '2', '2026-05-20')];
    expect(verdictOf('I3', joints)).toBe('needs-investigator');
    expect(verdictOf('I3', joints, { ...defaults, arthritisJoints: 3 })).toBe('unknown');
  });
});
