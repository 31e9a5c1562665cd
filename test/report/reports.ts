// The evidence report of a fixture story, for tests.

import { indexRecord } from '../../src/fhir/index-record.ts';
import type { Screening } from '../../src/facts/screening.ts';
import { evidenceReportOf } from '../../src/report/evidence-report-of.ts';
import type { CriterionReport, EvidenceReport } from '../../src/report/evidence-report.ts';
import { nct06222853From5To18 as protocol } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import type { Language } from '../../src/logic/language.ts';
import { screeningOn, shanghai } from '../builders.ts';
import { stories, type Story } from '../stories.ts';

export { protocol };

export function storyNamed(name: string): Story {
  const story = stories.find((each) => each.name === name);
  if (story === undefined) throw new Error(`no story ${name}`);
  return story;
}

export const screeningFor = (story: Story, more: Partial<Screening> = {}): Screening => screeningOn(story.asOf, more);

export const indexed = (story: Story) => indexRecord(story.record, shanghai);

export const reportFor = (story: Story, more: Partial<Screening> = {}, language: Language = 'en'): EvidenceReport =>
  evidenceReportOf(indexed(story), screeningFor(story, more), {
    protocol,
    language,
    recruiting: true,
    contact: 'Trial office 4711',
    dropped: 0,
  });

/** A criterion or part by its id. */
export function criterionIn({ criteria }: EvidenceReport, id: string): CriterionReport {
  const found = criteria.flatMap((each) => [each, ...(each.parts ?? [])]).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no criterion ${id}`);
  return found;
}
