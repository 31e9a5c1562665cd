// English: why a drug order is no exposure.

export const exposures = {
  'exposures.do-not-perform': 'an order not to give it',
  'exposures.no-dose': 'a dose of 0: nobody can tell whether it was given',
  'exposures.not-taken': 'a statement that it is not taken, or that nobody knows',
  'exposures.intent-does-not-count': 'intent {intent} is no order',
} as const satisfies Record<string, string>;
