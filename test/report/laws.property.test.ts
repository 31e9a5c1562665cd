// The report of records that are shuffled, doubled, cut and mangled.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRecord } from '../../src/fhir/index-record.ts';
import type { PatientRecord, Resource } from '../../src/fhir/record.ts';
import { evidenceReportOf } from '../../src/report/evidence-report-of.ts';
import type { EvidenceReport } from '../../src/report/evidence-report.ts';
import { referralPackage } from '../../src/report/referral-package.ts';
import { screeningOn, shanghai } from '../builders.ts';
import { stories, type Story } from '../stories.ts';
import { protocol } from './reports.ts';

const runs = Number(process.env['LAW_RUNS'] ?? 15);
const someStory = fc.constantFrom(...stories);

const reportOf = (story: Story, resources: readonly Resource[]): EvidenceReport => {
  const record: PatientRecord = { ...story.record, resources };
  return evidenceReportOf(indexRecord(record, shanghai), screeningOn(story.asOf), {
    protocol,
    language: 'en',
    recruiting: true,
    dropped: 0,
  });
};

const oddDates = ['0001-01-01', '9999-12-31', '2026', '2026-02', '2024-02-30', 'yesterday', '2026-03-09T23:59:60Z', ''];
const oddNumbers = [0, -1, 1e308, 1e-300, 0.1 + 0.2];

/** The resource with every date, or every number, replaced. */
function mangled(value: unknown, date: string, amount: number): unknown {
  if (Array.isArray(value)) return value.map((each) => mangled(each, date, amount));
  if (typeof value === 'number') return amount;
  if (typeof value === 'string') return /^\d{4}(?:-\d{2}){0,2}(?:T|$)/.test(value) ? date : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mangled(each, date, amount)]));
}

describe('the report', () => {
  it('does not change by a byte with the order of the resources or with copies of them', () => {
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
        expect(JSON.stringify(reportOf(story, [...order, ...copies]))).toBe(
          JSON.stringify(reportOf(story, story.record.resources)),
        );
      }),
      { numRuns: runs },
    );
  });

  it('of mangled dates and numbers is still sound JSON, in order of time and with its bounds in order', () => {
    const some = fc.tuple(
      someStory,
      fc.array(fc.nat(400), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(...oddDates),
      fc.constantFrom(...oddNumbers),
    );
    fc.assert(
      fc.property(some, ([story, chosen, date, amount]) => {
        const { resources } = story.record;
        const hit = new Set(chosen.map((index) => index % Math.max(1, resources.length)));
        const odd = resources.map((each, index) => (hit.has(index) ? (mangled(each, date, amount) as Resource) : each));
        const report = reportOf(story, odd);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        expect(JSON.stringify(report)).not.toMatch(/:null|:""|\[null|\[""/);
        const { span, series, events, glucocorticoid } = report.chart;
        for (const each of [...glucocorticoid.segments, ...events, ...series.flatMap(({ points }) => points)]) {
          const { from = span.from, to = span.to } = each;
          expect([from >= span.from, from <= to, to <= span.to]).toEqual([true, true, true]);
        }
        const { lower, upper } = report.sledai;
        expect(lower).toBeLessThanOrEqual(upper);
      }),
      { numRuns: runs * 3 },
    );
  });

  it('always makes a package in which every reference resolves inside', () => {
    fc.assert(
      fc.property(someStory, fc.array(fc.nat(400), { maxLength: 20 }), (story, lost) => {
        const { resources } = story.record;
        const gone = new Set(lost.map((index) => index % Math.max(1, resources.length)));
        const kept = resources.filter((_, index) => !gone.has(index));
        let last = 0;
        const newId = () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
        const context = { consent: 'not-recorded', now: '2026-06-01T00:00:00Z', newId } as const;
        const bundle = referralPackage({ ...story.record, resources: kept }, reportOf(story, kept), context);
        const urls = new Set((bundle['entry'] as { fullUrl: string }[]).map(({ fullUrl }) => fullUrl));
        const named = [...JSON.stringify(bundle).matchAll(/"reference":"([^"#][^"]*)"/g)].map(([, url = '']) => url);
        expect(named.filter((url) => !urls.has(url))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
