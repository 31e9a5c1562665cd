// Does the program answer for a generated patient what the specification demands?

import { assess, answersOf } from '../../src/eligibility/assess.ts';
import type { CriterionResult } from '../../src/eligibility/assessment.ts';
import { findingOf, leavesOf } from '../../src/eligibility/evaluate.ts';
import { understand } from '../../src/eligibility/understand.ts';
import type { Screening } from '../../src/facts/screening.ts';
import { indexRecord } from '../../src/fhir/index-record.ts';
import type { PatientRecord } from '../../src/fhir/record.ts';
import { perSearch } from '../../src/fhir/record-builder.ts';
import { complete } from '../../src/fhir/retrieved.ts';
import { nct06222853From5To18 as protocol } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { screeningOn } from '../builders.ts';
import type { Generated } from './generator/patient.ts';
import { iso } from './generator/days.ts';
import { allows, spelled, type Expected } from './generator/verdicts.ts';

export type Disagreement = {
  readonly patient: Generated;
  readonly question: string;
  readonly expected: string;
  readonly actual: string;
  /** A candidate who is ineligible, an inclusion met or an exclusion not met where the opposite is right. */
  readonly dangerous: boolean;
};

/** The generated patient as a record whose searches were all complete. */
export const recordOf = ({ patient, resources }: Generated): PatientRecord => ({
  patient,
  resources,
  retrieved: perSearch(() => complete),
  fullUrls: [],
});

const screeningOf = ({ asOf, plannedInfusion }: Generated): Screening =>
  screeningOn(iso(asOf), plannedInfusion === undefined ? {} : { plannedInfusion });

/** What terms mean is remembered from patient to patient, as it is in the service: it changes no answer. */
const lexicon = newLexicon();

export type Answers = { readonly status?: string; readonly verdicts: ReadonlyMap<string, string> };

/** Every verdict, of criteria and parts, and the status: the whole product. */
export function fullAnswers(generated: Generated, record = recordOf(generated)): Answers {
  const { status, criteria } = assess(protocol, record, screeningOf(generated), undefined, lexicon);
  const withParts = (all: readonly CriterionResult[]): readonly CriterionResult[] =>
    all.flatMap((each) => [each, ...(each.parts ?? [])]);
  return { status, verdicts: new Map(withParts(criteria).map((each) => [each.id, each.verdict])) };
}

/** The same without the dates on which a verdict will change, which cost as much again; no status. */
export function quickAnswers(generated: Generated, record = recordOf(generated)): Answers {
  const screening = screeningOf(generated);
  const patient = understand(indexRecord(record, screening.timeZone, undefined, lexicon), screening);
  const answered = answersOf(protocol, patient);
  return {
    verdicts: new Map(
      answered.flatMap(({ id, outcome }) => [
        ...leavesOf(outcome).map((leaf) => [leaf.criterion.id, leaf.finding.verdict] as const),
        [id, findingOf(outcome).verdict] as const,
      ]),
    ),
  };
}

const opposite = (question: string): string => (question.startsWith('I') ? 'not-met' : 'met');
const wanted = (question: string): string => (question.startsWith('I') ? 'met' : 'not-met');

const isDangerous = (question: string, expected: Expected, actual: string): boolean =>
  actual === wanted(question) && !allows(expected, actual) && allows(expected, opposite(question));

/** Every question whose answer is not one that the specification allows. */
export function disagreements(patient: Generated, { status, verdicts }: Answers): readonly Disagreement[] {
  const found = Object.entries(patient.expected).flatMap(([question, expected]): readonly Disagreement[] => {
    const actual = verdicts.get(question) ?? 'absent';
    if (allows(expected, actual)) return [];
    return [
      { patient, question, expected: spelled(expected), actual, dangerous: isDangerous(question, expected, actual) },
    ];
  });
  if (status === undefined || patient.status.some((each) => each === status)) return found;
  return [
    ...found,
    {
      patient,
      question: 'status',
      expected: patient.status.join(' or '),
      actual: status,
      dangerous: status === 'candidate',
    },
  ];
}

/** One line that names all that is needed to see it again. */
export function inOneLine({ patient, question, expected, actual, dangerous }: Disagreement): string {
  const { seed, number, scenarios } = patient;
  const where = `seed ${String(seed)} patient ${String(number)}`;
  const how = scenarios.length === 0 ? 'all as usual' : scenarios.join('; ');
  return `${dangerous ? 'DANGEROUS ' : ''}${where}: ${question} expected ${expected}, got ${actual} — ${how}`;
}
