// Sentences about lung disease.

export const lung = {
  'lung.what': 'a serious lung lesion',
  'lung.present': '{name} is on record and not over',
  'lung.doubtful': 'possibly a lung lesion: {name}',
  'lung.past': '{name} is over',
  'lung.support': '{name} on {date}, within {days} days',
  'lung.support-undated': '{name}, no date recorded',
} as const satisfies Record<string, string>;
