// What has the site stated about a FHIR server that the evidence page reads by itself?

import { isUnder, parseBase } from '../access/base-url.ts';
import type { Config } from '../config/config.ts';
import type { StatedAboutServer } from '../report/assessment-api.ts';

/**
 * As for the hook, so that card and page judge the same record. Where several clients name the server, what only some of
 * them state is not taken: the page does not know whose user reads it.
 */
export function statedAbout(base: string, clients: Config['clients']): StatedAboutServer {
  const url = parseBase(base);
  const said = Object.values(clients).flatMap(({ fhirServers, harmlessWarnings }) =>
    fhirServers
      .filter((server) => url !== undefined && isUnder(url, new URL(server.base)))
      .slice(0, 1)
      .map(({ everyObservationHasCategory }) => ({ everyObservationHasCategory, harmlessWarnings })),
  );
  const [first] = said;
  return {
    base,
    harmlessWarnings: (first?.harmlessWarnings ?? []).filter((each) =>
      said.every(({ harmlessWarnings }) => harmlessWarnings.includes(each)),
    ),
    everyObservationHasCategory:
      first !== undefined && said.every(({ everyObservationHasCategory }) => everyObservationHasCategory),
  };
}
