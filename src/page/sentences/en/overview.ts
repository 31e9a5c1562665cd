// What do the pages say in the ten seconds at the top, and on what leaves the page? In English.

import type { Catalogue } from '../../../logic/words.ts';

export const overview = {
  'verdict.unseen': 'Not read in full: {searches}. What stands there is unknown here.',
  'verdict.title': 'Verdict',
  'status.ineligible': 'Does not fit today: {against} against',
  'status.potential-candidate': 'May fit: {missing} still missing',
  'status.candidate': 'May fit: only steps by a person are left',
  'status.deceased': 'The record says that the patient has died',
  'status.merged': 'This record was merged into another one: open that one',
  'verdict.not-recruiting': 'The trial does not recruit at present.',
  'tally.for': 'in favour',
  'tally.against': 'against',
  'tally.missing': 'missing',
  'tally.confirm': 'to confirm',

  'next.title': 'What to do next',
  'next.none': 'Nothing is open that the record could settle.',
  'next.orders': 'Would settle it: {tests}',
  'next.further': '{count} more below, criterion by criterion.',
  'next.contact': 'Trial office: {contact}',

  'dates.title': 'Dates that matter',
  'dates.none': 'No criterion changes by the calendar alone.',
  'dates.later': 'Later dates: {count}',
  'dates.if': ' ({condition})',

  'basis.title': 'What this rests on',
  'basis.dropped': '{count} resources of another patient were sent and left out.',

  'referral.print': 'Print',
  'referral.copy': 'Copy as text',
  'referral.package': 'Referral package',
  'referral.consent': 'Guardian agreed',
  'referral.copied': 'Copied.',
  'referral.downloaded': 'Saved.',
  'referral.failed': 'That did not work.',

  'letter.title': 'Screening summary for trial {trial}',
  'letter.verdict': '{status}. {line}',
  'letter.dose': '{unit}. Last 12 months; dashed: the trial’s line; shaded: qualifying days; hatched: may qualify.',
  'letter.dated': '{what} ({date})',
  'letter.scores':
    'SLEDAI-2K: {sledaiLow} to {sledaiHigh} points. EULAR/ACR 2019: {eularLow} points proven (lupus from {eularFrom}).',
  'letter.consent': 'Guardian agreed to the referral: ☐ yes ☐ no      Date, signature: ______________________',
} as const satisfies Catalogue;
