// Is a glucocorticoid or immunosuppressant given for another disease than lupus?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import { dailyDose } from './doses.ts';
import { give } from './drugs.ts';
import { count, type Steroid } from './steroids.ts';
import { either, type Expected } from './verdicts.ts';
import type { Topic } from './world.ts';
import { decoyDiagnosis, diagnose, oneOf, type Ways } from './writers.ts';

const cortisone: Steroid = {
  en: 'cortisone',
  zh: '醋酸可的松片',
  rxnorm: '2878',
  atc: 'H02AB10',
  route: 'oral',
  factor: 0.2,
};

const asthma: readonly Json[] = [
  coded(systems.icd10, 'J45.9', 'Asthma, unspecified'),
  { text: 'severe asthma' },
  { text: '支气管哮喘' },
];

const bowel: Ways = [
  ['icd10', 'K50.9', "Crohn's disease, unspecified"],
  ['icd10cm', 'K51.90', 'Ulcerative colitis, unspecified'],
  '克罗恩病',
];

export const otherDisease: Topic = {
  usual: () => ({ E5: 'not-met' }),
  others: {
    'a glucocorticoid for asthma': (world) => {
      const endAgo = world.random.pick([0, 20, 200]);
      const days = world.random.pick([5, 27, 28, 60]);
      give(world, {
        drug: cortisone,
        startAgo: endAgo + days - 1,
        endAgo,
        dosage: dailyDose(world, 25),
        reason: world.random.pick(asthma),
      });
      count(world, cortisone, 'MedicationRequest', endAgo + days - 1, endAgo, { low: 5, high: 5 });
      const answer: Expected = days >= 28 ? 'met' : endAgo === 0 ? ['met', 'not-met'] : 'not-met';
      return { E5: answer };
    },
    'a disease that is usually so treated': (world) => {
      diagnose(world, { code: oneOf(world, bowel), onsetAgo: 2000 });
      const running = world.facts.courses.filter((each) => each.endAgo === 0);
      const unclear = running.filter((each) => each.reason === undefined);
      if (unclear.some((each) => each.doubtful !== true)) return { E5: 'needs-investigator' };
      // Without any such drug now a reader may hold either; all of them for lupus settle it.
      return { E5: running.length === 0 || unclear.length > 0 ? either('needs-investigator', 'not-met') : 'not-met' };
    },
    'diseases that belong to lupus or need no such drug': (world) => {
      diagnose(world, {
        code: oneOf(world, [
          ['snomed', '61582004', 'Allergic rhinitis'],
          ['icd10', 'J30.4', 'Allergic rhinitis, unspecified'],
        ]),
        onsetAgo: 900,
      });
      decoyDiagnosis(world, bowel);
      if (world.random.chance(0.5)) diagnose(world, { code: oneOf(world, bowel), status: 'resolved', onsetAgo: 3000 });
      return { E5: 'not-met' };
    },
  },
};
