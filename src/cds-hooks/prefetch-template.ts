// What is the prefetch template of each search?

import { searches, type Search } from '../fhir/searches.ts';

const token = '{{context.patientId}}';

/** "Condition?patient={{context.patientId}}"; only a root-level context token, which every client can fill in. */
const templateOf = ({ type, query }: Search): string =>
  query === undefined ? `${type}/${token}` : `${type}?${query.replace('{id}', token)}`;

/** The templates by search name, in the table's order. */
export const prefetchTemplates: Readonly<Record<string, string>> = Object.fromEntries(
  searches.map((search) => [search.name, templateOf(search)]),
);
