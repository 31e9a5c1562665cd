// Which results does a diagnostic report carry inside itself?

import { objectsAt, textAt } from './json.ts';
import type { Resource } from './record.ts';

const inherited = ['subject', 'effectiveDateTime', 'effectivePeriod', 'issued', 'status', 'contained'] as const;

/** What a report that was withdrawn contains was withdrawn with it. */
const withdrawn = /^\s*(?:entered-in-error|cancelled)\s*$/i;

/**
 * The Observations contained in a DiagnosticReport, each with what it leaves to its report (subject, date, status) and with what is
 * contained beside it (its specimen), under the id "<report id>#<own id>".
 */
export function observationsIn(report: Resource): readonly Resource[] {
  if (withdrawn.test(textAt(report, 'status') ?? '')) return [];
  return objectsAt(report, 'contained')
    .filter((each) => each['resourceType'] === 'Observation')
    .map((each) => {
      const fromReport = Object.fromEntries(inherited.flatMap((key) => (key in report ? [[key, report[key]]] : [])));
      return {
        ...fromReport,
        ...each,
        resourceType: 'Observation',
        id: `${textAt(report, 'id') ?? ''}#${textAt(each, 'id') ?? ''}`,
      };
    });
}
