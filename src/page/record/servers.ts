// Which FHIR servers may this page speak to, and what is stated about them? Only those that the service names.

import type { AssessmentConfig, StatedAboutServer } from '../../report/assessment-api.ts';

const withoutSlash = (text: string): string => text.replace(/\/+$/, '');

/** The configured server that an address names, else undefined; nothing is asked of any other. */
export function allowedBase({ fhirBases }: Pick<AssessmentConfig, 'fhirBases'>, asked: string): URL | undefined {
  const named = fhirBases.find((base) => withoutSlash(base) === withoutSlash(asked));
  return named === undefined ? undefined : new URL(named);
}

/** What the site has stated about one of them; undefined if that is nothing. */
export const statedAbout = ({ stated }: Pick<AssessmentConfig, 'stated'>, base: URL): StatedAboutServer | undefined =>
  stated.find((each) => withoutSlash(each.base) === withoutSlash(base.href));

const fhirId = /^[A-Za-z0-9\-.]{1,64}$/;

/** True for what can be the id of a patient, and cannot be anything else in an address. */
export const isFhirId = (text: string): boolean => fhirId.test(text) && text !== '.' && text !== '..';
