// How else could a hospital have written the same results, diagnoses and procedures?

/* Rewritten by plain tables, without the readers of src/: words instead of numbers and codes, panels, reports. Of src/ only the value sets are asked. */

import { setsOfCode } from '../../src/terminology/value-sets.ts';
import type { Encoding } from './reencode.ts';

type Bundle = Parameters<Encoding['encode']>[0];
type Json = Bundle['entry'][number]['resource'];

const isObservation = (resource: Json): boolean => resource['resourceType'] === 'Observation';
const isLaboratory = (resource: Json): boolean =>
  isObservation(resource) && resource['category']?.[0]?.coding?.[0]?.code === 'laboratory';

/** Full-width brackets, and the answer as a Chinese or English laboratory prints it. */
const printedAnswers: Readonly<Record<string, string>> = {
  Negative: 'NEGATIVE',
  Positive: 'POSITIVE',
  'Not detected': 'Target not detected',
  阴性: '阴性（-）',
  '阴性(-)': '（－）',
  阳性: '阳性（+）',
};

const printed = ({ comparator, value, unit }: Json): string =>
  `${comparator ?? ''}${String(value)}${unit === undefined ? '' : ` ${unit}`}`;

function printedRange(range: Json): Json {
  const [low, high] = [range['low']?.value, range['high']?.value];
  if (high === undefined) return range;
  const { low: _low, high: _high, ...rest } = range;
  return { ...rest, text: low === undefined ? `≤${String(high)}` : `参考值：${String(low)}～${String(high)}` };
}

/** Every number and answer as a printed text, every reference range as a text, the name with its brackets in full width. */
function asPrinted(resource: Json): Json {
  if (!isObservation(resource)) return resource;
  const { valueQuantity, valueCodeableConcept, valueInteger, ...rest } = resource;
  const answer = rest['valueString'] ?? valueCodeableConcept?.text ?? valueCodeableConcept?.coding?.[0]?.display;
  const text =
    valueQuantity !== undefined
      ? printed(valueQuantity)
      : valueInteger !== undefined
        ? String(valueInteger)
        : (printedAnswers[answer] ?? answer);
  const name = resource['code']?.text?.replaceAll('(', '（').replaceAll(')', '）');
  return {
    ...rest,
    ...(text === undefined ? valueCodeableConcept !== undefined && { valueCodeableConcept } : { valueString: text }),
    ...(name !== undefined && { code: { ...resource['code'], text: name } }),
    ...(rest['referenceRange'] !== undefined && { referenceRange: rest['referenceRange'].map(printedRange) }),
  };
}

/** The result becomes the one component of a panel, or is contained in a report that has the patient and the time. */
function asPart(resource: Json, index: number): Json {
  const { id, subject, status, code, category, effectiveDateTime, issued, meta, ...own } = resource;
  if (!isLaboratory(resource) || own['component'] !== undefined || own['specimen'] !== undefined) return resource;
  const frame = { id, subject, status, category, effectiveDateTime, issued, meta };
  const { text: _text, identifier: _identifier, extension: _extension, ...result } = own;
  if (index % 2 === 0) {
    const { resourceType, ...value } = result;
    return { resourceType, ...frame, code: { text: '检验组合' }, component: [{ code, ...value }] };
  }
  return {
    ...frame,
    resourceType: 'DiagnosticReport',
    code: { text: 'Laboratory report' },
    contained: [{ id: 'result', status, code, ...result }],
    result: [{ reference: '#result' }],
  };
}

const dagger: Readonly<Record<string, string>> = { M329: 'M32.9', 'M32.9': 'M329', 'M32.900': 'M32.900x001' };

/** Diagnoses, procedures and vaccines by their words alone; without words, ICD codes with and without the dot. */
function inWords(resource: Json): Json {
  const key = { Condition: 'code', Procedure: 'code', Immunization: 'vaccineCode' }[resource['resourceType'] as string];
  const concept = key === undefined ? undefined : resource[key];
  if (key === undefined || concept === undefined) return resource;
  const words = concept.coding?.find((each: Json) => each['display'] !== undefined)?.display ?? concept.text;
  if (words !== undefined) return { ...resource, [key]: { text: words } };
  const coding = concept.coding?.map((each: Json) => ({ ...each, code: dagger[each['code']] ?? each['code'] }));
  return { ...resource, [key]: { ...concept, coding } };
}

/** A diagnosis or procedure by a code of SNOMED CT that stands in no value set: without words nobody can tell what it is. */
const needsWords = ({ system, code }: Json): boolean =>
  /snomed/.test(system ?? '') && setsOfCode({ system, code }).size === 0;

/** Codes alone, wherever there are some in a standard system that say what they mean: no display, no text. */
function inCodes(resource: Json): Json {
  const isEvent = ['Condition', 'Procedure'].includes(resource['resourceType']);
  const bare = (concept: Json | undefined): Json | undefined => {
    const standard = concept?.['coding']?.filter(({ system }: Json) => !/example/.test(system ?? ''));
    if (concept === undefined || standard === undefined || standard.length === 0) return concept;
    return isEvent && standard.every(needsWords)
      ? concept
      : { coding: standard.map(({ system, code }: Json) => ({ system, code })) };
  };
  const keys = ['code', 'vaccineCode', 'valueCodeableConcept'].filter((key) => resource[key] !== undefined);
  const codable = ['Observation', 'Condition', 'Procedure', 'Immunization', 'DiagnosticReport'];
  if (!codable.includes(resource['resourceType'])) return resource;
  return { ...resource, ...Object.fromEntries(keys.map((key) => [key, bare(resource[key])])) };
}

/** The other calendar day of UTC: every time with an offset is written in another one. */
function inOtherZone(resource: Json): Json {
  const moved = (written: unknown): unknown => {
    if (typeof written !== 'string' || !/T.*(Z|[+-]\d\d:\d\d)$/.test(written)) return written;
    const shifted = new Date(Date.parse(written) - 10 * 3_600_000).toISOString().replace('.000Z', '');
    return `${shifted}-10:00`;
  };
  const keys = ['effectiveDateTime', 'performedDateTime', 'occurrenceDateTime', 'onsetDateTime', 'issued'];
  const dated = keys.filter((key) => resource[key] !== undefined);
  return { ...resource, ...Object.fromEntries(dated.map((key) => [key, moved(resource[key])])) };
}

const rewriting =
  (change: (resource: Json, index: number) => Json) =>
  (bundle: Bundle): Bundle => ({
    ...bundle,
    entry: bundle.entry.map((entry, index) => ({ ...entry, resource: change(entry.resource, index) })),
  });

/** Other ways to write results, diagnoses and procedures. */
export const resultEncodings: readonly Encoding[] = [
  { name: 'printed results', encode: rewriting(asPrinted) },
  { name: 'panels and reports', encode: rewriting(asPart) },
  { name: 'diagnoses in words', encode: rewriting(inWords) },
  { name: 'codes alone', encode: rewriting(inCodes) },
  { name: 'times of another zone', encode: rewriting(inOtherZone) },
];
