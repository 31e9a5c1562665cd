// Is a text one patient's record, and if not, why not?

import { guardJson } from './json-guard.ts';
import { defaultLimits, type Refusal } from './json-scanned.ts';
import { recordFromBundle, type Built } from './record-builder.ts';

/** A file may hold a longer record than a request may bring. */
export const recordLimits = { ...defaultLimits, resources: 200_000 };

/**
 * Reads a Bundle's text under the same guards as the body of a request, so that both give the same answer for the same
 * text. A problem is words that never repeat the content.
 */
export function recordFromText(bytes: Uint8Array): Built {
  const guarded = guardJson(bytes, recordLimits);
  if (guarded.state === 'refused') return unsafe(guarded.problem);
  const sound = guarded.state === 'repaired' ? guarded.bytes : bytes;
  try {
    return recordFromBundle(JSON.parse(Buffer.from(sound.buffer, sound.byteOffset, sound.length).toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'not JSON' };
    throw error;
  }
}

/** Words for a text that was refused before anything of it was read; they never repeat it. */
export const unsafe = (refusal: Refusal): Built => ({
  problem: refusal === 'not-utf8' ? 'not UTF-8' : `not safe to read: ${refusal}`,
});
