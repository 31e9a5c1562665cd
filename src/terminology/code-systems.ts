// Which code system does a URI, an OID or a hospital's own name for it mean, and how is its code written there?

/** The code systems that the program can read; Chinese editions of ICD-10 are `icd-10-cn`, ICD-9-CM volume 3 with its CHS extensions `icd-9-procedures`, the German procedures `ops`. */
export type CodeSystem =
  | 'snomed'
  | 'icd-10'
  | 'icd-10-cm'
  | 'icd-10-cn'
  | 'icd-10-pcs'
  | 'icd-9-procedures'
  | 'ops'
  | 'cpt'
  | 'hcpcs'
  | 'loinc'
  | 'rxnorm'
  | 'atc'
  | 'nhsa'
  | 'cvx';

const exact: ReadonlyMap<string, CodeSystem> = new Map<string, CodeSystem>([
  ['http://snomed.info/sct', 'snomed'],
  ['http://hl7.org/fhir/sid/icd-10', 'icd-10'],
  ['http://hl7.org/fhir/sid/icd-10-cm', 'icd-10-cm'],
  ['http://hl7.org/fhir/sid/icd-10-pcs', 'icd-10-pcs'],
  ['http://www.cms.gov/medicare/coding/icd10', 'icd-10-pcs'],
  ['http://www.cms.gov/medicare/coding/icd9', 'icd-9-procedures'],
  ['urn:x-cn:icd10-chs-yibao-2.0', 'icd-10-cn'],
  ['urn:x-cn:icd9cm3-chs-yibao-2.0', 'icd-9-procedures'],
  ['http://www.ama-assn.org/go/cpt', 'cpt'],
  ['http://loinc.org', 'loinc'],
  ['http://www.nlm.nih.gov/research/umls/rxnorm', 'rxnorm'],
  ['http://www.whocc.no/atc', 'atc'],
  ['http://hl7.org/fhir/sid/cvx', 'cvx'],
  ['2.16.840.1.113883.6.96', 'snomed'],
  ['2.16.840.1.113883.6.3', 'icd-10'],
  ['2.16.840.1.113883.6.90', 'icd-10-cm'],
  ['2.16.840.1.113883.6.4', 'icd-10-pcs'],
  ['2.16.840.1.113883.6.104', 'icd-9-procedures'],
  ['2.16.840.1.113883.6.12', 'cpt'],
  ['2.16.840.1.113883.6.285', 'hcpcs'],
  ['2.16.840.1.113883.6.14', 'hcpcs'],
  ['2.16.840.1.113883.6.1', 'loinc'],
  ['2.16.840.1.113883.6.88', 'rxnorm'],
  ['2.16.840.1.113883.6.73', 'atc'],
  ['2.16.840.1.113883.12.292', 'cvx'],
]);

/** Other spellings: the first pattern that occurs in the lower-case URI decides. */
const spellings: readonly (readonly [RegExp, CodeSystem])[] = [
  [/snomed|\/sct\b/, 'snomed'],
  [/icd-?_?10-?_?pcs|icd10pcs/, 'icd-10-pcs'],
  [/icd-?_?9-?_?cm-?_?3|icd-?9.*(proc|手术)|手术操作/, 'icd-9-procedures'],
  [/icd-?_?10-?_?cm/, 'icd-10-cm'],
  [
    /icd-?_?10.*(cn|chs|yibao|china|gb|guobiao|linchuang|clinical)|(cn|chs|yibao|国标|国临|医保|疾病诊断).*icd-?10|gb\/?t-?14396/,
    'icd-10-cn',
  ],
  [/icd-?_?10/, 'icd-10'],
  [/fhir\.de.*\/ops\b/, 'ops'],
  [/hcpcs/, 'hcpcs'],
  [/\bcpt\b/, 'cpt'],
  [/loinc/, 'loinc'],
  [/rxnorm/, 'rxnorm'],
  [/\batc\b/, 'atc'],
  [/nhsa|医保药品/, 'nhsa'],
  [/\bcvx\b/, 'cvx'],
];

/** The code system that a Coding.system names; undefined for a hospital's own and for none. */
export function codeSystemOf(uri: string): CodeSystem | undefined {
  const known = exact.get(uri);
  if (known !== undefined) return known;
  const lower = uri.trim().toLowerCase();
  if (lower === '') return undefined;
  const plain = lower
    .replace(/^urn:oid:/, '')
    .replace(/^https:/, 'http:')
    .replace(/\/$/, '')
    .replace(/\|.*$/, '');
  return exact.get(plain) ?? spellings.find(([pattern]) => pattern.test(plain))?.[1];
}

const icd10Shape = /^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4}([xX]\d+)?)?([+†*].*)?$/;
const procedureShape = /^[\dA-HJ-NP-Z]{7}$/;

/**
 * The system of a code, judged by its URI and, where that is missing or names a family, by the shape of the code:
 * a seven-character code of the CMS "ICD10" system is a procedure, "I47.102" of plain ICD-10 is a Chinese extension.
 */
export function codeSystemOfCode(uri: string, code: string): CodeSystem | undefined {
  const named = codeSystemOf(uri);
  if (named === undefined)
    return uri === '' && code.includes('.') && icd10Shape.test(code.trim()) ? 'icd-10' : undefined;
  if (named === 'icd-10-pcs' && !procedureShape.test(code.trim().toUpperCase())) return 'icd-10-cm';
  return named;
}

/** Letters in capitals; dots, blanks, daggers and everything after a dagger or plus sign taken away: "M32.101+N08.5*" -> "M32101". */
export function bareCode(code: string): string {
  const upper = code.trim().toUpperCase();
  const cut = upper.search(/[+†*]/);
  return (cut < 0 ? upper : upper.slice(0, cut)).replace(/[.\s]/g, '');
}
