// Laws 1 and 6 for infections, vaccines, pregnancy, other trials and age, over records put together at random.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { searchOfType } from '../../src/fhir/searches.ts';
import type { Json } from '../../src/fhir/record.ts';
import { activeInfection } from '../../src/protocols/nct06222853-5to18/e6-infection.ts';
import { cytomegalovirus } from '../../src/protocols/nct06222853-5to18/e8-cytomegalovirus.ts';
import { hepatitisB } from '../../src/protocols/nct06222853-5to18/e8-hepatitis-b.ts';
import { hepatitisC } from '../../src/protocols/nct06222853-5to18/e8-hepatitis-c.ts';
import { humanImmunodeficiencyVirus } from '../../src/protocols/nct06222853-5to18/e8-hiv.ts';
import { syphilis } from '../../src/protocols/nct06222853-5to18/e8-syphilis.ts';
import { liveVaccine } from '../../src/protocols/nct06222853-5to18/e9-live-vaccine.ts';
import { positiveBloodPregnancyTest } from '../../src/protocols/nct06222853-5to18/e10-pregnancy.ts';
import { otherTrial } from '../../src/protocols/nct06222853-5to18/e12-other-trial.ts';
import { ageFrom5To18 } from '../../src/protocols/nct06222853-5to18/i1-age.ts';
import { agreesToContraception } from '../../src/protocols/nct06222853-5to18/i6-contraception.ts';
import { negativePregnancyTest } from '../../src/protocols/nct06222853-5to18/i6-pregnancy-test.ts';
import { ask, type Asked } from '../ask.ts';
import { textObservation } from '../builders.ts';

const criteria = [
  ageFrom5To18,
  negativePregnancyTest,
  agreesToContraception,
  activeInfection,
  hepatitisB,
  hepatitisC,
  humanImmunodeficiencyVirus,
  syphilis,
  cytomegalovirus,
  liveVaccine,
  positiveBloodPregnancyTest,
  otherTrial,
];

const runs = Number(process.env['LAW_RUNS'] ?? 300);
const days = [
  '2026-06-02',
  '2026-05-31',
  '2026-05-20',
  '2026-05-04',
  '2026-05-03',
  '2026-05',
  '2026-03-03',
  '2026-02-01',
  '2019-01-01',
];
const tests = [
  '乙肝表面抗原',
  '乙肝核心抗体',
  '乙肝病毒DNA',
  '丙肝抗体',
  '丙肝RNA',
  'HIV抗体',
  'HIV抗体确证试验',
  'HIV RNA',
  'TPPA',
  'RPR',
  'CMV DNA',
  '尿巨细胞病毒DNA',
  '血HCG',
  '尿HCG',
  'HCG',
];
const aTest = fc
  .tuple(
    fc.constantFrom(...tests),
    fc.constantFrom('阳性', '阴性', '弱阳性', '见报告', '未检出'),
    fc.constantFrom(...days),
    fc.constantFrom('final', 'final', 'preliminary'),
  )
  .map(([name, value, day, status]) => textObservation(name, value, day, { status }));
const aMenarche = fc
  .tuple(fc.constantFrom('已初潮', '未初潮', '不详'), fc.constantFrom(...days))
  .map(([value, day]) => textObservation('月经初潮状态', value, day));
const aCondition = fc
  .tuple(
    fc.constantFrom(
      '肺炎',
      '脓毒症',
      '慢性乙型肝炎',
      '慢性丙型肝炎',
      'HIV感染',
      '梅毒',
      '妊娠',
      '潜伏性结核感染',
      '活动性肺结核',
    ),
    fc.constantFrom('active', 'resolved', undefined),
    fc.constantFrom('confirmed', 'provisional', 'refuted'),
    fc.constantFrom(...days, undefined),
  )
  .map(([text, clinical, verification, onsetDateTime]): Json => ({
    resourceType: 'Condition',
    code: { text },
    ...(clinical !== undefined && { clinicalStatus: { coding: [{ code: clinical }] } }),
    verificationStatus: { coding: [{ code: verification }] },
    ...(onsetDateTime !== undefined && { onsetDateTime }),
  }));
const aDrug = fc
  .tuple(
    fc.constantFrom('注射用头孢曲松钠', '异烟肼片', '复方磺胺甲噁唑片', '恩替卡韦分散片', '静注人免疫球蛋白'),
    fc.constantFrom(...days),
    fc.constantFrom('MedicationAdministration', 'MedicationRequest', 'MedicationStatement'),
    fc.constantFrom(undefined, '肺炎', '预防用药'),
    fc.constantFrom('active', 'completed'),
  )
  .map(([text, day, resourceType, reason, status]): Json => ({
    resourceType,
    status: resourceType === 'MedicationAdministration' ? 'completed' : status,
    intent: 'order',
    medicationCodeableConcept: { text },
    ...(resourceType === 'MedicationRequest' ? { authoredOn: day } : { effectiveDateTime: day }),
    ...(reason !== undefined && { reasonCode: [{ text: reason }] }),
  }));
const aVaccine = fc
  .tuple(fc.constantFrom('水痘减毒活疫苗', '流感病毒裂解疫苗', '乙脑疫苗'), fc.constantFrom(...days, undefined))
  .map(([text, occurrenceDateTime]): Json => ({
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: { text },
    ...(occurrenceDateTime !== undefined && { occurrenceDateTime }),
  }));
const aTrial = fc
  .tuple(
    fc.constantFrom('on-study', 'off-study', 'candidate'),
    fc.constantFrom(...days, undefined),
    fc.constantFrom('A randomised trial', 'A registry', 'NCT06222853'),
  )
  .map(([status, end, display]): Json => ({
    resourceType: 'ResearchSubject',
    status,
    study: { display },
    period: { ...(end !== undefined && { end }) },
  }));
const aSterilisation = fc.constant<Json>({
  resourceType: 'Procedure',
  status: 'completed',
  code: { text: '子宫切除术' },
});

const someResources = fc.array(
  fc.oneof({ weight: 6, arbitrary: aTest }, aMenarche, aCondition, aDrug, aVaccine, aTrial, {
    weight: 1,
    arbitrary: aSterilisation,
  }),
  { maxLength: 9 },
);
const aPatient = fc.record({
  gender: fc.constantFrom('female', 'female', 'male', 'other'),
  birthDate: fc.constantFrom('2012-03-15', '2016-02-01', '2019-05-01', '2007', '2021-06-02'),
});

const named = (resources: readonly Json[]): readonly Json[] =>
  resources.map((each, index) => ({ id: `n${String(index)}`, ...each }));
const verdicts = (resources: readonly Json[], asked: Asked) =>
  criteria.map((criterion) => [criterion.id, ask(criterion, resources, asked).verdict] as const);

describe('over random records', () => {
  it('losing data makes no answer certain that was not the same before', () => {
    const indices = fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(aPatient, someResources, indices, (patient, all, lost) => {
        const resources = named(all);
        const gone = resources.filter((_, index) => lost.includes(index));
        const searches = gone.flatMap((each) => searchOfType(String(each['resourceType']))?.name ?? []);
        const partial = { state: 'partial', reason: 'cut off' } as const;
        const retrieved = Object.fromEntries(searches.map((name) => [name, partial]));
        const before = verdicts(resources, { patient });
        const after = verdicts(
          resources.filter((each) => !gone.includes(each)),
          { patient, retrieved },
        );
        const certain = after.filter(([, verdict]) => verdict === 'met' || verdict === 'not-met');
        const same = before.filter(([id]) => certain.some(([other]) => other === id));
        expect(certain).toEqual(same);
      }),
      { numRuns: runs },
    );
  });

  it('neither order nor duplication matters', () => {
    fc.assert(
      fc.property(aPatient, someResources, (patient, all) => {
        const resources = named(all);
        const turned = [...resources.toReversed(), ...resources];
        expect(verdicts(turned, { patient })).toEqual(verdicts(resources, { patient }));
      }),
      { numRuns: runs },
    );
  });

  it('every unknown names what is missing', () => {
    fc.assert(
      fc.property(aPatient, someResources, (patient, all) => {
        const found = criteria.map((criterion) => ask(criterion, named(all), { patient }));
        const silent = found.filter(({ verdict, missing }) => verdict === 'unknown' && missing.length === 0);
        expect(silent).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('an answer changes only on a day that it named', () => {
    const midnight = (ahead: number) => Date.UTC(2026, 5, 1 + ahead);
    const isoOf = (ahead: number) => new Date(midnight(ahead)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(aPatient, someResources, fc.integer({ min: 1, max: 30 }), (patient, all, ahead) => {
        const resources = named(all);
        const surprises = criteria.filter((criterion) => {
          const today = ask(criterion, resources, { patient, asOf: isoOf(ahead - 1) });
          const tomorrow = ask(criterion, resources, { patient, asOf: isoOf(ahead) });
          const announced = today.turns.some(({ on }) => on * 86_400_000 === midnight(ahead));
          return today.verdict !== tomorrow.verdict && !announced;
        });
        expect(surprises.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
