// What does one criterion answer for a record of a few resources?

import type { Criterion } from '../src/eligibility/criterion.ts';
import { understand } from '../src/eligibility/understand.ts';
import type { Screening } from '../src/facts/screening.ts';
import type { Json } from '../src/fhir/record.ts';
import type { Finding } from '../src/logic/finding.ts';
import { defaults, type Settings } from '../src/protocols/nct06222853-5to18/settings.ts';
import { recordOf, screeningOn, type RecordOptions } from './builders.ts';

export type Asked = RecordOptions & { readonly asOf?: string; readonly screening?: Partial<Screening> };

/** The finding of a criterion on 2026-06-01 (or `asOf`) with the default settings. */
export function ask(criterion: Criterion<Settings>, resources: readonly Json[], asked: Asked = {}): Finding {
  const screening = screeningOn(asked.asOf ?? '2026-06-01', asked.screening);
  return criterion.assess(understand(recordOf(resources, asked), screening), screening, defaults);
}
