// Sentences about malignant neoplasms.

export const malignancy = {
  'malignancy.what': 'a malignant neoplasm',
} as const satisfies Record<string, string>;
