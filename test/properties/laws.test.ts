// The laws of the design, over every patient story.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/eligibility/assess.ts';
import type { Assessment, CriterionResult } from '../../src/eligibility/assessment.ts';
import { toJson } from '../../src/eligibility/json.ts';
import type { PatientRecord } from '../../src/fhir/record.ts';
import { searches, type SearchName } from '../../src/fhir/searches.ts';
import { isoDay } from '../../src/logic/calendar.ts';
import { nct06222853From5To18 as protocol } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { day, screeningOn } from '../builders.ts';
import { stories, type Story } from '../stories.ts';

const runs = Number(process.env['LAW_RUNS'] ?? 60);
const someStory = fc.constantFrom(...stories);

/** What terms mean is remembered from record to record, as it is in the service: it changes no answer. */
const lexicon = newLexicon();
const ask = (record: PatientRecord, asOf: string): Assessment =>
  assess(protocol, record, screeningOn(asOf), undefined, lexicon);
const withParts = (all: readonly CriterionResult[]): readonly CriterionResult[] =>
  all.flatMap((each) => [each, ...(each.parts ?? [])]);
const verdicts = (assessment: Assessment) =>
  new Map(withParts(assessment.criteria).map((each) => [each.id, each.verdict]));
const bytes = (assessment: Assessment): string => JSON.stringify(toJson(assessment));

/** The search whose result this resource was part of. */
const searchFor = (type: string): SearchName | undefined => searches.find((search) => search.type === type)?.name;

/** The record as it would be had some resources not been read: their searches are partial. */
function without(story: Story, lost: readonly number[]): PatientRecord {
  const { resources, retrieved } = story.record;
  const gone = new Set(lost.map((index) => index % Math.max(1, resources.length)));
  const partial = resources.flatMap((resource, index) => {
    // A drug or study that only a reference names belongs to the searches that refer to it.
    const touched =
      resource.resourceType === 'Medication'
        ? ([
            'medicationRequests',
            'medicationStatements',
            'medicationAdministrations',
            'medicationDispenses',
            'adverseEvents',
          ] as const)
        : resource.resourceType === 'ResearchStudy'
          ? (['researchSubjects'] as const)
          : [searchFor(resource.resourceType)];
    return gone.has(index) ? touched.filter((name) => name !== undefined) : [];
  });
  return {
    ...story.record,
    resources: resources.filter((_, index) => !gone.has(index)),
    retrieved: {
      ...retrieved,
      ...Object.fromEntries(partial.map((name) => [name, { state: 'partial', reason: 'cut off' } as const])),
    },
  };
}

describe('the laws, for every story', () => {
  it('losing data never makes an answer certain: what is still met or not met was so before', () => {
    fc.assert(
      fc.property(someStory, fc.array(fc.nat(400), { minLength: 1, maxLength: 30 }), (story, lost) => {
        const before = verdicts(ask(story.record, story.asOf));
        for (const [id, verdict] of verdicts(ask(without(story, lost), story.asOf))) {
          if (verdict === 'met' || verdict === 'not-met')
            expect([story.name, id, verdict]).toEqual([story.name, id, before.get(id)]);
        }
      }),
      { numRuns: runs * 3 },
    );
  });

  it('a search that could not be made never makes an answer certain', () => {
    for (const story of stories) {
      const before = verdicts(ask(story.record, story.asOf));
      for (const { name, type } of searches.filter((search) => search.name !== 'patient')) {
        const record: PatientRecord = {
          ...story.record,
          resources: story.record.resources.filter((resource) => resource.resourceType !== type),
          retrieved: { ...story.record.retrieved, [name]: { state: 'unavailable', reason: '403' } },
        };
        for (const [id, verdict] of verdicts(ask(record, story.asOf))) {
          if (verdict === 'met' || verdict === 'not-met') {
            expect([story.name, name, id, verdict]).toEqual([story.name, name, id, before.get(id)]);
          }
        }
      }
    }
  });

  it('order and duplication of resources never change a byte', () => {
    const shuffled = someStory.chain((story) =>
      fc.tuple(
        fc.constant(story),
        fc.shuffledSubarray([...story.record.resources], { minLength: story.record.resources.length }),
        fc.subarray([...story.record.resources]),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([story, order, again]) => {
        const copies = again.map((resource) => structuredClone(resource));
        const record = { ...story.record, resources: [...order, ...copies] };
        expect(bytes(ask(record, story.asOf))).toBe(bytes(ask(story.record, story.asOf)));
      }),
      { numRuns: runs },
    );
  });

  it('what is remembered of other records never changes a byte', () => {
    for (const story of stories) {
      const alone = assess(protocol, story.record, screeningOn(story.asOf));
      expect(bytes(ask(story.record, story.asOf))).toBe(bytes(alone));
    }
  });

  it('assessing never changes the record', () => {
    for (const story of stories) {
      const before = JSON.stringify(story.record.resources);
      ask(story.record, story.asOf);
      expect(JSON.stringify(story.record.resources)).toBe(before);
    }
  });

  it('every verdict carries evidence or names what is missing, and every unknown says what would settle it', () => {
    for (const story of stories) {
      for (const result of withParts(ask(story.record, story.asOf).criteria)) {
        if (result.verdict === 'unknown')
          expect([story.name, result.id, result.missing.length]).not.toEqual([story.name, result.id, 0]);
      }
    }
  });

  it('no field of the answer is null or an empty text', () => {
    for (const story of stories) {
      const text = bytes(ask(story.record, story.asOf));
      expect(text).not.toMatch(/:null|:""|\[null|\[""/);
    }
  });

  it.each(stories.map((story) => [story.name, story] as const))(
    '%s: the dates of change are all and only the days on which an assessment differs from the day before',
    (_, story) => {
      const start = day(story.asOf);
      const first = ask(story.record, story.asOf);
      const expected = verdicts(first);
      for (let date = start + 1; date <= start + 220; date += 1) {
        const on = isoDay(date);
        for (const change of first.changes.filter((each) => each.on === on))
          expected.set(change.criterion, change.becomes);
        expect([on, ...verdicts(ask(story.record, on))]).toEqual([on, ...expected]);
      }
    },
  );
});
