// English: why something in the record does not count, and how reasons are combined.

export const record = {
  verbatim: '{text}',
  combined: '{reasons}',
  'answer.given': 'answered by {author} on {date}',
  'answer.label': 'investigator’s answer',
  'record.status-does-not-count': 'status {status} is no evidence',
  'record.refuted': 'the entry is {status}',
  'record.other-patient': 'it belongs to another patient',
  'record.potential-event': 'a potential event, not one that happened',
} as const satisfies Record<string, string>;
