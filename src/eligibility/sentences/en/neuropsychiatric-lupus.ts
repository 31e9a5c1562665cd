// Sentences about lupus of the central nervous system.

export const neuropsychiatricLupus = {
  'neuropsychiatric.what': 'lupus of the central nervous system',
  'neuropsychiatric.given-for-it': '{treatment} given for lupus of the central nervous system within {days} days',
  'neuropsychiatric.maybe-given-for-it':
    '{treatment} given for lupus of the central nervous system, perhaps within {days} days',
  'neuropsychiatric.past': '{name} is over, and no intervention within {days} days is on record',
  'neuropsychiatric.past-treated': '{name} is over, but within {days} days there was {treatments}',
  'neuropsychiatric.doubtful': '{name} is not confirmed',
  'neuropsychiatric.status-unknown': 'the record does not say whether {name} is still active',
  'neuropsychiatric.present': '{name} is active; no intervention within {days} days is on record',
  'neuropsychiatric.present-maybe-treated':
    '{name} is active; whether {treatments} was an intervention for it within {days} days is not certain',
  'neuropsychiatric.present-treated': '{name} is active, with {treatments} within {days} days',
  'neuropsychiatric.items': 'SLEDAI items of the nervous system: {items}',
  'neuropsychiatric.scored': 'scored on {date}: {items}',
  'neuropsychiatric.illegible': 'the answers of {date} cannot be read: {items}',
  'neuropsychiatric.new-disorder': '{name} since {date}: may be lupus of the central nervous system',
  'neuropsychiatric.undated-disorder':
    '{name}, the record does not say since when: may be lupus of the central nervous system',
} as const satisfies Record<string, string>;
