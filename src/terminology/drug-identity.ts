// What do we say about a drug once it is identified?

/** Ingredient by its lower-case international name ("prednisone", "mycophenolate", "tisagenlecleucel"), see `data/drugs/`. */
export type IngredientName = string;

/**
 * Classes an ingredient belongs to, as `data/drugs/` lists them: "glucocorticoid", "glucocorticoid-unconverted" (systemic, but no
 * equivalence is known), "steroid-not-converted", "trial-agent", "antimalarial", "b-cell-biologic", "anti-cd20",
 * "other-immunosuppressant", "lymphodepletion", "antineoplastic", "immunoglobulin", "specific-immunoglobulin" (against one disease), "car-t", "vasopressor", "inotrope",
 * "oral-vasopressor", "iv-antihypertensive", "antiarrhythmic", "beta-blocker", "antibacterial", "antiviral", "hbv-antiviral",
 * "antifungal", "antituberculous", "pneumocystis-prophylaxis", "antiepileptic", "antipsychotic", "oxygen",
 * "unnamed" (only its ATC group is known).
 */
export type DrugClass = string;

/** Where a dose form or a stated route puts the drug. */
export const routeClasses = [
  'oral',
  'intravenous',
  'intramuscular',
  'subcutaneous',
  'injection', // injected, route not said
  'inhaled',
  'nasal',
  'ophthalmic',
  'otic',
  'topical',
  'rectal',
  'intra-articular',
  'intralesional',
  'intrathecal',
  'dental',
  'other-local',
] as const;

export type RouteClass = (typeof routeClasses)[number];

/** Does a drug act on the whole body? `unclear`: nothing says so, or two things contradict each other. */
export type Reach = 'systemic' | 'local' | 'unclear';

/** Strength of one piece ("tablet": perUnit "piece") or of one mL of a product, in mg of the named ingredient. */
export type Strength = { readonly milligrams: number; readonly per: 'piece' | 'mL'; readonly ofSalt?: boolean };

export type DrugIdentity = {
  readonly ingredients: readonly IngredientName[];
  readonly classes: ReadonlySet<DrugClass>;
  /** Route that the product's form, ATC group or name implies; undefined if it implies none. */
  readonly route?: RouteClass;
  /** What is known of its reach apart from `route`: an ATC group, or a drug that exists in no other form. */
  readonly reach?: Reach;
  readonly strength?: Strength;
  /** IM depot preparation: counts on the administration day only. */
  readonly depot?: boolean;
};

export type Identified =
  | { readonly state: 'known'; readonly drug: DrugIdentity }
  /** A code and its own display or text name different drugs, or a code a group to which the drug does not belong: counts as unread. */
  | {
      readonly state: 'contradictory';
      readonly candidates: readonly IngredientName[];
      /** Classes of the groups that codes name instead of a drug. */
      readonly groups: ReadonlySet<DrugClass>;
      /** Classes of everything that it may be: of the candidates and of the groups. */
      readonly classes: ReadonlySet<DrugClass>;
    }
  | { readonly state: 'unknown' };

const noClasses: ReadonlySet<DrugClass> = new Set();

/** Classes of what a drug is, or may be where code and name disagree; none where nobody can tell. */
export function classesOf(identified: Identified): ReadonlySet<DrugClass> {
  if (identified.state === 'unknown') return noClasses;
  return identified.state === 'known' ? identified.drug.classes : identified.classes;
}

/** Tells a drug that holds one of some ingredients. */
export const isOneOf =
  (names: ReadonlySet<IngredientName>) =>
  ({ ingredients }: DrugIdentity): boolean =>
    ingredients.some((each) => names.has(each));
