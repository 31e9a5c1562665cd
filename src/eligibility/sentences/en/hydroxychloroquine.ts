// English: hydroxychloroquine.

export const hydroxychloroquine = {
  'hydroxychloroquine.met': 'hydroxychloroquine for {days} days',
  'hydroxychloroquine.short': 'hydroxychloroquine given, not proven for long enough: {shortfall}',
  'hydroxychloroquine.unclear': 'the record does not show whether hydroxychloroquine was taken',
  'hydroxychloroquine.route': 'route of hydroxychloroquine',
  'hydroxychloroquine.chloroquine': 'chloroquine instead of hydroxychloroquine',
  'hydroxychloroquine.given-instead': 'given instead of hydroxychloroquine',
  'hydroxychloroquine.against': 'no hydroxychloroquine on record, but a reason against it',
  'hydroxychloroquine.contraindication': 'diagnosis that speaks against hydroxychloroquine',
  'hydroxychloroquine.intolerance': 'allergy or intolerance',
  'hydroxychloroquine.none': 'no hydroxychloroquine in a complete medication history',
  'hydroxychloroquine.open': 'no hydroxychloroquine on record, but it cannot be excluded: {reasons}',
  'hydroxychloroquine.missing': 'record of hydroxychloroquine, or that it was never given',
  'hydroxychloroquine.conditions-incomplete': 'the search for diagnoses is incomplete',
} as const satisfies Record<string, string>;
