// How else could a hospital have written the same record?

/* A record is rewritten without the readers of src/: by plain tables of codes, units and resource shapes. */

type Json = Record<string, any>;
type Bundle = { entry: { fullUrl?: string; resource: Json }[] } & Json;

export type Encoding = { readonly name: string; readonly encode: (bundle: Bundle) => Bundle };

const loinc = 'http://loinc.org';
const sct = 'http://snomed.info/sct';

/** One row per measurement: LOINC code, another LOINC code of the same measurement, English name, Chinese name. */
const measurements: readonly (readonly [code: string, other: string, en: string, zh: string])[] = [
  ['1742-6', '1743-4', 'ALT', '丙氨酸氨基转移酶'],
  ['1920-8', '30239-8', 'AST (SGOT)', '天门冬氨酸氨基转移酶'],
  ['2160-0', '38483-4', 'Creatinine, serum', '肌酐'],
  ['29463-7', '3141-9', 'Weight', '体重'],
  ['8302-2', '8302-2', 'Height', '身高'],
  ['10230-1', '8806-2', 'LVEF', '左室射血分数(LVEF)'],
  ['59408-5', '2708-6', 'SpO2', '血氧饱和度'],
  ['5196-1', '5195-3', 'HBsAg', '乙型肝炎病毒表面抗原'],
  ['13952-7', '16933-4', 'Hepatitis B core antibody, total', '乙型肝炎病毒核心抗体'],
  ['13955-0', '16128-1', 'Hepatitis C antibody', '丙型肝炎病毒抗体'],
  ['56888-1', '56888-1', 'HIV Ag/Ab combo', 'HIV抗原抗体联合检测'],
  ['24312-1', '24110-9', 'Treponema pallidum antibody (TPPA)', '梅毒螺旋体抗体(TPPA)'],
  ['30246-3', '4996-5', 'CMV DNA, plasma', '巨细胞病毒DNA(血浆)'],
  ['2118-8', '2110-5', 'hCG, serum (pregnancy test)', '血HCG(妊娠试验)'],
  ['1975-2', '14631-6', 'Total bilirubin', '总胆红素'],
  ['5048-4', '29953-7', 'ANA titer', '抗核抗体(ANA)滴度'],
];

const rowOf = (observation: Json) => {
  const code = observation['code']?.coding?.find((each: Json) => each['system'] === loinc)?.code;
  const text = observation['code']?.text;
  return measurements.find((row) => row[0] === code || row[1] === code || row[3] === text);
};

/** Per English name: unit as written -> other unit and factor. */
const otherUnits: Readonly<Record<string, Readonly<Record<string, readonly [unit: string, factor: number]>>>> = {
  ALT: { 'U/L': ['ukat/L', 1 / 60] },
  'AST (SGOT)': { 'U/L': ['IU/L', 1] },
  'Creatinine, serum': { 'mg/dL': ['μmol/L', 88.4], 'µmol/L': ['mg/dl', 1 / 88.4], 'μmol/L': ['mg/dL', 1 / 88.4] },
  'Total bilirubin': { 'mg/dL': ['umol/L', 17.1], 'µmol/L': ['mg/dL', 1 / 17.1], 'μmol/L': ['mg/dL', 1 / 17.1] },
  Weight: { kg: ['g', 1000] },
  Height: { cm: ['m', 0.01] },
  LVEF: { '%': ['1', 0.01] },
  SpO2: { '%': ['1', 0.01] },
};

function convert(quantity: Json, row: (typeof measurements)[number]): Json {
  const other = otherUnits[row[2]]?.[quantity['unit']];
  if (other === undefined || typeof quantity['value'] !== 'number') return quantity;
  const { comparator } = quantity;
  return { value: quantity['value'] * other[1], unit: other[0], ...(comparator !== undefined && { comparator }) };
}

const presence: Readonly<Record<string, readonly [code: string, en: string, zh: string]>> = {
  Negative: ['260385009', 'Negative', '阴性'],
  阴性: ['260385009', 'Negative', '阴性'],
  '阴性(-)': ['260385009', 'Negative', '阴性(-)'],
  'Not detected': ['260415000', 'Not detected', '未检出'],
  未检出: ['260415000', 'Not detected', '未检出'],
  Positive: ['10828004', 'Positive', '阳性(+)'],
  阳性: ['10828004', 'Positive', '阳性'],
};

function otherPresence(observation: Json): Json {
  const { valueString, valueCodeableConcept, ...rest } = observation;
  const known = presence[valueString ?? valueCodeableConcept?.text ?? valueCodeableConcept?.coding?.[0]?.display];
  if (known === undefined) return observation;
  if (valueString === undefined) return { ...rest, valueString: known[2] };
  return { ...rest, valueCodeableConcept: { coding: [{ system: sct, code: known[0] }], text: known[1] } };
}

function otherCodes(observation: Json): Json {
  const row = rowOf(observation);
  if (row === undefined) return observation;
  const isText = observation['code'].coding?.[0]?.system !== loinc;
  const code = isText ? { coding: [{ system: loinc, code: row[1] }] } : { text: row[3] };
  const written = otherPresence(observation);
  const { valueQuantity, referenceRange } = written;
  return {
    ...written,
    code,
    ...(valueQuantity !== undefined && { valueQuantity: convert(valueQuantity, row) }),
    ...(referenceRange !== undefined && {
      referenceRange: referenceRange.map((range: Json) => otherRange(range, valueQuantity, row)),
    }),
  };
}

function otherRange(range: Json, value: Json | undefined, row: (typeof measurements)[number]): Json {
  const text = /^\D*([\d.]+)$/.exec(range['text'] ?? '');
  const unit = value?.['unit'];
  if (text?.[1] !== undefined) return { high: convert({ value: Number(text[1]), unit }, row) };
  const ends = (['low', 'high'] as const).filter((end) => range[end] !== undefined);
  return {
    ...range,
    ...Object.fromEntries(ends.map((end) => [end, convert({ ...range[end], unit: range[end].unit ?? unit }, row)])),
  };
}

/** Drugs: text in English, text in Chinese, ATC, NHSA-free. */
const drugNames: readonly (readonly [pattern: RegExp, en: string, zh: string, atc: string])[] = [
  [/methylprednisolone|甲泼尼龙/i, 'methylprednisolone', '甲泼尼龙', 'H02AB04'],
  [/prednisone|泼尼松(?!龙)/i, 'prednisone', '醋酸泼尼松', 'H02AB07'],
  [/hydroxychloroquine|羟氯喹/i, 'hydroxychloroquine', '硫酸羟氯喹', 'P01BA02'],
  [/mycophenolate|吗替麦考酚酯/i, 'mycophenolate mofetil', '吗替麦考酚酯', 'L04AA06'],
  [/cyclophosphamide|环磷酰胺/i, 'cyclophosphamide', '环磷酰胺', 'L01AA01'],
  [/methotrexate|甲氨蝶呤/i, 'methotrexate', '甲氨蝶呤', 'L04AX03'],
];

/** The strength of one piece in mg, as the name of a US product states it ("20 MG"). */
const strengthOf = (text: string): number | undefined => {
  const match = /([\d.]+) MG(?!\/ML)/i.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1]);
};

const isTopical = (text: string): boolean => /ointment|cream|ophthalm|drops|inhal|软膏|乳膏|滴眼|吸入/i.test(text);

function otherDrug(resource: Json): Json {
  const concept = resource['medicationCodeableConcept'];
  const text = String(concept?.text ?? '');
  const row = drugNames.find(([pattern]) => pattern.test(text));
  if (row === undefined || isTopical(text)) return resource;
  const chinese = /[\u4e00-\u9fff]/.test(text);
  const strength = strengthOf(text);
  const medicationCodeableConcept = chinese
    ? { coding: [{ system: 'http://www.whocc.no/atc', code: row[3] }], text: row[1] }
    : { text: strength === undefined ? `注射用${row[2]}` : `${row[2]}片 ${String(strength)}mg` };
  return { ...resource, medicationCodeableConcept };
}

const conditionCodes: Readonly<Record<string, Json>> = {
  'M32.900': { coding: [{ system: sct, code: '55464009' }], text: 'SLE' },
  'M32.9': { text: '系统性红斑狼疮' },
  M329: { coding: [{ system: 'urn:x-cn:icd10-chs-yibao-2.0', code: 'M32.900' }] },
};

function otherCondition(resource: Json): Json {
  const known = conditionCodes[resource['code']?.coding?.[0]?.code];
  return known === undefined ? resource : { ...resource, code: known };
}

const mapResources = (bundle: Bundle, change: (resource: Json) => Json): Bundle => ({
  ...bundle,
  entry: bundle.entry.map((entry) => ({ ...entry, resource: change(entry.resource) })),
});

const otherCodesAndUnits = (bundle: Bundle): Bundle =>
  mapResources(bundle, (resource) => {
    if (resource['resourceType'] === 'Observation') return otherCodes(resource);
    if (resource['resourceType'] === 'Condition') return otherCondition(resource);
    return resource['resourceType'].startsWith('Medication') ? otherDrug(resource) : resource;
  });

/** A request becomes a statement with the same dosage; its bounds become the effective period. */
function asStatement(resource: Json): Json {
  const { authoredOn, dosageInstruction, requester: _, intent, dispenseRequest, ...rest } = resource;
  const bounds = dosageInstruction?.[0]?.timing?.repeat?.boundsPeriod;
  if (intent !== 'order' || dispenseRequest !== undefined || bounds === undefined) return resource;
  return {
    ...rest,
    resourceType: 'MedicationStatement',
    effectivePeriod: bounds,
    dateAsserted: authoredOn,
    dosage: dosageInstruction,
  };
}

/** The drug moves into a contained Medication; the patient is named by a full URL. */
function contained(resource: Json, patientUrl: string): Json {
  const { medicationCodeableConcept, ...rest } = resource;
  const subject = resource['subject'] === undefined ? {} : { subject: { reference: patientUrl } };
  if (medicationCodeableConcept === undefined) return { ...rest, ...subject };
  return {
    ...rest,
    ...subject,
    contained: [{ resourceType: 'Medication', id: 'drug', code: medicationCodeableConcept }],
    medicationReference: { reference: '#drug' },
  };
}

/** Other medication resources, absolute and contained references, everything in reverse order and some of it twice. */
function otherResources(bundle: Bundle): Bundle {
  const patient = bundle.entry.find((entry) => entry.resource['resourceType'] === 'Patient');
  const url = patient?.fullUrl ?? '';
  const rewritten = mapResources(bundle, (resource) => {
    const changed = resource['resourceType'] === 'MedicationRequest' ? asStatement(resource) : resource;
    return contained(changed, url);
  });
  const entry = rewritten.entry.toReversed();
  return { ...rewritten, type: 'collection', entry: [...entry, ...entry.filter((_, index) => index % 5 === 0)] };
}

/** As written, and two other ways. */
export const encodings: readonly Encoding[] = [
  { name: 'written', encode: (bundle) => bundle },
  { name: 'other codes and units', encode: otherCodesAndUnits },
  { name: 'other resources', encode: otherResources },
];
