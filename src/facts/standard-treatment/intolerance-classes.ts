// Which standard treatments does an entry name only by their class: glucocorticoids, immunosuppressants, antimalarials?

import { codeSystemOf, type CodeSystem } from '../../terminology/code-systems.ts';
import { textsOf, type Concept } from '../../terminology/concept.ts';

const words =
  /\b(?:cortico|glucocortico)(?:steroid|id)s?\b|\bsteroid(?=[- ](?:induced|related|toxic|intoleran|associated|allerg|myopath|psychosis))|(?<=\bto )steroids?\b|^steroids?$|糖皮质激素|皮质类固醇|(?<![\u4e00-\u9fff])激素(?=性|相关|所致|不耐受|过敏)|类固醇|\bimmunosuppress(?:ive|ant)s?\b|免疫抑制[剂药]|\bcalcineurin inhibitors?\b|\bdrug[- ]induced cushing|\bcushing(?:['’]?s)? (?:syndrome|disease) due to drug|药物性库欣|\bantimalarials?\b|抗疟药/i;

/**
 * Adverse effects of drugs in therapeutic use, by class.
 * @source ICD-10-CM T38.0X5, T45.1X5, T37.2X5; ICD-10 (WHO) E24.2, Y42.0, Y43.1, Y43.3, Y43.4, Y41.2
 */
const codes: readonly (readonly [code: RegExp, drugs: string])[] = [
  [/^(?:T380X5|Y420|E242)/, 'glucocorticoids'],
  [/^(?:T451X5|Y43[134])/, 'antineoplastic and immunosuppressive drugs'],
  [/^(?:T372X5|Y412)/, 'antimalarials'],
];

const diagnoses: readonly (CodeSystem | undefined)[] = ['icd-10', 'icd-10-cm', 'icd-10-cn'];

function coded({ codings }: Concept): string | undefined {
  for (const { system, code } of codings) {
    if (!diagnoses.includes(codeSystemOf(system))) continue;
    const bare = code.toUpperCase().replace('.', '');
    const drugs = codes.find(([pattern]) => pattern.test(bare))?.[1];
    if (drugs !== undefined) return drugs;
  }
  return undefined;
}

/** The class that the words name, else that of a code for an adverse effect. */
export const classIn = (concept: Concept): string | undefined =>
  textsOf(concept).flatMap((text) => words.exec(text)?.[0] ?? [])[0] ?? coded(concept);

/** Whether a code says that a standard treatment did harm, whatever the words. */
export const isAdverseEffect = (concept: Concept): boolean => coded(concept) !== undefined;
