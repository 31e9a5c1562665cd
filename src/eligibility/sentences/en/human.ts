// Sentences about what only a human can judge.

export const human = {
  'human.cell-collection': 'suitability for leukapheresis or venous blood collection is a clinical decision',
  'human.consent': 'consent is given outside the record',
  'human.other-reason': 'the investigator judges whether anything else makes the patient unsuitable',
} as const satisfies Record<string, string>;
