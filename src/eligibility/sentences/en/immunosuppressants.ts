// English: the eleven agents of the trial.

export const immunosuppressants = {
  'immunosuppressants.met': 'adequately treated with {adequate}',
  'immunosuppressants.not-adequate': 'treated with {given}, but fewer than {needed} adequately: {doubts}',
  'immunosuppressants.unclear': 'the record does not show whether {agents} acted on the whole body',
  'immunosuppressants.route-of': 'route and purpose of {agents}',
  'immunosuppressants.open': 'fewer than {needed} agents on record ({given}); others cannot be excluded: {reasons}',
  'immunosuppressants.further': 'record of {count} further agent(s) of the trial’s list, or that none was given',
  'immunosuppressants.near':
    'fewer than {needed} listed agents ({given}), and {near}, which the list does not name but may mean',
  'immunosuppressants.too-few': 'fewer than {needed} agents in a complete medication history ({given})',
  'immunosuppressants.cover': '{days} days, {from} to {to}',
  'immunosuppressants.doses': '{count} doses, {from} to {to}',
  'immunosuppressants.no-time': 'no proven days of treatment for lupus',
  'immunosuppressants.short': '{name} {days} days',
  'immunosuppressants.few-doses': '{name} {count} dose(s) in the longest course',
  'immunosuppressants.untaken': '{name}: ordered, and another entry says that it was not taken',
  'immunosuppressants.ordered':
    '{agents} ordered for long enough; whether it was taken is open, since the medication statements were not read completely',
  'immunosuppressants.statements': 'the medication statements, which may say that it was not taken',
  'immunosuppressants.unclear-time': '{name}: dates, end or reason are not clear',
  'immunosuppressants.other-disease': '{name} given for another disease',
  'immunosuppressants.before-onset': '{name} ended before lupus began',
  'immunosuppressants.if-continued': 'if treatment continues',
  'immunosuppressants.not-listed': 'other immunosuppression, not on the trial’s list',
  'immunosuppressants.not-systemic': 'not systemic, not counted',
  'immunosuppressants.as-needed': 'as needed, not counted',
  'immunosuppressants.conditioning': 'conditioning or lymphodepletion, not counted',
  'immunosuppressants.anticancer-dose': 'anticancer dose, not counted',
} as const satisfies Record<string, string>;
