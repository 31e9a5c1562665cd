// Sentences about liver values.

export const liver = {
  'liver.within': '{what} {value} is at most {times} x the upper limit {limit} {unit}',
  'liver.above': '{what} {value} is above {times} x the upper limit {limit} {unit}',
  'liver.above-ast':
    '{what} {value} is above {times} x the upper limit {limit} {unit}; muscle and haemolysis can raise it too (see CK and LDH)',
  'liver.within-any': '{what} {value} is at most {times} x any plausible upper limit ({low} to {high} {unit})',
  'liver.above-any': '{what} {value} is above {times} x any plausible upper limit ({low} to {high} {unit})',
  'liver.flagged-normal': '{what} {value} was reported as normal',
  'liver.limit-missing':
    '{what} {value} has no upper limit of normal: it lies between {times} x {low} and {times} x {high} {unit}',
  'liver.limits-differ': '{what} {value} cannot be decided against {times} x its upper limit of normal',
  'liver.no-number': '{what} {value} has no number',
  'liver.needs-limit': '{what} with the upper limit of normal of the laboratory',
} as const satisfies Record<string, string>;
