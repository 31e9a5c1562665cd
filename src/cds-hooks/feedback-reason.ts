// Which override reasons does a piece of feedback hold, wherever a vendor puts them?

import { overrideCodes } from '../cards/override-reasons.ts';

/** Empty strings where nothing was given. A reason without a code is what somebody typed. */
export type Reason = { readonly system: string; readonly code: string; readonly text: string };

export const noReason: Reason = { system: '', code: '', text: '' };

const longestText = 200;

/** How far below `overrideReason` a code may be hidden. */
const deepest = 5;

/** Keys whose text is no reason. */
const notReasons: ReadonlySet<string> = new Set(['userComment', 'url', 'system', 'version', 'id']);

/**
 * Every reason in `overrideReason`: a Coding, a CodeableConcept, a bare word, or any of these below `reason`, in a list
 * or in an extension of whatever shape.
 */
export const reasonsIn = (value: unknown): readonly Reason[] => search(value, deepest);

function search(value: unknown, depth: number): readonly Reason[] {
  if (typeof value === 'string') return [fromText(value)];
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((each) => search(each, depth - 1));
  if ('code' in value && (typeof value.code === 'string' || typeof value.code === 'number')) {
    return [fromCoding(String(value.code).trim(), value)];
  }
  return Object.entries(value).flatMap(([key, each]) => (notReasons.has(key) ? [] : search(each, depth - 1)));
}

/** A bare word is one of our codes or nothing that can be counted. */
function fromText(value: string): Reason {
  const own = overrideCodes.find((code) => code === value.trim());
  return own === undefined ? { ...noReason, text: value } : { ...noReason, code: own };
}

function fromCoding(code: string, coding: object): Reason {
  const display = 'display' in coding && typeof coding.display === 'string' ? coding.display : '';
  if (!/^[\w.:/+-]{1,100}$/.test(code)) return { ...noReason, text: `${code} ${display}`.trim() };
  const system = 'system' in coding && typeof coding.system === 'string' ? coding.system : '';
  return { system: short(system), code, text: short(display) };
}

const short = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longestText);
