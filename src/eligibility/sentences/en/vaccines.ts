// Sentences about vaccinations.

export const vaccines = {
  'vaccines.live': 'live vaccine within the last {days} days: {vaccines}',
  'vaccines.live-undated': 'the record does not say whether {vaccines} was given within the last {days} days',
  'vaccines.unclear': 'given within the last {days} days, or on an unknown day, and perhaps live: {vaccines}',
  'vaccines.none-live': 'vaccinations of the last {months} months are on record, none live within the last {days} days',
  'vaccines.ask': 'no vaccination of the last {months} months on record: ask for the vaccination record',
  'vaccines.incomplete': 'the search for vaccinations is incomplete',
  'vaccines.record': 'vaccination record',
  'vaccines.date': 'date of {vaccines}',
  'vaccines.vaccination': 'vaccination',
  'vaccines.future': 'dated after the screening date',
} as const satisfies Record<string, string>;
