// What must be answered in all, once every scenario has said what it demands?

import type { Verdict } from '../../../src/logic/verdict.ts';
import { classificationVerdict } from './classification.ts';
import { highDoseVerdict, type Weight } from './glucocorticoid-oracle.ts';
import { allows, and, type Claims, either, type Expected, listOf, or } from './verdicts.ts';
import type { World } from './world.ts';

export type Status = 'candidate' | 'potential-candidate' | 'ineligible';

export const of = (claims: Claims, id: string): Expected =>
  claims[id] ?? ['met', 'not-met', 'unknown', 'needs-investigator'];

/** The parts that several scenarios decide together, then the criteria that are made of parts. */
export function conclude(world: World, claims: Claims, weights: readonly Weight[]): Readonly<Record<string, Expected>> {
  const { facts } = world;
  claims['I2.classification'] = classificationVerdict(world);
  claims['I2.glucocorticoid'] = highDoseVerdict(facts.doses, weights, world.asOf, world.attested);
  // Under dialysis no estimate of the filtration can be trusted, so it may be a signal.
  if (facts.onDialysis && facts.kidneySignal === 'none') facts.kidneySignal = 'doubtful';
  claims['E3.kidney'] =
    facts.kidneySignal === 'sure'
      ? 'needs-investigator'
      : facts.kidneySignal === 'none'
        ? 'not-met'
        : facts.kidneySignal === 'open'
          ? either('needs-investigator', 'not-met', 'unknown')
          : either('needs-investigator', 'not-met');
  if (facts.ecgAbnormal && claims['E4.arrhythmia'] === 'not-met')
    claims['E4.arrhythmia'] = either('not-met', 'needs-investigator');
  if (facts.namelessAgo !== undefined) openBy(claims, facts.namelessAgo);
  const part = (id: string): Expected => of(claims, id);
  return {
    ...claims,
    I2: and(
      part('I2.classification'),
      or(
        and(part('I2.activity'), part('I2.glucocorticoid'), part('I2.hydroxychloroquine'), part('I2.agents')),
        part('I2.intolerance'),
      ),
    ),
    I4: and(...['LVEF', 'ECG', 'eGFR', 'AST', 'ALT', 'TBIL', 'lung', 'SpO2'].map((name) => part(`I4.${name}`))),
    I5: 'needs-investigator',
    I7: 'needs-investigator',
    E3: or(part('E3.RRT'), part('E3.kidney')),
    E4: or(...['CHD', 'MI', 'arrhythmia', 'effusion', 'myocarditis', 'vitals'].map((name) => part(`E4.${name}`))),
    E8: or(...['HBV', 'HCV', 'HIV', 'syphilis', 'CMV'].map((name) => part(`E8.${name}`))),
    E13: 'needs-investigator',
  };
}

/** What cannot be mapped makes a criterion unknown, not "not met": by its days, and ever where the question is ever. */
function openBy(claims: Claims, ago: number): void {
  const open = (id: string): void => {
    const claimed = claims[id];
    if (claimed !== undefined) claims[id] = or(claimed, 'unknown');
  };
  open('E1');
  // Whether one infusion may have been one of these drugs a reader may see either way.
  for (const id of ['I2.agents', 'I2.hydroxychloroquine']) {
    const claimed = claims[id];
    if (claimed !== undefined && allows(claimed, 'not-met')) claims[id] = either(claimed, 'unknown');
  }
  if (ago <= 7) for (const id of ['E4.vitals', 'E6']) open(id);
}

const numbered = /^[IE]\d+$/;

/** for every way to settle what the specification leaves open. */
export function statusesOf(expected: Readonly<Record<string, Expected>>): readonly Status[] {
  const verdicts = Object.entries(expected)
    .filter(([id]) => numbered.test(id))
    .map(([id, verdict]) => ({ id, open: listOf(verdict) }));
  const against = (id: string): Verdict => (id.startsWith('I') ? 'not-met' : 'met');
  const certainlyOut = verdicts.some(({ id, open }) => open.every((each) => each === against(id)));
  if (certainlyOut) return ['ineligible'];
  const perhapsOut = verdicts.some(({ id, open }) => open.includes(against(id)));
  const certainlyOpen = verdicts.some(({ open }) => open.every((each) => each === 'unknown'));
  const perhapsOpen = verdicts.some(({ open }) => open.includes('unknown'));
  return [
    ...(perhapsOut ? (['ineligible'] as const) : []),
    ...(perhapsOpen ? (['potential-candidate'] as const) : []),
    ...(certainlyOpen ? [] : (['candidate'] as const)),
  ];
}
