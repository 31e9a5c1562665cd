// Does the name of a diagnosis speak of lupus and of the central nervous system together ("SLE with CNS involvement")?

import type { ValueSetName } from './value-set-names.ts';

const lupus: readonly ValueSetName[] = ['sle', 'sle-possible', 'sle-secondary'];
const nervousSystem =
  /\bcns\b|central nervous|neuropsych|\bneuro-?sle\b|encephal|\bbrain\b|cerebr|seizure|epilep|psychosis|psychotic|myelitis|myelopath|chorea|meningit|confusional|cognitive|stroke|中枢|神经系统|神经精神|脑|癫痫|抽搐|惊厥|脊髓炎|脊髓病|舞蹈|精神病|精神障碍|精神症状|精神异常/i;
const otherwise =
  /(?:\bno\b|\bnot\b|without|absence|negative for|ruled out|rule[ds]? out|无|未见|未累及|除外|排除|不伴|周围|外周|peripheral)/i;

/**
 * A name that no list holds as neuropsychiatric lupus and that puts the two together is a suspicion of it, for the investigator;
 * `named` are the sets that the name is known to speak of.
 */
export const suspectsNervousLupus = (text: string, named: ReadonlySet<ValueSetName>): boolean =>
  lupus.some((set) => named.has(set)) && nervousSystem.test(text) && !otherwise.test(text);
