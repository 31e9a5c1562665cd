// English: the words for a verdict about an inclusion or exclusion criterion, and for the status of a patient.

export const verdicts = {
  'verdict.inclusion.met': 'met',
  'verdict.inclusion.not-met': 'not-met',
  'verdict.inclusion.unknown': 'unknown',
  'verdict.inclusion.needs-investigator': 'needs-investigator',
  'verdict.exclusion.met': 'met',
  'verdict.exclusion.not-met': 'not-met',
  'verdict.exclusion.unknown': 'unknown',
  'verdict.exclusion.needs-investigator': 'needs-investigator',
  'status.ineligible': 'ineligible',
  'status.potential-candidate': 'potential-candidate',
  'status.candidate': 'candidate',
} as const satisfies Record<string, string>;
