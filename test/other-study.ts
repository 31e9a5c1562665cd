// Another trial that a patient takes part in, as resources.

import type { Json } from '../src/fhir/record.ts';

export const study = (more: Json = {}): Json => ({
  resourceType: 'ResearchStudy',
  id: 's',
  status: 'active',
  title: 'A study of a drug',
  category: [{ text: 'Interventional' }],
  ...more,
});
export const subject = (status: string, period: Json = {}, more: Json = {}): Json => ({
  resourceType: 'ResearchSubject',
  status,
  period,
  individual: { reference: 'Patient/p' },
  study: { reference: 'ResearchStudy/s' },
  ...more,
});
