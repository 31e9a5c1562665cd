// Does the patient have SLE by the 2019 EULAR/ACR classification criteria?

import type { Day } from '../../logic/calendar.ts';
import { alsoShowing, type Finding, type Turn } from '../../logic/finding.ts';
import { isAtLeast, isMoreThan } from '../../logic/interval.ts';
import { lazy } from '../../logic/lazy.ts';
import { nameOf } from '../../terminology/concept.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { readConcept } from '../../fhir/concept-reader.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { booleanAt, numberAt, objectAt, objectsAt, textAt } from '../../fhir/json.ts';
import type { Reading } from '../../fhir/reading.ts';
import type { Json } from '../../fhir/record.ts';
import { beganOf } from '../entry-time.ts';
import { latest, measurementTitle, type Results, detailsOf } from '../results/latest.ts';
import { distinctTurns, isDated, turnsAhead } from '../results/latest-candidates.ts';
import { eularAcrScore, scoreResults } from '../scores/recorded.ts';
import type { Screening } from '../screening.ts';
import { sleDiagnosis } from '../sle-diagnosis.ts';
import { knownOf } from '../sledai-2k/guards.ts';
import { answer, everDays, type Facts } from './answer.ts';
import { antinuclearAntibody } from './antinuclear.ts';
import { classifiedFrom, mostImmunological, namesClinicalItem } from './items.ts';
import { provingMeasurements } from './laboratory.ts';
import { provenPoints } from './points.ts';
import { attributionDays, pointsTakenAway } from './stated.ts';
import { notesOf } from '../../fhir/notes.ts';

/** "Diagnosed with SLE by the 2019 EULAR/ACR criteria", by rule of the clinical specification. */
export function classifiedAsSle(record: IndexedRecord, screening: Screening): Finding {
  const facts = classificationFacts(record, screening);
  return alsoShowing(verdictOf(facts), {
    turns: turnsOf(record, screening),
    ignored: detailsOf(facts.recorded).ignored,
  });
}

/** Everything that the classification rests on, for the rules and for the score sheet. */
export function classificationFacts(record: IndexedRecord, screening: Screening): Facts {
  const context = { known: record.once(knownOf), screening };
  return {
    record,
    diagnosis: sleDiagnosis(record, screening),
    antibody: antinuclearAntibody(context),
    points: lazy(() => provenPoints(context)),
    takenAway: pointsTakenAway(screening),
    recorded: latest(record.once(totalsOf), {
      names: eularAcrScore.names,
      what: measurementTitle('EULAR-ACR-2019'),
      screening,
      windowDays: everDays,
      group: 'EULAR_ACR',
      orders: [],
    }),
  };
}

/** Totals in results and reports, whatever their day. */
const totalsOf = (record: IndexedRecord): Results => scoreResults(record, eularAcrScore, []);

function verdictOf(facts: Facts): Finding {
  const { diagnosis, antibody } = facts;
  if (antibody.state === 'positive') {
    const byTotal = recordedTotal(facts);
    if (byTotal !== undefined) return byTotal;
    const points = facts.points();
    if (points.lower >= classifiedFrom && points.clinical) {
      const proven = diagnosis.state === 'confirmed';
      return answer(facts, proven ? 'met' : 'needs-investigator', proven ? 'eular.proven' : 'eular.proven-undiagnosed');
    }
    if (reachesTen(facts)) return answer(facts, 'needs-investigator', 'eular.withdrawn');
  }
  if (diagnosis.state === 'confirmed') return answer(facts, 'needs-investigator', notProven(facts));
  if (reachesTen(facts) && antibody.state === 'negative')
    return answer(facts, 'needs-investigator', 'eular.total-without-ana');
  if (diagnosis.state === 'possible') return answer(facts, 'needs-investigator', 'eular.possible');
  if (antibody.state === 'negative') return answer(facts, 'not-met', 'eular.ana-negative');
  if (diagnosis.state === 'refuted' && !reachesTen(facts)) return answer(facts, 'not-met', 'eular.refuted');
  return answer(facts, 'unknown', 'eular.nothing');
}

/** R-2.6 (a): a recorded total of at least 10 beside antinuclear antibodies; undefined if there is none that still stands. */
function recordedTotal(facts: Facts): Finding | undefined {
  const { diagnosis, points, recorded, takenAway } = facts;
  if (recorded.state === 'none' || !reachesTen(facts)) return undefined;
  if (diagnosis.state === 'refuted') return answer(facts, 'needs-investigator', 'eular.total-but-refuted');
  if (!reachesTen(facts, takenAway)) return undefined;
  const surelyClinical =
    recorded.readings.every(
      ({ amount }) => amount !== undefined && isMoreThan(amount, mostImmunological + takenAway) === 'met',
    ) ||
    (takenAway === 0 && recorded.readings.some((reading) => besideTotal(reading).some(namesClinicalItem))) ||
    points().clinical;
  if (surelyClinical || diagnosis.state === 'confirmed') return answer(facts, 'met', 'eular.recorded');
  return answer(facts, 'needs-investigator', 'eular.total-not-clinical');
}

/** @param less points that the total may have lost. */
const reachesTen = ({ recorded }: Facts, less = 0): boolean =>
  recorded.state === 'found' &&
  recorded.readings.every(({ amount }) => amount !== undefined && isAtLeast(amount, classifiedFrom + less) === 'met');

/** A component that gives no points, or is answered with no, was not found. */
const isFound = (part: Json): boolean => {
  const points =
    numberAt(part, 'valueInteger') ??
    numberAt(part, 'valueDecimal') ??
    numberAt(objectAt(part, 'valueQuantity') ?? {}, 'value');
  return points === undefined ? booleanAt(part, 'valueBoolean') === true : points > 0;
};

/** What stands beside a total: its notes, the names of the components that were found, the text it was written in. */
function besideTotal({ resource }: Reading): readonly string[] {
  const parts = objectsAt(resource, 'component')
    .filter(isFound)
    .map((part) => readConcept(part['code']));
  return [
    ...notesOf(resource),
    ...parts.flatMap((part) => (part === undefined ? [] : nameOf(part))),
    textAt(resource, 'conclusion') ?? '',
  ];
}

function notProven({ antibody, recorded }: Facts): string {
  if (antibody.state === 'negative') return 'eular.diagnosed-ana-negative';
  if (antibody.state !== 'positive') return 'eular.diagnosed-no-ana';
  return recorded.state === 'none' ? 'eular.diagnosed-not-proven' : 'eular.diagnosed-total-below';
}

/** Days on which something dated ahead begins to count. */
function turnsOf(record: IndexedRecord, screening: Screening): readonly Turn[] {
  const { date } = screening;
  const days: Day[] = [];
  for (const name of dated)
    for (const each of record.readings(name))
      if (isDated(each) && each.when.to > date) for (const { on } of turnsAhead(each, screening)) days.push(on);
  const entries = [...record.conditions.map(beganOf), ...record.reports.map(({ when }) => when)];
  for (const when of entries) if (when !== undefined) days.push(...[when.from, when.to].filter((on) => on > date));
  return distinctTurns([...days, ...attributionDays(screening)]);
}

/** Results that are asked for by name; reports and diagnoses are asked all. */
const dated: readonly MeasurementName[] = [...eularAcrScore.names, 'ANA', ...provingMeasurements];
