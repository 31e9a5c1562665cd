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
  claims['I2.glucocorticoid'] = highDoseVerdict(
    facts.doses,
    { weights, heightCm: world.heightCm },
    world.asOf,
    world.attested,
  );
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
  for (const [question, verdict] of Object.entries(byFindings(world))) claims[question] = verdict;
  // Section 7, E2: items of the nervous system scored within 60 days.
  if (facts.nervousItemsAgo !== undefined && facts.nervousItemsAgo <= 60 && claims['E2'] !== undefined)
    claims['E2'] = or(claims['E2'], 'needs-investigator');
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

/**
 * Section 3, items 22 to 24: a point counts unless another cause explains it. Any diagnosis but lupus may be such a cause of
 * fever; a cytotoxic within 30 days is one of leukopenia, and may be one of low platelets.
 */
function byFindings({ facts, chart }: World): Claims {
  const { byFindings: ask, findings, cytotoxicAgo } = facts;
  if (ask === undefined) return {};
  const otherDiagnosis = chart.resources.some(
    (each) => each.resourceType === 'Condition' && !/M32|lupus|狼疮|55464009|68815009/.test(JSON.stringify(each)),
  );
  let [low, high] = [findings.sure, findings.sure];
  const add = (is: boolean, sure: boolean, never = false): void => {
    if (!is || never) return;
    high += 1;
    if (sure) low += 1;
  };
  add(findings.fever, !otherDiagnosis);
  add(findings.thrombocytopenia, cytotoxicAgo.perhaps > 30);
  add(findings.leukopenia, cytotoxicAgo.perhaps > 30, cytotoxicAgo.sure <= 30);
  const [least, most] = [ask(low), ask(high)];
  return Object.fromEntries(Object.keys(least).map((each) => [each, either(least[each] ?? [], most[each] ?? [])]));
}

/** What cannot be mapped makes a criterion unknown, not "not met": by its days, and ever where the question is ever. */
function openBy(claims: Claims, ago: number): void {
  const open = (id: string): void => {
    const claimed = claims[id];
    if (claimed !== undefined) claims[id] = or(claimed, 'unknown');
  };
  open('E1');
  // Whether one infusion may have been one of these drugs a reader may see either way.
  for (const id of ['I2.agents', 'I2.hydroxychloroquine', 'I2.glucocorticoid']) {
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
