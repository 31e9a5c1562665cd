// Sentences about the diagnosis of systemic lupus.

export const sleDiagnosis = {
  'sle.diagnosis': 'diagnosis',
  'sle.diagnosis-possible': 'diagnosis, not confirmed',
  'sle.refuted': 'refuted diagnosis',
} as const satisfies Record<string, string>;
