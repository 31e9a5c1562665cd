// What do the pages say around a page: reading the record, signing in, what went wrong, the patient? In English.

import type { Catalogue } from '../../../logic/words.ts';

export const frame = {
  title: 'Trial evidence',
  skip: 'Skip to the verdict',
  language: 'Language',
  yes: 'yes',
  no: 'no',
  date: '{date}',
  span: '{from} to {to}',
  source: 'Source: {references}',
  computed: 'computed',
  'source.not-read': 'This resource is not among those that were read.',
  'source.close': 'Close',

  'reading.start': 'Reading the record …',
  'reading.progress': 'Reading the record: {answered} of {of} searches answered …',

  'launch.waiting': 'Signing in …',
  'launch.no-iss': 'The page was opened without naming the EHR that opened it.',
  'launch.foreign-iss': 'The server that was named is not one of those this service may read. Nothing was asked of it.',
  'launch.not-registered': 'This service has no client id at the EHR, so the page cannot sign in.',
  'launch.refused': 'Signing in was refused or was not begun from this window.',
  'launch.no-patient': 'The EHR did not say which patient is open.',
  'launch.expired': 'Your sign-in has ended.',

  'problem.title': 'Nothing can be shown',
  'problem.unreachable': 'The service or the EHR could not be reached.',
  'problem.no-patient': 'The patient’s own entry, with a date of birth, could not be read.',
  'problem.refused': 'The service did not answer ({code}).',
  'problem.advice': 'Please open the page again from the patient’s chart. Nothing was stored.',

  'start.about': 'Compares a patient’s record with the criteria of the trial and shows what each answer rests on.',
  'start.sign-in': 'Sign in at {server} and choose a patient',
  'start.patient': 'Id of a patient on {server}',
  'start.open': 'Open',
  'start.none': 'No FHIR server is configured for this page.',

  'patient.no-name': 'No name on record',
  'patient.age': '{age} years',
  'patient.female': 'female',
  'patient.male': 'male',
  'patient.unclear': 'sex not clear',
  'patient.born': 'born {date}',
  'patient.as-of': 'assessed as of {date}',
} as const satisfies Catalogue;
