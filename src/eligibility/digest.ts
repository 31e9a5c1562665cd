// Which protocol with which settings, and which program with which tables, gave an answer?

import { createHash } from 'node:crypto';
import type { Criterion, Rule } from './criterion.ts';
import type { Protocol } from './protocol.ts';

/** Sixteen hex digits of a text's SHA-256. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const criteriaOf = <S>(rule: Rule<S>): readonly Criterion<S>[] =>
  'need' in rule ? rule.of.flatMap(criteriaOf) : [rule];

/** Every single criterion of a protocol, inclusion before exclusion, in the trial's order. */
export const allCriteria = <S>(protocol: Pick<Protocol<S>, 'inclusion' | 'exclusion'>): readonly Criterion<S>[] =>
  [...Object.values(protocol.inclusion), ...Object.values(protocol.exclusion)].flatMap(criteriaOf);

/** Sixteen hex digits over everything a clinician signs: texts, readings, examples and effective settings. */
export function protocolDigest<S>(
  protocol: Pick<Protocol<S>, 'id' | 'version' | 'texts' | 'settings' | 'inclusion' | 'exclusion'>,
): string {
  const signed = allCriteria(protocol).map(({ id, text, readAs, examples }) => ({ id, text, readAs, examples }));
  const { id, version, texts, settings } = protocol;
  return sha256(JSON.stringify({ id, version, texts, settings, signed }));
}

/** Sixteen hex digits over the program version and its data tables. */
export const engineDigest = (version: string, tables: readonly unknown[]): string =>
  sha256(`${version}\n${JSON.stringify(tables)}`);
