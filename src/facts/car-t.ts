// Did the patient ever receive CAR-T cells?

import { isoRange } from '../logic/calendar.ts';
import { alsoShowing, finding, type Finding } from '../logic/finding.ts';
import { keptBy } from '../logic/lazy.ts';
import { say } from '../logic/message.ts';
import { carTInText, type SaidOfCarT } from '../terminology/car-t-text.ts';
import { nameOf, textsOf } from '../terminology/concept.ts';
import { isByVein } from '../terminology/routes.ts';
import type { MedicationEntry, MedicationSource } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { brokenOffAhead, brokenOffSince } from './drugs/broken-off.ts';
import { everHad } from './history.ts';
import { named } from './seen-alike.ts';
import { codesOf, namelessEver } from './drugs/nameless.ts';
import type { Screening } from './screening.ts';
import { standingOf, type Doubt } from './sightings.ts';
import { drugName } from './drugs/evidence.ts';
import { startOf } from './entry-time.ts';
import { drugSearches } from '../fhir/searches.ts';
import { drugTurnsAhead } from './drugs/turns.ts';

/** Sources that say the cells were given; an order or a dispensed bag is not an infusion. */
const given: ReadonlySet<MedicationSource> = new Set(['administration', 'statement']);

/**
 * A CAR-T infusion, product or personal history, ever: `met`. Other engineered cells, a collection without infusion, an order or a
 * dispense alone, doubtful entries, and words that only speak of the cells ("cyclophosphamide before CAR-T") go to the investigator. `unknown`: something was given, once, that only an unknown code names.
 * @source NCT06222853 exclusion criterion 1; readings: clinical specification section 7, E1
 */
export function everReceivedCarT(record: IndexedRecord, screening: Screening, reportDays: number): Finding {
  const isProduct = (entry: MedicationEntry): boolean => record.once(productStandings)(entry) !== undefined;
  const answer = everHad(record, screening, {
    what: say('car-t.what'),
    proving: ['car-t-procedure'],
    judged: ['car-nk-or-tcr-t', 'leukapheresis'],
    said: (texts) => saidOf(record, naming(record, texts)),
    also: [
      ...record.medications.flatMap((entry) => productGiven(record, entry, screening)),
      ...namelessInfusion(record, screening),
      ...brokenOffSince(record, screening, { concerns: isProduct, since: -Infinity }),
    ],
    searches: ['conditions', 'procedures', ...drugSearches],
    reportDays,
  });
  return alsoShowing(answer, {
    turns: [...drugTurnsAhead(record, screening), ...brokenOffAhead(record, screening, isProduct)],
  });
}

/** Cells are infused within a day or a few; whatever went on for longer than a week was something else. */
const longestInfusion = 7;

/** A drug that nobody can tell may have been the cells if it was given, not by another route than a vein, and once. */
const mayBeInfusion = ({ source, route, start, end }: MedicationEntry): boolean =>
  given.has(source) &&
  (route === undefined || isByVein(route)) &&
  !(start !== undefined && end !== undefined && end.from - start.to > longestInfusion);

function namelessInfusion(record: IndexedRecord, screening: Screening): readonly Finding[] {
  const entries = namelessEver(record, screening, mayBeInfusion);
  return entries.length === 0 ? [] : [finding('unknown', say('car-t.nameless'), { missing: [codesOf(entries)] })];
}

function productGiven(record: IndexedRecord, entry: MedicationEntry, screening: Screening): readonly Finding[] {
  const standing = record.once(productStandings)(entry);
  const when = startOf(entry);
  if (when !== undefined && when.from > screening.date) return [];
  if (standing === undefined) return reasonNaming(record, entry);
  const isGiven = given.has(entry.source);
  const [first] = entry.concepts;
  const name = first === undefined ? say('car-t.what') : nameOf(first);
  const verdict = standing === 'sure' && isGiven ? 'met' : 'needs-investigator';
  const reason =
    standing === 'other-cells'
      ? 'history.judge'
      : standing !== 'sure'
        ? 'history.doubtful'
        : isGiven
          ? 'history.found'
          : 'car-t.not-shown-given';
  const evidence = {
    reference: entry.reference,
    label: say(`car-t.${entry.source}`),
    value: name,
    ...(when !== undefined && { date: isoRange(when) }),
  };
  return [
    finding(verdict, say(reason, { what: say('car-t.what'), entry: named(name, when) }), { evidence: [evidence] }),
  ];
}

/** A drug that was given because of the cells, as those against their effects or before them are. */
function reasonNaming(record: IndexedRecord, entry: MedicationEntry): readonly Finding[] {
  const { reference, reasons, source } = entry;
  const reason = reasons.find(
    (each) =>
      standingOf(record, each, ['car-t-procedure']) !== undefined ||
      saidOf(record, naming(record, textsOf(each))) === 'spoken-of',
  );
  if (reason === undefined) return [];
  const values = { name: drugName(entry), reason: nameOf(reason), what: say('car-t.what') };
  const evidence = [{ reference, label: say(`history.${source}`), value: say('history.because', values) }];
  return [finding('needs-investigator', say('history.reason', values), { evidence })];
}

/** The texts that name the cells by the value set; "CAR-T consultation" does not. */
const naming = (record: IndexedRecord, texts: readonly string[]): readonly string[] =>
  texts.filter((text) => record.mentions(text).has('car-t-procedure'));

const falling: readonly SaidOfCarT[] = ['given', 'spoken-of', 'denied'];

/** How the names of one entry speak of CAR-T cells, the most affirmative first; undefined where none names them in words. */
function saidOf(record: IndexedRecord, texts: readonly string[]): SaidOfCarT | undefined {
  const read = record.lexicon.read(carTInText);
  const said = texts.map(read);
  return falling.find((each) => said.includes(each));
}

/** The standing of each medication of a record as a product of cells. */
const productStandings = (record: IndexedRecord) =>
  keptBy((entry: MedicationEntry) => standingOfProduct(record, entry));

/** A product of cells is named alone: "cyclophosphamide before CAR-T" names what was given for it, and only raises the question. */
function standingOfProduct(
  record: IndexedRecord,
  { identified, concepts }: MedicationEntry,
): 'sure' | 'other-cells' | Doubt | undefined {
  const said = saidOf(record, concepts.flatMap(textsOf));
  const isNamedPlainly = said === undefined || said === 'given';
  if (identified.state === 'known' && identified.drug.classes.has('car-t'))
    return identified.drug.ingredients.every(isCarT) && isNamedPlainly ? 'sure' : 'suspected';
  if (identified.state === 'contradictory' && identified.candidates.some(isCarT)) return 'contradictory';
  const standings = concepts.map((concept) => standingOf(record, concept, ['car-t-procedure']));
  const standing = standings.find((each) => each === 'sure') ?? standings.find((each) => each !== undefined);
  if (standing === 'sure' && (identified.state !== 'unknown' || !isNamedPlainly)) return 'suspected';
  if (standing !== undefined) return standing;
  if (said === 'spoken-of') return 'suspected';
  const others = concepts.some((concept) => standingOf(record, concept, ['car-nk-or-tcr-t']) !== undefined);
  return others ? 'other-cells' : undefined;
}

const isCarT = (ingredient: string): boolean => /leucel$|^car-t\b/.test(ingredient);
