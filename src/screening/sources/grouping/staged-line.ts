// What is staged of a line about a patient: the line and what was found in it, or what is left of a result that is not read?

import type { UnreadCodes } from '../../../fhir/bare-result.ts';
import type { Bare } from './line-scan.ts';
import type { Placement } from './placement.ts';

/** Stands where else the number of resources stands, before what is left of a result that is not read. */
export const unreadMark = 'u';

/** So many resources in one line are told by one digit; a line with more is scanned again. */
const mostMarked = 9;

export type StagedLine = {
  /** "patient TAB key TAB reference TAB resources TAB", and what is left of a result that is not read. */
  readonly header: string;
  /** What stands after it as it came: nothing where `from` is `to`. */
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
};

/**
 * The line as it is; of a bare result with an unread code only id, meta and code: with these it still counts, can be referred
 * to, and takes the place of an older version.
 */
export function stagedLine(
  { patient, key, refers, sound, bare }: Extract<Placement, { readonly kind: 'patient' }>,
  line: Omit<StagedLine, 'header'>,
  unread: UnreadCodes | undefined,
): StagedLine {
  const left = bare === undefined || unread === undefined ? undefined : leftOf(line.bytes, key, bare, unread);
  if (left !== undefined)
    return { header: `${patient}\t${key}\t\t${unreadMark}\t${left}`, bytes: line.bytes, from: 0, to: 0 };
  const marked = sound <= mostMarked ? String(sound) : '0';
  return { header: `${patient}\t${key}\t${refers}\t${marked}\t`, ...line };
}

function leftOf(bytes: Buffer, key: string, { code, meta }: Bare, unread: UnreadCodes): string | undefined {
  const coded = bytes.toString('utf8', code.from, code.to);
  if (!unread.has(coded)) return undefined;
  const id = key.slice(key.indexOf('/') + 1);
  const version = meta.from < 0 ? '' : `"meta":${bytes.toString('utf8', meta.from, meta.to)},`;
  return `{"resourceType":"Observation","id":"${id}",${version}"code":${coded}}`;
}
