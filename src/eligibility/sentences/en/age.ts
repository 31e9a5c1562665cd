// Sentences about age.

export const age = {
  'age.met': '{age} completed years: within {from} to {to}',
  'age.not-met': '{age} completed years: outside {from} to {to}',
  'age.unknown':
    'the date of birth is incomplete: {age} completed years, which may lie inside or outside {from} to {to}',
  'age.from.met': '{age} completed years: at least {from}',
  'age.from.not-met': '{age} completed years: younger than {from}',
  'age.from.unknown': 'the date of birth is incomplete: {age} completed years, which may be younger than {from} or not',
  'age.range': '{from} to {to}',
  'age.no-birth-date': 'no readable date of birth',
  'age.implausible': 'the date of birth {birth} cannot be right',
  'age.birth-date': 'date of birth',
  'age.not-readable': 'not readable',
  'age.full-birth-date': 'full date of birth',
} as const satisfies Record<string, string>;
