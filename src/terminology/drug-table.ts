// Which ingredients and products do we know, by code and by name?

import antiInfectives from './data/drugs/anti-infectives.json' with { type: 'json' };
import carT from './data/drugs/car-t.json' with { type: 'json' };
import circulation from './data/drugs/circulation.json' with { type: 'json' };
import glucocorticoids from './data/drugs/glucocorticoids.json' with { type: 'json' };
import immunosuppressants from './data/drugs/immunosuppressants.json' with { type: 'json' };
import nervousSystem from './data/drugs/nervous-system.json' with { type: 'json' };
import other from './data/drugs/other.json' with { type: 'json' };
import oxygen from './data/drugs/oxygen.json' with { type: 'json' };
import productTable from './data/drugs/products.json' with { type: 'json' };
import trialAgents from './data/drugs/trial-agents.json' with { type: 'json' };
import type { Language } from '../logic/language.ts';
import type { DrugClass, IngredientName, RouteClass, Strength } from './drug-identity.ts';
import { routeNamed } from './routes.ts';

/** One row of `data/drugs/`: an ingredient with its codes and names. */
export type Ingredient = {
  readonly name: IngredientName;
  readonly zh: string;
  readonly classes: readonly DrugClass[];
  /** Further names, salts and brands, English and Chinese. */
  readonly names: readonly string[];
  readonly atc: readonly string[];
  readonly rxnorm: readonly string[];
  readonly snomed: readonly string[];
  /** NHSA drug code (China) up to the ingredient, without the dose form. */
  readonly nhsa: readonly string[];
  /** "oral": exists only so; "systemic": every form of it is systemic; not given: topical or eye forms exist too. */
  readonly usual?: string | undefined;
};

/** A product of RxNorm: what is in it, how strong one piece or mL is, where its form puts it. */
export type Product = {
  readonly ingredients: readonly IngredientName[];
  readonly strength?: Strength;
  readonly route?: RouteClass;
  readonly depot: boolean;
};

/** Every ingredient known by name. */
export const allIngredients: readonly Ingredient[] = [
  glucocorticoids,
  trialAgents,
  immunosuppressants,
  carT,
  circulation,
  antiInfectives,
  nervousSystem,
  oxygen,
  other,
].flatMap((file): readonly Ingredient[] => file.ingredients);

const byName = new Map(allIngredients.map((each) => [each.name, each]));

/** The ingredient with its ATC codes and classes; undefined for a name that our tables do not hold. */
export const ingredientNamed = (name: IngredientName): Ingredient | undefined => byName.get(name);

/** What a drug is called in a language: English names are the table's own; undefined for what is no name of the table. */
export const drugNameIn = (language: Language, name: string): string | undefined =>
  language === 'en' ? name : byName.get(name)?.zh;

const codesOf = (key: 'atc' | 'rxnorm' | 'snomed' | 'nhsa'): ReadonlyMap<string, IngredientName> =>
  new Map(allIngredients.flatMap((each) => each[key].map((code) => [code, each.name])));

/** The name of the ingredient by its code, one map per code system. */
export const ingredientByCode = {
  atc: codesOf('atc'),
  rxnorm: codesOf('rxnorm'),
  snomed: codesOf('snomed'),
  nhsa: codesOf('nhsa'),
} as const;

/** "prednisone|20 piece|oral|" -> Product. */
function readProduct(row: string): Product {
  const [names = '', strength = '', form = '', depot = ''] = row.split('|');
  const [milligrams = '', per, salt] = strength.split(' ');
  const route = routeNamed(form);
  return {
    ingredients: names.split('+'),
    ...(strength !== '' && {
      strength: {
        milligrams: Number(milligrams),
        per: per === 'mL' ? 'mL' : 'piece',
        ...(salt !== undefined && { ofSalt: true }),
      },
    }),
    ...(route !== undefined && { route }),
    depot: depot !== '',
  };
}

/** Products by RxNorm code. */
export const products: ReadonlyMap<string, Product> = new Map(
  productTable.products.flatMap(({ is, rxcui }) => {
    const product = readProduct(is);
    return rxcui.split(' ').map((code) => [code, product]);
  }),
);
