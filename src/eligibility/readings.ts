// How is a criterion read with the settings in force, and which settings do its sentences name?

import type { Criterion } from './criterion.ts';

/** The settings of a protocol: numbers and words by name. */
export type SettingValues = Readonly<Record<string, string | number>>;

/** What one setting is, with its unit, and whether the registry gives its default or this program chose it. */
export type SettingNote = { readonly what: string; readonly source: 'registry' | 'default' };

const placeholder = /\{(\w+)\}/g;

/** The settings that the readings of a criterion name as `{setting}`: those that a signature under it covers. */
export const settingsNamedBy = <S>({ readAs }: Pick<Criterion<S>, 'readAs'>): readonly string[] =>
  [...new Set(readAs.flatMap((line) => [...line.matchAll(placeholder)].map(([, name = '']) => name)))].sort();

/** The readings of a criterion with the values in force in place of the names. */
export const readingsOf = <S>({ readAs }: Pick<Criterion<S>, 'readAs'>, settings: SettingValues): readonly string[] =>
  readAs.map((line) => line.replaceAll(placeholder, (whole, name: string) => String(settings[name] ?? whole)));
