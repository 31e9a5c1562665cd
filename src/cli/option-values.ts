// What does the value of an option mean, and what does the caller read if it means nothing?

import { parseBase } from '../access/base-url.ts';
import { parseDay, type Day } from '../logic/calendar.ts';
import { languages, type Language } from '../logic/language.ts';
import { UsageError } from './usage-error.ts';

/** An option with a value, and one that is there or not, as `parseArgs` wants them declared. */
export const text = { type: 'string' } as const;
export const yes = { type: 'boolean', default: false } as const;

/** @param option "--as-of". @throws UsageError for anything but a date YYYY-MM-DD */
export function dayGiven(option: string, value: string): Day {
  const day = parseDay(value);
  if (day === undefined) throw new UsageError(`${option} ${value} is not a date YYYY-MM-DD`);
  return day;
}

/** The value of `--lang`. @throws UsageError for a language that we do not have */
export function languageGiven(value: string): Language {
  const language = languages.find((each) => each === value);
  if (language === undefined) throw new UsageError(`--lang ${value} is not one of ${languages.join(', ')}`);
  return language;
}

/** The value of `--server`. @throws UsageError for anything but a base URL */
export function serverGiven(value: string): URL {
  const base = parseBase(value);
  if (base === undefined) throw new UsageError('--server must be the base URL of a FHIR server');
  return base;
}
