// Which cancers, vaccines and other trials does the record speak of?

import { addMonths } from './days.ts';
import { monthsAgo } from './past-treatments.ts';
import type { Topic, World } from './world.ts';
import { decoyDiagnosis, diagnose, oneOf, type Ways } from './writers.ts';

const cancer: Ways = [
  ['icd10', 'C91.0', 'Acute lymphoblastic leukaemia'],
  ['icd10cm', 'C8190', 'Hodgkin lymphoma, unspecified'],
  ['icd10', 'C73', 'Malignant neoplasm of thyroid gland'],
  ['snomed', '363346000', 'Malignant neoplastic disease'],
  '急性淋巴细胞白血病',
];

export const malignancy: Topic = {
  usual: () => ({ E11: 'not-met' }),
  others: {
    'ever, whatever became of it': (world) => {
      diagnose(world, {
        code: oneOf(world, cancer),
        status: world.random.pick(['active', 'remission', 'resolved', 'inactive']),
        onsetAgo: 2000,
      });
      return { E11: 'met' };
    },
    'a personal history': (world) => {
      diagnose(world, {
        code: oneOf(world, [
          ['icd10', 'Z85.6', 'Personal history of leukaemia'],
          ['icd10cm', 'Z856', 'Personal history of leukemia'],
        ]),
      });
      return { E11: 'met' };
    },
    'in situ, borderline or suspected': (world) => {
      if (world.random.chance(0.5))
        diagnose(world, {
          code: oneOf(world, cancer),
          verified: world.random.pick(['provisional', 'differential', 'unconfirmed']),
        });
      else
        diagnose(world, {
          code: oneOf(world, [
            ['icd10', 'D03.9', 'Melanoma in situ, unspecified'],
            ['icd10', 'D39.1', 'Neoplasm of uncertain behaviour of ovary'],
          ]),
        });
      return { E11: 'needs-investigator' };
    },
    'benign, refuted, mistaken or of a relative': (world) => {
      decoyDiagnosis(world, cancer);
      diagnose(world, { code: oneOf(world, [['icd10', 'D18.0', 'Haemangioma, any site']]) });
      return { E11: 'not-met' };
    },
  },
};

const live: Ways = [
  ['cvx', '21', 'varicella virus vaccine'],
  ['cvx', '03', 'measles, mumps and rubella virus vaccine'],
  ['cvx', '149', 'influenza, live, intranasal, quadrivalent'],
  ['cvx', '169', 'Hep A, live attenuated-IM'],
  '水痘减毒活疫苗',
  '麻腮风联合减毒活疫苗',
  '乙型脑炎减毒活疫苗',
  '鼻喷流感减毒活疫苗',
];

const inactivated: Ways = [
  ['cvx', '10', 'poliovirus vaccine, inactivated'],
  ['cvx', '134', 'Japanese Encephalitis vaccine for intramuscular administration'],
  '流感病毒裂解疫苗',
  '重组乙型肝炎疫苗',
  '九价HPV疫苗',
];

const vaccinate = (world: World, ways: Ways, daysAgo: number, status = 'completed'): void => {
  world.chart.add('Immunization', {
    status,
    vaccineCode: oneOf(world, ways),
    occurrenceDateTime: world.chart.ago(daysAgo),
  });
};

export const vaccines: Topic = {
  usual: (world) => {
    vaccinate(world, inactivated, world.random.whole(0, 700));
    if (world.random.chance(0.4)) vaccinate(world, live, world.random.pick([29, 30, 400, 3000]));
    return { E9: 'not-met' };
  },
  others: {
    'live, around the limit': (world) => {
      const ago = world.random.pick([0, 27, 28, 29]);
      vaccinate(world, live, ago);
      return { E9: ago <= 28 ? 'met' : 'not-met' };
    },
    'live, but not given': (world) => {
      vaccinate(world, inactivated, 100);
      vaccinate(world, live, 5, world.random.pick(['not-done', 'entered-in-error']));
      return { E9: 'not-met' };
    },
    'nothing in 24 months': (world) => {
      const limit = monthsAgo(world, 24);
      const ago = world.random.pick([limit, limit + 1, 3000]);
      vaccinate(world, inactivated, ago);
      return { E9: ago <= limit ? 'not-met' : 'needs-investigator' };
    },
    'type unclear': (world) => {
      vaccinate(
        world,
        ['乙型脑炎疫苗', ['cvx', '129', 'Japanese Encephalitis vaccine, unspecified formulation']],
        world.random.pick([0, 28]),
      );
      return { E9: 'needs-investigator' };
    },
    'none on record': () => ({ E9: 'needs-investigator' }),
  },
};

function trial(
  world: World,
  {
    status = 'on-study',
    endAgo,
    category = 'Interventional',
    own = false,
  }: { status?: string; endAgo?: number; category?: string; own?: boolean },
): void {
  const study = world.chart.add('ResearchStudy', {
    status: 'active',
    title: own ? 'This study' : 'Another study',
    category: [{ text: category }],
    ...(own && { identifier: [{ system: 'https://clinicaltrials.gov', value: 'NCT06222853' }] }),
  });
  world.chart.add('ResearchSubject', {
    status,
    study: { reference: study },
    period: { start: world.chart.dateAgo(500), ...(endAgo !== undefined && { end: world.chart.dateAgo(endAgo) }) },
  });
}

export const otherTrial: Topic = {
  usual: () => ({ E12: 'needs-investigator' }),
  others: {
    'in another trial': (world) => {
      trial(world, {
        status: world.random.pick([
          'on-study',
          'on-study-intervention',
          'on-study-observation',
          'follow-up',
          'pending-on-study',
        ]),
      });
      return { E12: 'met' };
    },
    'left another trial': (world) => {
      // the three months before enrolment end with a planned infusion, where there is one.
      const three =
        world.plannedInfusion === undefined ? monthsAgo(world, 3) : world.asOf - addMonths(world.plannedInfusion, -3);
      const endAgo = world.random.pick([10, Math.max(0, three - 1), Math.max(0, three), Math.max(1, three + 1), 400]);
      trial(world, { status: world.random.pick(['off-study', 'withdrawn']), endAgo });
      return { E12: endAgo <= three ? 'met' : 'needs-investigator' };
    },
    'observational, this study, or only screened': (world) => {
      if (world.random.chance(0.5)) trial(world, { category: 'Observational' });
      if (world.random.chance(0.5)) trial(world, { own: true });
      trial(world, {
        status: world.random.pick([
          'candidate',
          'eligible',
          'ineligible',
          'screening',
          'potential-candidate',
          'not-registered',
        ]),
      });
      return { E12: 'needs-investigator' };
    },
  },
};
