// Sentences about other diseases treated with glucocorticoids or immunosuppressants.

export const otherDisease = {
  'other-disease.what': 'another disease that needs long-term glucocorticoid or immunosuppression',
  'other-disease.going-on': '{drugs} for {disease} is going on',
  'other-disease.lasting': '{drugs} for {disease} for {days} days or more',
  'other-disease.short': '{drugs} for {disease} for less than {days} days',
  'other-disease.reason-unclear':
    '{drugs} was given for “{disease}”: whether that is another disease is for the investigator',
  'other-disease.dates-unclear': 'the record does not say exactly enough how long {drugs} was given for {disease}',
  'other-disease.dates': 'first and last day of {drugs} for {disease}',
  'other-disease.suppressed': '{drug} for {disease}: whether the dose is high is for the investigator',
  'other-disease.nameless':
    'what was given for {diseases} has neither a name nor a known code: which drug it is cannot be told',
  'other-disease.unread': 'name and code of what was given for {diseases} disagree: which drug it is cannot be told',
  'other-disease.shared':
    '{drugs} was given for lupus and for {disease}: whether {disease} alone needs it is for the investigator',
  'other-disease.of-nephritis': '{name} names no cause of its own, and {nephritis} is confirmed: it belongs to lupus',
  'other-disease.past': '{name} is over',
  'other-disease.drugs-for-lupus': '{name} is on record, but every such drug is recorded as given for lupus',
  'other-disease.usually-treated':
    '{name} is on record and is usually treated with glucocorticoid or immunosuppression',
} as const satisfies Record<string, string>;
