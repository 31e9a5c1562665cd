// Can she be pregnant, and does a test say whether she is?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import { either, type Claims, type Expected } from './verdicts.ts';
import type { Topic, World } from './world.ts';
import { measure, presence, type Test } from './writers.ts';

const blood: Test = {
  loinc: ['2118-8', '2110-5'],
  en: 'Choriogonadotropin (pregnancy test) [Presence] in Serum or Plasma',
  zh: '血HCG(妊娠试验)',
};
const urine: Test = {
  loinc: ['2106-3'],
  en: 'Choriogonadotropin (pregnancy test) [Presence] in Urine',
  zh: '尿妊娠试验(尿HCG)',
};
const amount: Test = {
  loinc: ['19080-1', '21198-7'],
  en: 'Choriogonadotropin [Units/volume] in Serum or Plasma',
  units: [
    ['[IU]/L', 1],
    ['m[IU]/mL', 1],
  ],
};

function menarche(world: World, state: 'pre' | 'post', daysAgo: number): void {
  const { random, chart } = world;
  if (state === 'post' && random.chance(0.3)) {
    chart.add('Observation', {
      status: 'final',
      code: coded(systems.loinc, '42798-9', 'Age at menarche'),
      effectiveDateTime: chart.ago(daysAgo),
      valueQuantity: { value: 10, unit: 'a', system: systems.ucum, code: 'a' },
    });
    return;
  }
  chart.add('Observation', {
    status: 'final',
    code: random.pick<Json>([
      { ...coded(systems.local, 'menarche-status'), text: 'Menarche status' },
      { ...coded(systems.local, 'menarche-status'), text: '月经初潮状态' },
    ]),
    effectiveDateTime: chart.ago(daysAgo),
    ...random.pick<Json>([
      { valueString: state === 'pre' ? '未初潮' : '已初潮' },
      { valueCodeableConcept: { ...coded(systems.local, `${state}-menarche`), text: `${state}-menarche` } },
    ]),
  });
}

type Potential = 'yes' | 'no' | 'unknown';

/** Childbearing potential: documented menarche, "before menarche" within 90 days, else by age. */
function potential(world: World): Potential {
  const { random, age } = world;
  if (world.sex === 'male') return 'no';
  const documented = random.pick(['none', 'none', 'pre', 'pre, stale', 'post'] as const);
  if (documented === 'post' && age[0] >= 10) {
    menarche(world, 'post', random.whole(10, 300));
    return 'yes';
  }
  if (documented === 'pre' && age[0] < 16) {
    menarche(world, 'pre', random.pick([0, 40, 90]));
    return 'no';
  }
  if (documented === 'pre, stale' && age[0] < 16) menarche(world, 'pre', random.pick([91, 200]));
  const byAge = (years: number): Potential => (years < 9 ? 'no' : years < 12 ? 'unknown' : 'yes');
  const [low, high] = [byAge(age[0]), byAge(age[1])];
  return low === high ? low : 'unknown';
}

/** I6 and E10 of one state of the tests, if she can be pregnant. */
type Tested = { readonly i6: Expected; readonly e10: Expected };

/** The parts of I6, where its verdict tells them apart. */
function parts(i6: Expected): Claims {
  if (i6 === 'needs-investigator') return { 'I6.test': 'met', 'I6.contraception': 'needs-investigator' };
  if (i6 === 'not-met' || i6 === 'unknown') return { 'I6.test': i6, 'I6.contraception': 'needs-investigator' };
  return {};
}

const claims = (can: Potential, { i6, e10 }: Tested): Claims => {
  if (can === 'no') return { I6: 'met', 'I6.test': 'met', 'I6.contraception': 'met', E10: 'not-met' };
  if (can === 'yes') return { I6: i6, E10: e10, ...parts(i6) };
  // Whether she can be pregnant is itself unknown. A test in blood still answers E10.
  return { I6: either(i6, 'unknown'), E10: e10 };
};

export const pregnancy: Topic = {
  usual: (world) => {
    const can = potential(world);
    presence(world, blood, false, world.random.pick([0, 3, 7]));
    return claims(can, { i6: 'needs-investigator', e10: 'not-met' });
  },
  others: {
    'an amount in blood': (world) => {
      const can = potential(world);
      if (can === 'no') return claims(can, { i6: 'met', e10: 'not-met' });
      const value = world.random.pick([0.5, 4.9, 5, 24, 25, 25.1, 3000]);
      measure(world, amount, world.random.pick([0, 7]), { value, high: 5 });
      const e10: Expected =
        value < 5
          ? 'not-met'
          : value > 25
            ? 'met'
            : value === 5
              ? ['needs-investigator', 'not-met']
              : 'needs-investigator';
      const i6: Expected =
        value < 5 ? 'needs-investigator' : value > 25 ? 'not-met' : ['needs-investigator', 'unknown'];
      return claims(can, { i6, e10 });
    },
    'positive in blood': (world) => {
      const can = potential(world);
      if (can === 'no') return claims(can, { i6: 'met', e10: 'not-met' });
      presence(world, blood, true, world.random.pick([0, 7]));
      return claims(can, { i6: 'not-met', e10: 'met' });
    },
    'urine only': (world) => {
      const can = potential(world);
      if (can === 'no') return claims(can, { i6: 'met', e10: 'not-met' });
      const positive = world.random.chance(0.3);
      presence(world, urine, positive, world.random.pick([0, 7]));
      return claims(can, {
        i6: positive ? 'not-met' : 'needs-investigator',
        e10: positive ? ['unknown', 'needs-investigator'] : 'unknown',
      });
    },
    'a test of 8 days ago, or none': (world) => {
      const can = potential(world);
      if (world.random.chance(0.6)) presence(world, blood, false, world.random.pick([8, 30]));
      return claims(can, { i6: 'unknown', e10: 'unknown' });
    },
  },
};
