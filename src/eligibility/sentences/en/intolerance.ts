// English: intolerance of standard treatments.

export const intolerance = {
  'intolerance.evidence': 'evidence of intolerance: {drugs}; the investigator decides what suffices',
  'intolerance.none': 'nothing on record points to an intolerance of a standard treatment (absence-based)',
  'intolerance.incomplete':
    'the searches for allergies, adverse events, diagnoses and medications are not all complete',
  'intolerance.missing': 'a complete reading of allergies, adverse events, diagnoses and medications',
  'intolerance.of': 'allergy or intolerance: {drug}',
  'intolerance.adverse-event': 'adverse event under {drug}',
  'intolerance.ended': '{drug} ended for harm',
  'intolerance.withheld': '{drug} withheld for harm',
  'intolerance.diagnosis': 'diagnosis naming harm by {drug}',
} as const satisfies Record<string, string>;
