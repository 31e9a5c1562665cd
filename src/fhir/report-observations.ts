// Which results does a diagnostic report carry inside itself?

import { objectsAt, textAt } from './json.ts';
import type { Resource } from './record.ts';

const inherited = ['subject', 'effectiveDateTime', 'effectivePeriod', 'issued', 'status'] as const;

/**
 * The Observations contained in a DiagnosticReport, each with what it leaves to its report (subject, date, status),
 * under the id "<report id>#<own id>".
 */
export function observationsIn(report: Resource): readonly Resource[] {
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
