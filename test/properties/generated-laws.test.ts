// The laws of the design, over tens of thousands of small generated charts.

import { beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../src/cds-hooks/gather.ts';
import type { Json, PatientRecord, Resource } from '../../src/fhir/record.ts';
import { recordFromBundle } from '../../src/fhir/record-builder.ts';
import { searches, type SearchName } from '../../src/fhir/searches.ts';
import type { Finding } from '../../src/logic/finding.ts';
import { findings, leanChart, verdictsOf, type Lean } from './lean-records.ts';
import { otherIds, otherUnits } from './rewritten.ts';

const runs = Number(process.env['GENERATED_LAW_RUNS'] ?? '10000');
const seed = Number(process.env['TRUTH_SEED'] ?? '20260601');

const searchesOf = ({ resourceType }: Resource): readonly SearchName[] => {
  if (resourceType === 'ResearchStudy') return ['researchSubjects'];
  if (resourceType === 'Medication')
    return ['medicationRequests', 'medicationStatements', 'medicationAdministrations', 'medicationDispenses'];
  return searches.filter(({ type }) => type === resourceType).map(({ name }) => name);
};

const withState = (record: PatientRecord, names: readonly SearchName[], state: 'partial' | 'unavailable') => ({
  ...record.retrieved,
  ...Object.fromEntries(names.map((name) => [name, { state, reason: 'cut off' }])),
});

/** What a cut-off search did not bring. */
function cutOff({ record, random }: Lean): PatientRecord {
  const share = random.pick([0.1, 0.3, 0.7]);
  const lost = new Set(record.resources.filter(() => random.chance(share)));
  const retrieved = withState(record, [...lost].flatMap(searchesOf), 'partial');
  return { ...record, resources: record.resources.filter((each) => !lost.has(each)), retrieved };
}

function withoutSearch({ record, random }: Lean): PatientRecord {
  const types = new Set(record.resources.map(({ resourceType }) => resourceType));
  const some = searches.filter(({ type }) => type !== 'Patient' && (types.has(type) || random.chance(0.2)));
  const { name, type } = random.pick(some.length > 0 ? some : searches.slice(1));
  const resources = record.resources.filter(({ resourceType }) => resourceType !== type);
  return { ...record, resources, retrieved: withState(record, [name], 'unavailable') };
}

function shuffledWithCopies({ record, random }: Lean): PatientRecord {
  const copies = record.resources.filter(() => random.chance(0.4)).map((each) => structuredClone(each));
  return { ...record, resources: random.shuffled([...record.resources, ...copies]) };
}

const entriesOf = (resources: readonly Resource[]): readonly Json[] => resources.map((resource) => ({ resource }));

function fromBundle(entry: readonly Json[]): PatientRecord {
  const built = recordFromBundle({ resourceType: 'Bundle', type: 'collection', entry });
  if ('problem' in built) throw new Error(built.problem);
  return built.record;
}

/** The same record in four Bundles within a Bundle. */
function inPages({ record, random }: Lean): PatientRecord {
  const pages: Resource[][] = [[record.patient], [], [], []];
  for (const each of record.resources) pages[random.whole(0, 3)]?.push(each);
  const page = (of: readonly Resource[]): Json => ({ resourceType: 'Bundle', type: 'searchset', entry: entriesOf(of) });
  return fromBundle(pages.map((each) => ({ resource: page(each) })));
}

/** The record with what is about this patient; the generator gives what is not a subject of its own. */
const withoutOthers = (record: PatientRecord): PatientRecord => ({
  ...record,
  resources: record.resources.filter((resource) => !JSON.stringify(resource).includes('"Patient/somebody-else"')),
});

/** The record as the hook builds it from prefetched searches alone. */
async function prefetched({ patient, resources }: PatientRecord): Promise<PatientRecord> {
  const referenced = resources.filter(({ resourceType }) => ['Medication', 'ResearchStudy'].includes(resourceType));
  const prefetch = Object.fromEntries(
    searches.map(({ name, type }): [string, unknown] => {
      if (name === 'patient') return [name, patient];
      const matches = resources.filter(({ resourceType }) => resourceType === type);
      const entry = entriesOf(matches.length === 0 ? [] : [...matches, ...referenced]);
      return [name, { resourceType: 'Bundle', type: 'searchset', total: matches.length, entry }];
    }),
  );
  const patientId = String(patient['id']);
  const gathered = await gather({ patientId, prefetch, base: undefined, session: () => undefined });
  if ('foreignPatient' in gathered) throw new Error('the patient was not recognised');
  return gathered.record;
}

const commandLine = ({ record }: Lean): PatientRecord => fromBundle(entriesOf([record.patient, ...record.resources]));

type Law = {
  readonly change: (lean: Lean) => PatientRecord | Promise<PatientRecord>;
  /** `certain`: what is met or not met after the change was so before. */
  readonly keeps: 'certain' | 'verdicts' | 'everything';
};

const laws: Readonly<Record<string, Law>> = {
  'resources that a cut-off search lost never make an answer certain': { change: cutOff, keeps: 'certain' },
  'a search that could not be made never makes an answer certain': { change: withoutSearch, keeps: 'certain' },
  'order and duplication never change an answer': { change: shuffledWithCopies, keeps: 'everything' },
  'paging never changes an answer': { change: inPages, keeps: 'everything' },
  'the unit of an amount never changes a verdict': { change: ({ record }) => otherUnits(record), keeps: 'verdicts' },
  'the ids of the resources never change a verdict': {
    change: ({ record, random }) => otherIds(record, random),
    keeps: 'verdicts',
  },
  'the command line answers what the engine answers': { change: commandLine, keeps: 'everything' },
  'the hook with prefetched data alone answers what the engine answers': {
    // A search for one patient does not bring what is about another one.
    change: ({ record }) => prefetched(withoutOthers(record)),
    keeps: 'verdicts',
  },
  'data of another patient among those prefetched never make an answer certain': {
    change: ({ record }) => prefetched(record),
    keeps: 'certain',
  },
};

/** What the answers became, where they may not be that. */
function broken(before: readonly Finding[], now: readonly Finding[], keeps: Law['keeps']): string | undefined {
  if (keeps === 'everything') return JSON.stringify(now) === JSON.stringify(before) ? undefined : 'answers otherwise';
  const [old, verdicts] = [verdictsOf(before), verdictsOf(now)];
  const wrong = verdicts.some((verdict, index) => {
    const mayDiffer = keeps === 'certain' && verdict !== 'met' && verdict !== 'not-met';
    return verdict !== old[index] && !mayDiffer;
  });
  return wrong ? `${old.join(' ')} became ${verdicts.join(' ')}` : undefined;
}

describe(`the laws over ${String(runs)} generated charts of seed ${String(seed)}`, () => {
  const breaches = new Map<string, string[]>();
  const asked = new Map<string, number>();

  // Each chart is drawn and judged once, then changed by every law.
  beforeAll(async () => {
    for (let n = 0; n < runs; n += 1) {
      const lean = leanChart(seed, n);
      const before = findings(lean, lean.record);
      for (const [name, { change, keeps }] of Object.entries(laws)) {
        const wrong = broken(before, findings(lean, await change(lean)), keeps);
        asked.set(name, (asked.get(name) ?? 0) + 1);
        if (wrong === undefined) continue;
        const where = `chart ${String(n)} (${lean.generated.scenarios.join('; ')}): ${lean.asked.join(' ')} ${wrong}`;
        breaches.set(name, [...(breaches.get(name) ?? []), where]);
      }
    }
  }, 1_800_000);

  it.each(Object.keys(laws))('%s', (name) => {
    expect(breaches.get(name) ?? []).toEqual([]);
    expect(asked.get(name)).toBe(runs);
  });
});
