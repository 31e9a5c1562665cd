// English: the headings of a chart review and of the printed protocol.

export const explain = {
  'explain.criterion': '{id}  {verdict}',
  'explain.text': '"{text}"',
  'explain.line': '{title}: {line}',
  'explain.entries': '{line} ({count} entries)',
  'explain.list': '{title}:',
  'explain.all': 'ALL OF',
  'explain.any': 'ANY OF',
  'explain.at-least': 'AT LEAST {n} OF',
  'explain.read-as': 'read as',
  'explain.reviewed': 'reviewed by {reviewer} on {date}',
  'explain.review-changed': 'changed since it was reviewed by {reviewer} on {date}: not yet reviewed',
  'explain.not-yet-reviewed': 'not yet reviewed',
  'explain.because': 'because',
  'explain.evidence': 'evidence',
  'explain.missing': 'missing',
  'explain.ignored': 'not counted',
  'explain.flags': 'flags',
  'explain.changes': 'What the calendar alone will change',
  'explain.change': '{on}: {criterion} becomes {becomes}',
  'explain.change-if': '{on}: {criterion} becomes {becomes} {if}',
} as const satisfies Record<string, string>;
