// English: the words for a verdict and for the status of a patient.

export const verdicts = {
  'verdict.met': 'met',
  'verdict.not-met': 'not-met',
  'verdict.unknown': 'unknown',
  'verdict.needs-investigator': 'needs-investigator',
  'status.ineligible': 'ineligible',
  'status.potential-candidate': 'potential-candidate',
  'status.candidate': 'candidate',
} as const satisfies Record<string, string>;
