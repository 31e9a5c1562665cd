// Sentences about the latest result of a measurement.

export const latest = {
  'latest.none': 'no {what} within the last {days} days',
  'latest.stale': 'the latest {what} ({value} on {date}) is older than {days} days',
  'latest.maybe-stale': 'the date of the latest {what} ({date}) does not show whether it is older than {days} days',
  'latest.unreadable': 'the latest {what} ({value} on {date}) cannot be read: {why}',
  'latest.without-value': 'no value',
  'latest.disagree': 'results of {what} at the same time lead to different answers',
  'latest.incomplete': 'the search for results is incomplete: a newer {what} may have been missed',
  'latest.ignored': '{what}: {why}',
  'latest.undated': 'result without a readable date',
  'latest.future': 'dated after the screening date',
  'latest.preliminary': 'preliminary result, shown but not decisive',
} as const satisfies Record<string, string>;
