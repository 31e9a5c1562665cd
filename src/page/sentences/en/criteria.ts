// What do the pages say about criteria: their text, reading, review, a judgement? In English.

import type { Catalogue } from '../../../logic/words.ts';

export const criteria = {
  'criteria.title': 'Criterion by criterion',
  'criteria.about':
    'In the trial’s order. Open one to see its words, how they are read here, and every source. Where only a person can judge, you can try an answer: it holds on this page and is not kept.',
  'criterion.inclusion': 'Inclusion criterion {id}, the trial’s own words',
  'criterion.translation': 'Translation; only the English text binds',
  'criterion.exclusion': 'Exclusion criterion {id}, the trial’s own words',
  'criterion.in-chart': 'see chart',
  'criterion.confidential': 'Not for the eyes of a guardian; hidden until you ask, and never printed.',
  'criterion.show': 'Show on this screen',
  'criterion.evidence': 'What it rests on',
  'criterion.missing': 'What is missing',
  'criterion.orders': 'What would settle it',
  'criterion.order': '{test} (a result of the last {days} days counts)',
  'criterion.ignored': 'Read and not counted, with the reason',
  'criterion.read-as': 'How the sentence is read',

  'review.none': 'This reading has not been reviewed by a clinician yet.',
  'review.by': 'Reviewed by {reviewer} on {date}.',
  'review.changed': 'Reviewed by {reviewer} on {date}, and changed since then: to be reviewed again.',

  'judge.title': 'Your judgement of {id}:',
  'judge.met': 'Met',
  'judge.not-met': 'Not met',
  'judge.present': 'Present',
  'judge.absent': 'Not present',
} as const satisfies Catalogue;
