// What JSON is in a file that somebody wrote by hand, or why can it not be read, in words?

import { guardJson } from '../fhir/json-guard.ts';

const words: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of its path is a file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'this user may not read it'],
  ['EPERM', 'this user may not read it'],
]);

/** Why a file could not be read: "there is no such file or folder (ENOENT)". */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return `${words.get(code) ?? 'it cannot be read'} (${code})`;
}

const limits = { depth: 64, keys: 10_000, resources: 10_000 } as const;

/** What bytes that are not UTF-8 are decoded to. */
const notUtf8 = '\u{fffd}';

/** The value of a text, or the problem with it, which never repeats what stands there. */
export function jsonOf(text: string): { readonly value: unknown } | { readonly problem: string } {
  if (text.trim() === '') return { problem: 'it is empty' };
  if (text.includes(notUtf8)) return { problem: 'it is not in UTF-8' };
  try {
    const value: unknown = JSON.parse(text);
    const guarded = guardJson(Buffer.from(text), limits);
    if (guarded.state === 'sound') return { value };
    const isTwice = guarded.state === 'repaired' || guarded.problem === 'ambiguous';
    return { problem: isTwice ? 'a key stands twice in one object' : `it is not safe to read (${guarded.problem})` };
  } catch (error) {
    const place = error instanceof Error ? /line \d+ column \d+/.exec(error.message)?.[0] : undefined;
    return { problem: `it is no JSON${place === undefined ? '' : `: see ${place}`}` };
  }
}

/** What zod would say of a value that is not there speaks of programs. */
export const inWords = ({ code, input }: { readonly code?: string; readonly input?: unknown }): string | undefined =>
  code === 'invalid_type' && input === undefined ? 'is missing' : undefined;
