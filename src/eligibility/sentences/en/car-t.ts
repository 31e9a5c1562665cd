// Sentences about CAR-T cell therapy.

export const carT = {
  'car-t.what': 'earlier CAR-T cell therapy',
  'car-t.not-shown-given': 'ordered or dispensed, but not shown to have been given: {entry} ({what})',
  'car-t.administration': 'CAR-T product given',
  'car-t.dispense': 'CAR-T product dispensed',
  'car-t.statement': 'CAR-T product reported as given',
  'car-t.request': 'CAR-T product ordered',
  'car-t.nameless':
    'something was given that has neither a name nor a known code: whether it was CAR-T cells cannot be told',
} as const satisfies Record<string, string>;
