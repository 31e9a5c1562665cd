// Which measurements does the program know, and how may each be written?

import activity from './data/measurements/activity.json' with { type: 'json' };
import haematology from './data/measurements/haematology.json' with { type: 'json' };
import immunology from './data/measurements/immunology.json' with { type: 'json' };
import infection from './data/measurements/infection.json' with { type: 'json' };
import organs from './data/measurements/organs.json' with { type: 'json' };
import other from './data/measurements/other.json' with { type: 'json' };
import reproduction from './data/measurements/reproduction.json' with { type: 'json' };
import scores from './data/measurements/scores.json' with { type: 'json' };
import urine from './data/measurements/urine.json' with { type: 'json' };
import vitals from './data/measurements/vitals.json' with { type: 'json' };

/** One row of `data/measurements/`. */
export type Measurement = {
  readonly name: string;
  readonly title: { readonly en: string; readonly zh: string };
  /** `amount`: a number; `presence`: positive or negative; `both`: either; `concept`, `date`: a coded answer, a date. */
  readonly kind: string;
  /** Specimen it is measured in; a term that names another one is not this measurement. */
  readonly specimen: string;
  readonly codes: readonly string[];
  /** LOINC codes among `codes` whose results are decadic logarithms. */
  readonly logCodes?: readonly string[];
  readonly snomed?: readonly string[];
  /** Codes of the site's own code system for what has no standard code. */
  readonly local?: readonly string[];
  /** Names, normalised, that may stand inside a longer text. */
  readonly texts: readonly string[];
  /** Names that count only where they are the whole text: too short or too common to be searched for. */
  readonly exact?: readonly string[];
  /** Canonical UCUM unit, and the factor to it from each accepted unit. */
  readonly unit?: string;
  readonly units?: Readonly<Record<string, number | undefined>>;
  /** Units of a different quantity under the same name (cells per volume, not per field): set aside, not unreadable. */
  readonly apart?: readonly string[];
  /** What a number without a unit means: `as is` (score, titre) or `percent` (a fraction up to 1, else percent). */
  readonly noUnit?: string;
  /** Any other unit is readable against the reference range in the same unit, as positive or negative only. */
  readonly anyUnit?: boolean;
  /** "<20" without a unit says that nothing was quantified, whatever the unit. */
  readonly lessThanIsBelowLimit?: boolean;
  /** Outside these the number or its unit cannot be right (canonical unit, inclusive). */
  readonly plausible?: readonly number[];
  /** The broader measurement this one is a kind of: its name beside this one's is no contradiction. */
  readonly within?: string;
  /** What it is when the term names another specimen, or a specimen at all. */
  readonly otherSpecimen?: string;
  readonly bySpecimen?: { readonly blood: string; readonly urine: string };
};

export const allMeasurements: readonly Measurement[] = [
  ...vitals,
  ...organs,
  ...haematology,
  ...immunology,
  ...urine,
  ...infection,
  ...reproduction,
  ...scores,
  ...activity,
];

/** Names of the measurements that look for an infection; the chart marks their results. */
export const infectionTests: readonly string[] = infection.map(({ name }) => name);

const byName = new Map(allMeasurements.map((each) => [each.name, each]));

/** A measurement by its name. */
export const measurementNamed = (name: string): Measurement | undefined => byName.get(name);

/** Codes and names that resemble a measurement and are something else (urine creatinine, direct bilirubin, anti-HBs …). */
export const lookalikes: { readonly codes: Readonly<Record<string, string>>; readonly texts: readonly string[] } =
  other;
