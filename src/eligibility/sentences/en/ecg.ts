// Sentences about the electrocardiogram.

export const ecg = {
  'ecg.normal': 'normal electrocardiogram ({value})',
  'ecg.not-plainly-normal': 'the electrocardiogram is not plainly normal: “{value}”',
  'ecg.no-conclusion': 'its report has no conclusion in words or codes',
} as const satisfies Record<string, string>;
