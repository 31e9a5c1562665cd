// English: high-dose glucocorticoid treatment.

export const glucocorticoids = {
  'glucocorticoid.course': '{days} days at {dose} mg/kg/d of prednisone or more, {from} to {to}',
  'glucocorticoid.old-course':
    '{days} days at {dose} mg/kg/d or more, {from} to {to}, ended more than {recent} days ago',
  'glucocorticoid.averaged':
    '{days} days at {dose} mg/kg/d or more, {from} to {to}, only when alternate-day doses are averaged',
  'glucocorticoid.near': '{days} days at {dose} mg/kg/d or more, {from} to {to}; {need} are needed',
  'glucocorticoid.near-continuing':
    '{days} days at {dose} mg/kg/d or more since {from}; three months are reached on {on} if treatment continues',
  'glucocorticoid.cumulative': '{days} days at {dose} mg/kg/d or more in the last {recent} days, but not in one course',
  'glucocorticoid.close':
    'three months are reached only with {near} days just below {dose} mg/kg/d and {capped} days on the usual full dose of 60 mg',
  'glucocorticoid.regimen':
    '{any} days of glucocorticoids in one course, of which {high} days at {dose} mg/kg/d or more and {pulses} pulse days',
  'glucocorticoid.none': 'no systemic glucocorticoid on record',
  'glucocorticoid.too-short':
    '{any} days of glucocorticoids on record, at most {days} of them together at {dose} mg/kg/d or more',
  'glucocorticoid.not-attested': '{found}, and nobody states that the medication history is complete',
  'glucocorticoid.undecided': 'cannot be decided; open: {what}',
  'glucocorticoid.injection': 'decided by injections whose route is not stated',
  'glucocorticoid.none-but':
    'no systemic glucocorticoid on record but {drugs}, taken only when needed: not counted without administrations',
  'glucocorticoid.incomplete': 'the search for drugs is incomplete ({searches})',
  'glucocorticoid.unread': '{count} entries that may be glucocorticoids cannot be read',
  'glucocorticoid.if-continued': 'if treatment continues as ordered',

  'glucocorticoid.searches': 'complete results of {searches}',
  'glucocorticoid.identify': 'drug and dates of {references}',
  'glucocorticoid.held': 'Not decided while this is open: {what}',
  'glucocorticoid.height': 'a body height for {from} to {to}, since the dose is per square metre',
  'glucocorticoid.exact-weight': 'which of the body weights for {from} to {to} is right',
  'glucocorticoid.weight': 'a body weight for {from} to {to}',
  'glucocorticoid.dose': 'the daily dose of {entries}',
  'glucocorticoid.exact-dose': 'the exact daily dose of {entries}',
  'glucocorticoid.route': 'the route of {entries}',
  'glucocorticoid.repeated':
    'whether {entries} is a dose of its own, or the same dose at the same time that was sent twice',
  'glucocorticoid.untaken': 'whether {entries} was taken: another entry says that it was not',
  'glucocorticoid.entry': '{drug} ({from} to {to})',
  'glucocorticoid.entry-of-day': '{drug} ({from})',
  'glucocorticoid.entries': '{drug} ({count} entries, {from} to {to})',
  'glucocorticoid.dates': 'the exact dates of {entries}',
  'glucocorticoid.overlap': 'whether {entries} went on beside a later order',

  'glucocorticoid.days-any': 'days on any systemic glucocorticoid',
  'glucocorticoid.days-high': 'days at the high dose',
  'glucocorticoid.longest-run': 'longest course at the high dose, days',
  'glucocorticoid.span': 'first and last day',
  'glucocorticoid.peak': 'highest daily dose as prednisone',
  'glucocorticoid.source': '{drug} ({source})',
  'glucocorticoid.source-administration': 'given',
  'glucocorticoid.source-dispense': 'dispensed',
  'glucocorticoid.source-statement': 'taken as stated',
  'glucocorticoid.source-request': 'ordered',
  'glucocorticoid.doses': '{doses} of prednisone equivalent a day',
  'glucocorticoid.doses-repeated': '{doses} of prednisone equivalent, {count} times',
  'glucocorticoid.ignored-as-needed': 'taken only when needed: not counted without administrations',
  'glucocorticoid.ignored-not-systemic': 'not a systemic glucocorticoid',
  'glucocorticoid.ignored-undated': 'no date',
} as const satisfies Record<string, string>;
