// Which small generated charts, and which criteria about them, are cheap enough to ask tens of thousands of times?

import { allCriteria } from '../../src/eligibility/digest.ts';
import { evaluateCriterion } from '../../src/eligibility/evaluate.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { indexRecord } from '../../src/fhir/index-record.ts';
import type { PatientRecord } from '../../src/fhir/record.ts';
import type { Finding } from '../../src/logic/finding.ts';
import { nct06222853From5To18 as protocol } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { screeningOn } from '../builders.ts';
import { iso } from '../truth/generator/days.ts';
import { generate, type Generated } from '../truth/generator/patient.ts';
import { randomOf, type Random } from '../truth/generator/random.ts';
import { topics } from '../truth/generator/topics.ts';
import { recordOf } from '../truth/judge.ts';

const criteria = new Map(allCriteria(protocol).map((criterion) => [criterion.id, criterion]));

/** The criteria a topic writes about, where they are not called as it is. */
const about: Readonly<Record<string, readonly string[]>> = {
  I3: ['I3', 'I2.activity'],
  'I6 and E10': ['I6.test', 'I6.contraception', 'E10'],
  'I4.eGFR': ['I4.eGFR', 'E3.kidney'],
};

export type Lean = {
  readonly generated: Generated;
  readonly record: PatientRecord;
  /** Ids of the criteria its topics write about. */
  readonly asked: readonly string[];
  readonly random: Random;
};

/** A chart about one or two topics, with what belongs to every chart; number `n` is always the same one. */
export function leanChart(seed: number, n: number): Lean {
  const random = randomOf(seed ^ 0x5bd1e995, n);
  const names = topics.map(([topic]) => topic);
  const chosen = [...new Set([random.pick(names), random.pick(names)])];
  const generated = generate(seed, n, new Set(chosen));
  const asked = chosen.flatMap((topic) => about[topic] ?? [topic]);
  return { generated, record: recordOf(generated), asked, random };
}

/** What terms mean is remembered from chart to chart, as it is in the service: it changes no answer. */
const lexicon = newLexicon();

/** What the criteria of the chart answer about a record, in their order. */
export function findings({ generated, asked }: Lean, record: PatientRecord): readonly Finding[] {
  const screening = screeningOn(iso(generated.asOf));
  const patient = understand(indexRecord(record, screening.timeZone, undefined, lexicon), screening);
  return asked.map((id) => {
    const criterion = criteria.get(id);
    if (criterion === undefined) throw new Error(`no criterion ${id}`);
    return evaluateCriterion(criterion, patient, protocol.settings);
  });
}

export const verdictsOf = (of: readonly Finding[]): readonly string[] => of.map(({ verdict }) => verdict);
