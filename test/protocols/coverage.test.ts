import { describe, expect, it } from 'vitest';

import { allCriteria } from '../../src/eligibility/digest.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { indexRecord } from '../../src/fhir/index-record.ts';
import type { Verdict } from '../../src/logic/verdict.ts';
import { protocols } from '../../src/protocols/index.ts';
import { screeningOn, shanghai } from '../builders.ts';
import { stories } from '../stories.ts';

const patients = stories.map(({ asOf, record }) => understand(indexRecord(record, shanghai), screeningOn(asOf)));
const isDecided = (verdict: Verdict): boolean => verdict === 'met' || verdict === 'not-met';

describe.each(protocols)('the coverage table of version $version', (protocol) => {
  const criteria = allCriteria(protocol);

  it('lists every criterion, in the order of the protocol, with what is left to a human', () => {
    expect(Object.keys(protocol.coverage)).toEqual(criteria.map(({ id }) => id));
    expect(Object.values(protocol.coverage).filter(([, judges]) => !judges.endsWith('.'))).toEqual([]);
  });

  it.each(criteria.map((criterion) => ({ criterion, decided: protocol.coverage[criterion.id]?.[0] ?? 'computed' })))(
    'says rightly that $criterion.id is $decided',
    ({ criterion, decided }) => {
      const given = patients.map((patient) => criterion.assess(patient, patient.screening, protocol.settings).verdict);
      const onStories = new Set(given.filter(isDecided));
      const inExamples = new Set(criterion.examples.map(([verdict]) => verdict).filter(isDecided));
      if (decided === 'computed') {
        expect(onStories.size).toBeGreaterThan(0);
        expect(inExamples.size).toBe(2);
      }
      if (decided === 'partly') {
        expect(inExamples.size).toBe(1);
        expect([...onStories].filter((verdict) => !inExamples.has(verdict))).toEqual([]);
      }
      if (decided === 'investigator') expect(onStories.size).toBe(0);
    },
  );
});
