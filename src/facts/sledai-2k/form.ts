// What does a SLEDAI form say, item by item: a QuestionnaireResponse, the components of a recorded total, or the result of one item?

import { parseMoment } from '../../logic/calendar.ts';
import type { Interval } from '../../logic/interval.ts';
import { keptBy } from '../../logic/lazy.ts';
import { say } from '../../logic/message.ts';
import { nameOf, textsOf } from '../../terminology/concept.ts';
import { readConcept } from '../../fhir/concept-reader.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { booleanAt, numberAt, objectAt, objectsAt, textAt } from '../../fhir/json.ts';
import { noLimits, type Reading } from '../../fhir/reading.ts';
import type { Json, Resource } from '../../fhir/record.ts';
import type { Results } from '../results/latest.ts';
import { scoreResults, sledaiScore } from '../scores/recorded.ts';
import { itemNamed, items, maximum, type Item, type ItemId } from './items.ts';

/** The items a form answers with yes (true) or no (false). */
export type Answers = ReadonlyMap<ItemId, boolean>;

type Line = { readonly label: string; readonly answer: Json };

const sumOf = (of: readonly Item[]): number => of.reduce((sum, { weight }) => sum + weight, 0);

/** The lowest and the highest total that a form's answers allow; an item without an answer may be either. */
export function totalOf(answers: Answers): Interval {
  const low = sumOf(items.filter(({ id }) => answers.get(id) === true));
  return { low, high: maximum - sumOf(items.filter(({ id }) => answers.get(id) === false)) };
}

function yesOrNo(answer: Json, { weight }: Item): boolean | undefined {
  const plain = booleanAt(answer, 'valueBoolean');
  if (plain !== undefined) return plain;
  const points =
    numberAt(answer, 'valueInteger') ?? numberAt(answer, 'valueDecimal') ?? pointsOf(answer) ?? writtenPoints(answer);
  if (points !== undefined) return points === weight ? true : points === 0 ? false : undefined;
  const concept = readConcept(answer['valueCodeableConcept'] ?? { coding: answer['valueCoding'] });
  const words = [
    textAt(answer, 'valueString'),
    ...(concept === undefined ? [] : [...textsOf(concept), ...codesOf(concept)]),
  ];
  const said = new Set(words.flatMap((word) => (word === undefined ? [] : (readWord(word) ?? []))));
  const [only] = said;
  return said.size === 1 ? only : undefined;
}

const codesOf = (concept: NonNullable<ReturnType<typeof readConcept>>): readonly string[] =>
  concept.codings.map(({ code }) => code);

const pointsOf = (answer: Json): number | undefined => numberAt(objectAt(answer, 'valueQuantity') ?? {}, 'value');

/** Points written as a text: "8", "8分". No item has ten. */
function writtenPoints(answer: Json): number | undefined {
  const written = /^(\d)\s*(?:分|points?|pts)?$/i.exec(textAt(answer, 'valueString') ?? '')?.[1];
  return written === undefined ? undefined : Number(written);
}

/** Yes and no in words, as HL7 v2 table 0136, LOINC answers (LA33-6, LA32-8) and SNOMED CT qualifiers (373066001, 373067005). */
function readWord(word: string): boolean | undefined {
  if (/^(y|yes|ja|true|present|vorhanden|positive?|\(?\++\)?|是|有|存在|阳性|LA33-6|373066001|52101004)$/i.test(word))
    return true;
  return /^(n|no|none|nein|keine?|false|absent|not present|nicht vorhanden|negative?|-|\(-\)|否|无|没有|未见|不存在|阴性|LA32-8|373067005|2667000)$/i.test(
    word,
  )
    ? false
    : undefined;
}

/** Every answered question of a form, at any depth. */
const linesOf = (parent: Json): readonly Line[] =>
  objectsAt(parent, 'item').flatMap((item) => {
    const answers = objectsAt(item, 'answer');
    const label = textAt(item, 'text') ?? textAt(item, 'linkId') ?? '';
    return [...answers.map((answer) => ({ label, answer })), ...linesOf(item), ...answers.flatMap(linesOf)];
  });

/** What a form says of its items; `illegible` are those whose answer was given and cannot be read, or contradicts another. */
type Form = { readonly answers: Answers; readonly illegible: ReadonlySet<ItemId> };

const emptyForm: Form = { answers: new Map(), illegible: new Set() };

function formOf(lines: readonly Line[], named: typeof itemNamed): Form {
  if (lines.length === 0) return emptyForm;
  const answers = new Map<ItemId, boolean>();
  const illegible = new Set<ItemId>();
  const contradicted = new Set<ItemId>();
  for (const { label, answer } of lines) {
    const item = named(label);
    if (item === undefined || !isAnswered(answer)) continue;
    const said = yesOrNo(answer, item);
    if (said === undefined) illegible.add(item.id);
    else if (answers.has(item.id) && answers.get(item.id) !== said) contradicted.add(item.id);
    else answers.set(item.id, said);
  }
  for (const id of answers.keys()) illegible.delete(id);
  for (const id of contradicted) {
    answers.delete(id);
    illegible.add(id);
  }
  return { answers, illegible };
}

const isAnswered = (answer: Json): boolean => Object.keys(answer).some((key) => key.startsWith('value'));

/** The items that a recorded total was made of, where its resource lists them, or the item of which it is the result. */
export function formIn(resource: Resource, named = itemNamed): Form {
  if (resource.resourceType === 'QuestionnaireResponse') return formOf(linesOf(resource), named);
  const parts = [...objectsAt(resource, 'component'), resource].flatMap((part) => {
    const concept = readConcept(part['code']);
    return concept === undefined ? [] : [{ label: nameOf(concept), answer: part }];
  });
  return formOf(parts, named);
}

/** The same, with each resource of a record read once however many days ask. */
export const formsOf = (record: IndexedRecord): ((resource: Resource) => Form) => record.once(readOnce);

const readOnce = ({ lexicon }: IndexedRecord): ((resource: Resource) => Form) =>
  keptBy((resource) => formIn(resource, lexicon.read(itemNamed)));

const totalLabel = /total|总分|合计|总计|(score|评分|得分)\s*$/i;

/** The questionnaires of the record that are SLEDAI forms, each as a recorded total (an interval if items are open). */
export const formTotals = (record: IndexedRecord): readonly Reading[] =>
  record.questionnaireResponses.flatMap((resource) => formTotal(resource, record) ?? []);

/** Totals in results, reports and forms, whatever their day; read once however many questions and days ask. */
export const sledaiTotals = (record: IndexedRecord): Results => record.once(totalsOf);

const totalsOf = (record: IndexedRecord): Results => scoreResults(record, sledaiScore, formTotals(record));

/** Of several names the one that tells the version counts; another score, such as MEX-SLEDAI, is none. */
function formTotal(resource: Resource, record: IndexedRecord): Reading | undefined {
  const lines = linesOf(resource);
  const titles = [
    textAt(resource, 'questionnaire') ?? '',
    ...objectsAt(resource, 'item').map((item) => textAt(item, 'text') ?? ''),
    ...lines.map(({ label }) => label),
  ];
  const { phrase, nameOf: versionOf } = sledaiScore.phrase;
  const versions = titles.filter((each) => each.search(phrase) >= 0).map(versionOf);
  const version = versions.find((each) => each !== 'SLEDAI') ?? versions[0];
  if (version === undefined) return undefined;
  const named = record.lexicon.read(itemNamed);
  const { answers, illegible } = formsOf(record)(resource);
  const totals = lines
    .filter(({ label }) => named(label) === undefined && totalLabel.test(label))
    .flatMap(
      ({ answer }) => numberAt(answer, 'valueInteger') ?? numberAt(answer, 'valueDecimal') ?? pointsOf(answer) ?? [],
    );
  const total = totals[0];
  if (total === undefined && answers.size === 0 && illegible.size === 0) return undefined;
  const possible = totalOf(answers);
  const contradicted = totals.some((each) => each !== total || each < possible.low || each > possible.high);
  const id = textAt(resource, 'id');
  const amount = total === undefined ? possible : { low: total, high: total };
  return {
    measurement: version,
    reference: id === undefined ? resource.resourceType : `${resource.resourceType}/${id}`,
    when: parseMoment(resource['authored'], record.zone),
    status: 'valid',
    ...(contradicted ? { unreadable: say('sledai.total-contradicts-items') } : { amount }),
    asWritten: () => (amount.low === amount.high ? String(amount.low) : `${String(amount.low)}-${String(amount.high)}`),
    limits: noLimits,
    resource,
  };
}
