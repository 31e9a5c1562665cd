// Sentences about lung disease.

export const lung = {
  'lung.what': 'a serious lung lesion',
  'lung.present': '{name} is on record and not over',
  'lung.doubtful': 'possibly a lung lesion: {name}',
  'lung.past': '{name} is over',
  'lung.reported': 'the report of {date} names a lung disease, oxygen or ventilation: for the investigator to read',
  'lung.support': '{name} on {date}, within {days} days',
  'lung.support-open': '{name}: nobody says when it ended, so that it may lie within {days} days',
  'lung.support-undated': '{name}: no date recorded, so that it may lie within {days} days',
} as const satisfies Record<string, string>;
