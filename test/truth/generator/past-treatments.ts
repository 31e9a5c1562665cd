// Was the patient treated with CAR-T cells, dialysis or a transplant, or does it only look so?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import { addMonths } from './days.ts';
import type { Topic, World } from './world.ts';
import { decoyDiagnosis, diagnose, oneOf, perform, type Ways } from './writers.ts';

const carT: Ways = ['CAR-T 回输', 'CAR-T cell infusion', '嵌合抗原受体T细胞(CAR-T)回输'];

const notDone = ['not-done', 'entered-in-error', 'preparation', 'on-hold'] as const;

export const previousCarT: Topic = {
  usual: () => ({ E1: 'not-met' }),
  others: {
    'an infusion': (world) => {
      perform(world, carT, world.random.pick([undefined, 30, 900]));
      return { E1: 'met' };
    },
    'a product that was given': (world) => {
      world.chart.add('MedicationAdministration', {
        status: 'completed',
        medicationCodeableConcept: world.random.pick<Json>([
          { text: 'tisagenlecleucel' },
          coded(systems.rxnorm, '1986438'),
          { text: '瑞基奥仑赛注射液' },
          { text: '阿基仑赛注射液' },
          coded(systems.atc, 'L01XL04'),
        ]),
        effectiveDateTime: world.chart.ago(400),
      });
      return { E1: 'met' };
    },
    'an infusion that was not': (world) => {
      perform(
        world,
        carT,
        200,
        world.random.pick([
          { status: world.random.pick(notDone) },
          { subject: { reference: 'Patient/somebody-else' } },
        ]),
      );
      return { E1: 'not-met' };
    },
  },
};

const dialysis: Ways = [
  ['snomed', '302497006', 'Hemodialysis'],
  ['snomed', '71192002', 'Peritoneal dialysis'],
  ['snomed', '714749008', 'Continuous renal replacement therapy'],
  '血液透析',
  '连续性肾脏替代治疗(CRRT)',
];

/** Days from the evaluation date back to the day so many calendar months earlier. */
export const monthsAgo = (world: World, months: number): number => world.asOf - addMonths(world.asOf, -months);

export const renalReplacement: Topic = {
  usual: () => ({ 'E3.RRT': 'not-met' }),
  others: {
    'a session around the limits': (world) => {
      const three = monthsAgo(world, 3);
      const edge = world.plannedInfusion === undefined ? three : world.asOf - addMonths(world.plannedInfusion, -3);
      const ago = world.random.pick([1, 59, 60, 61, three - 1, three, three + 1, edge - 1, edge, edge + 1, 400]);
      if (ago < 0) return { 'E3.RRT': 'not-met' };
      perform(world, dialysis, ago);
      // Dialysis of these days means no steady state.
      if (ago <= three + 1) world.facts.onDialysis = true;
      // 1.4-M: exact if a planned infusion date is entered.
      if (world.plannedInfusion !== undefined) return { 'E3.RRT': ago <= edge ? 'met' : 'not-met' };
      return { 'E3.RRT': ago <= 60 ? 'met' : ago <= three ? 'needs-investigator' : 'not-met' };
    },
    'going on': (world) => {
      perform(world, dialysis, undefined, {
        status: 'in-progress',
        performedPeriod: { start: world.chart.dateAgo(200) },
      });
      world.facts.onDialysis = true;
      return { 'E3.RRT': 'met' };
    },
    'plasma exchange or immunoadsorption is none': (world) => {
      perform(world, [['snomed', '20720000', 'Plasmapheresis'], '血浆置换', '免疫吸附'], 100);
      return { 'E3.RRT': 'not-met' };
    },
    'a session that was not': (world) => {
      perform(world, dialysis, 10, { status: world.random.pick(notDone) });
      return { 'E3.RRT': 'not-met' };
    },
  },
};

const transplant: Ways = [
  ['snomed', '70536003', 'Transplant of kidney'],
  ['snomed', '234336002', 'Hemopoietic stem cell transplant'],
  '肾移植术',
  '造血干细胞移植',
];

const graftVersusHost: Ways = [
  ['snomed', '234646005', 'Graft-versus-host disease'],
  ['icd10cm', 'D89.810', 'Acute graft-versus-host disease'],
];

export const transplanted: Topic = {
  usual: () => ({ E7: 'not-met' }),
  others: {
    'a transplant, ever': (world) => {
      if (world.random.chance(0.6)) perform(world, transplant, world.random.pick([undefined, 100, 2000]));
      else
        diagnose(world, {
          code: oneOf(world, [
            ['icd10', 'Z94.0', 'Kidney transplant status'],
            ['icd10', 'Z94.4', 'Liver transplant status'],
          ]),
        });
      return { E7: 'met' };
    },
    'cornea, skin or bone': (world) => {
      diagnose(world, {
        code: oneOf(world, [
          ['icd10', 'Z94.5', 'Skin transplant status'],
          ['icd10', 'Z94.6', 'Bone transplant status'],
          ['icd10', 'Z94.7', 'Corneal transplant status'],
        ]),
      });
      return { E7: 'needs-investigator' };
    },
    'graft-versus-host disease without a grade': (world) => {
      diagnose(world, { code: oneOf(world, graftVersusHost), onsetAgo: 5 });
      return { E7: 'needs-investigator' };
    },
    'graft-versus-host disease with its grade': (world) => {
      const text = world.random.pick([
        'Acute graft-versus-host disease, grade II',
        'Graft-versus-host disease grade 3',
        '急性移植物抗宿主病Ⅲ度',
      ]);
      diagnose(world, { code: { text }, onsetAgo: world.random.pick([3, 10]) });
      return { E7: 'met' };
    },
    'a transfusion, or a transplant that was not': (world) => {
      perform(world, [['snomed', '116859006', 'Transfusion of blood product'], '输血'], 60);
      perform(world, transplant, 300, { status: world.random.pick(notDone) });
      decoyDiagnosis(world, [['icd10', 'Z94.0', 'Kidney transplant status']]);
      return { E7: 'not-met' };
    },
  },
};
