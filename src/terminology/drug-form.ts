// Where does a drug go, and how strong is it, when several codes and names speak of it?

import type { AtcMeaning } from './drug-atc.ts';
import type { Reach, RouteClass, Strength } from './drug-identity.ts';
import { reachOfRoute } from './routes.ts';

export type Place = { readonly route?: RouteClass; readonly reach?: Reach };

/** Route and reach from dose forms and ATC groups. A written local form outweighs an ATC code, which is often the substance's. */
export function placeOf(
  forms: readonly RouteClass[],
  groups: readonly AtcMeaning[],
  usual: readonly (string | undefined)[],
): Place {
  const local = forms.find((each) => reachOfRoute(each) === 'local');
  const body = forms.filter((each) => reachOfRoute(each) === 'systemic');
  const groupRoute = groups.flatMap((each) => each.route ?? [])[0];
  if (local !== undefined) return body.length === 0 ? { route: local, reach: 'local' } : { reach: 'unclear' };
  if (groupRoute !== undefined && (body.length === 0 || groupRoute === 'other-local'))
    return { route: groupRoute, reach: 'local' };
  if (groupRoute !== undefined) return { reach: 'unclear' };
  const kinds = new Set(body);
  const precise = [...kinds].filter((each) => each !== 'injection');
  const route = precise.length === 1 && !(precise[0] === 'oral' && kinds.size > 1) ? precise[0] : [...kinds][0];
  const form = kinds.size > 1 && precise.length !== 1 ? undefined : route;
  const systemic = groups.some((each) => each.reach === 'systemic') || usual.some((each) => each !== undefined);
  if (form !== undefined) return { route: form };
  if (body.length === 0 && usual.includes('oral')) return { route: 'oral', reach: 'systemic' };
  return systemic ? { reach: 'systemic' } : {};
}

/** The strength all sources agree on; a salt is a salt if one of them says so. */
export function sameStrength(all: readonly Strength[]): Strength | undefined {
  const [first, ...more] = all;
  if (first === undefined || more.some((each) => each.milligrams !== first.milligrams || each.per !== first.per))
    return undefined;
  return all.some((each) => each.ofSalt === true) ? { ...first, ofSalt: true } : first;
}
