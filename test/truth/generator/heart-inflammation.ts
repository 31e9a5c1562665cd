// Is there fluid around the heart, or an inflammation of its muscle?

import { either } from './verdicts.ts';
import type { Topic } from './world.ts';
import { decoyDiagnosis, diagnose, oneOf, type Ways } from './writers.ts';

export const effusion: Topic = {
  usual: () => ({ 'E4.effusion': 'not-met' }),
  others: {
    'moderate or large': (world) => {
      diagnose(world, {
        code: {
          text: world.random.pick([
            '大量心包积液',
            '中量心包积液',
            'Large pericardial effusion',
            'Moderate pericardial effusion',
          ]),
        },
        onsetAgo: 10,
      });
      world.facts.points.push({ domain: 'serosal', points: 5, clinical: true, sure: false });
      return { 'E4.effusion': 'met' };
    },
    'small or without a grade': (world) => {
      diagnose(world, {
        code: {
          text: world.random.pick(['少量心包积液', '心包积液', 'Small pericardial effusion', 'Pericardial effusion']),
        },
        onsetAgo: 10,
      });
      world.facts.points.push({ domain: 'serosal', points: 5, clinical: true, sure: false });
      return { 'E4.effusion': 'needs-investigator' };
    },
    'over, or mistaken': (world) => {
      if (world.random.chance(0.5)) {
        diagnose(world, { code: { text: '大量心包积液' }, status: 'resolved', onsetAgo: 700 });
        world.facts.points.push({ domain: 'serosal', points: 5, clinical: true, sure: false });
      } else decoyDiagnosis(world, ['Large pericardial effusion']);
      return { 'E4.effusion': 'not-met' };
    },
  },
};

const myocarditisCodes: Ways = [
  ['snomed', '50920009', 'Myocarditis'],
  ['chinese', 'I40.900', '急性心肌炎'],
  ['icd10', 'I40.9', 'Acute myocarditis, unspecified'],
];

export const myocarditis: Topic = {
  usual: () => ({ 'E4.myocarditis': 'not-met' }),
  others: {
    present: (world) => {
      diagnose(world, { code: oneOf(world, myocarditisCodes), onsetAgo: 10 });
      // Drugs given since then may be its treatment: a reader may take either view.
      const treated =
        world.facts.vasopressor ||
        world.facts.courses.some((each) => each.endAgo <= 10) ||
        world.facts.interventions.some((each) => each.daysAgo <= 10);
      return { 'E4.myocarditis': treated ? either('met', 'needs-investigator') : 'needs-investigator' };
    },
    'over, refuted, mistaken or of a relative': (world) => {
      if (world.random.chance(0.5))
        diagnose(world, { code: oneOf(world, myocarditisCodes), status: 'resolved', onsetAgo: 800 });
      else decoyDiagnosis(world, myocarditisCodes);
      return { 'E4.myocarditis': 'not-met' };
    },
  },
};
