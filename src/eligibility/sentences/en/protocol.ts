// English: the printed protocol around the trial's own words.

export const protocol = {
  'protocol.title': '{id}, version {version}',
  'protocol.registry': 'Registry: <{url}>. Digest: `{digest}` ({count} single criteria, {reviewed} of them reviewed).',
  'protocol.translated':
    'Translation: only the registered English text, shown under each criterion, and the English readings are what is signed.',
  'protocol.signing':
    'Every example is proven by a test with the default settings. Whoever signs a criterion signs its text, its reading, its\nexamples and the settings its reading names: the hash in its last line, entered in `signoff.json` with name and date.',
  'protocol.inclusion': 'Inclusion criteria',
  'protocol.exclusion': 'Exclusion criteria',
  'protocol.registered': 'registered text: {text}',
  'protocol.all': 'all of:',
  'protocol.any': 'any of:',
  'protocol.at-least': 'at least {n} of:',
  'protocol.read-as': 'read as: {line}',
  'protocol.example': 'example, {verdict}: {situation}',
  'protocol.examples-hold': 'the examples hold for {name} = {default}; here {value}',
  'protocol.confidential': 'confidential: shown only in the chart',
  'protocol.signed': '{review} (`{hash}`)',
  'protocol.who-decides': 'Who decides',
  'protocol.who-decides-key':
    '`computed`: the record can prove both answers. `partly`: it can prove one, the other is always a human’s.\n`investigator`: only a human answers. Doubtful cases go to the investigator everywhere.',
  'protocol.criterion': 'criterion',
  'protocol.decided': 'decided',
  'protocol.human-judges': 'what a human must still judge',
  'protocol.decided.computed': 'computed',
  'protocol.decided.partly': 'partly',
  'protocol.decided.investigator': 'investigator',
  'protocol.settings': 'Settings',
  'protocol.settings-key':
    '`registry`: the trial itself gives the default. `default`: it does not; our choice until the investigator decides.\nA site can change each.',
  'protocol.setting': 'setting',
  'protocol.in-force': 'in force',
  'protocol.default': 'default',
  'protocol.source': 'source',
  'protocol.what-it-is': 'what it is',
  'protocol.source.registry': 'registry',
  'protocol.source.default': 'default',
} as const satisfies Record<string, string>;
