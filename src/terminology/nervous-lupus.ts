// Does a name or a report speak of lupus and of the central nervous system together ("SLE with CNS involvement")?

import { polarityAt } from './polarity.ts';
import type { ValueSetName } from './value-set-names.ts';

const lupus: readonly ValueSetName[] = ['sle', 'sle-possible', 'sle-secondary'];
const nervousSystem =
  /\bcns\b|central nervous|neuropsych|\bneuro-?sle\b|\bneuro(?:log\w*)?\b|encephal|\bbrain\b|cerebr|seizure|epilep|psychosis|psychotic|myelitis|myelopath|chorea|meningit|confusional|cognitive|stroke|\bzns\b|zerebr|enzephal|krampf|psychose|中枢|神经系统|神经精神|脑|癫痫|抽搐|惊厥|脊髓炎|脊髓病|舞蹈|精神病|精神障碍|精神症状|精神异常/g;
const vasculitis =
  /(?:cerebral|\bcns|central nervous system|\bzns|zerebrale) ?-?(?:vas[ck]ul|arter)itis|cerebritis|zerebritis|脑血管炎|中枢(?:神经系统|神经)?血管炎/g;
const peripheral = /(?:周围|外周|peripheral)\s*$/;

/** Whether a text speaks of one of these, and does not deny it. */
function affirms(text: string, what: RegExp): boolean {
  const plain = text.normalize('NFKC').toLowerCase();
  return [...plain.matchAll(what)].some(
    ({ 0: found, index }) =>
      !peripheral.test(plain.slice(Math.max(0, index - 12), index)) &&
      polarityAt(plain, index, index + found.length) !== 'no',
  );
}

/** True if a text names an inflammation of vessels or tissue of the brain that in lupus is lupus of the brain, and does not deny it. */
export const namesNervousVasculitis = (text: string): boolean => affirms(text, vasculitis);

/**
 * A name that no list holds as neuropsychiatric lupus and that puts the two together, or names such a vasculitis, is a suspicion of it,
 * for the investigator; `named` are the sets that the name is known to speak of.
 */
export const suspectsNervousLupus = (text: string, named: ReadonlySet<ValueSetName>): boolean =>
  namesNervousVasculitis(text) || (lupus.some((set) => named.has(set)) && affirms(text, nervousSystem));
