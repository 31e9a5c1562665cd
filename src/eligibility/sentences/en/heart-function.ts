// Sentences about the left ventricular ejection fraction.

export const heartFunction = {
  'heart-function.met': 'ejection fraction {value} is at least {percent} %',
  'heart-function.words-only': 'it is told in words, without a number',
  'heart-function.not-met': 'ejection fraction {value} is below {percent} %',
  'heart-function.unknown': 'ejection fraction {value} does not show whether it is at least {percent} %',
} as const satisfies Record<string, string>;
