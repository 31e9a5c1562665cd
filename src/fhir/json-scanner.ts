// What does one look at each byte of a JSON text tell: is it safe to read, and which of its resources cannot be trusted?

import { isUtf8 } from 'node:buffer';
import { repair, type Range } from './json-repair.ts';
import type { JsonLimits, Refusal, Scanned } from './json-scanned.ts';
import {
  isForbiddenKey,
  isNumber,
  numberEnd,
  markOf,
  markOfEscaped,
  modifierMark,
  overflows,
  plainEnd,
  sameKey,
  stringEnd,
  textEnd,
  typeMark,
  wordEnd,
} from './json-tokens.ts';

const [array, object, resource, bundle] = [0, 1, 2, 3];

/** What JSON lets stand next; what may follow a value is a comma or an end. */
const [aValue, valueOrEnd, aKey, keyOrEnd, aColon, afterValue] = [0, 1, 2, 3, 4, 5];

/** What is wrong inside a container: nothing, something of its own, or something in a resource already set apart. */
const [clean, stained, contained] = [0, 1, 2];

/**
 * Prepares the scanning of texts; what it returns is not to be used for two at the same time. A text is gone over once, in
 * linear time and without reading it as JSON, to its end also where it is refused; of an object with too many keys the
 * further ones are passed over.
 */
export function jsonScanner(limits: JsonLimits): (bytes: Uint8Array, from: number, to: number) => Scanned {
  const kinds = new Uint8Array(limits.depth + 1);
  const stains = new Uint8Array(limits.depth + 1);
  const starts = new Int32Array(limits.depth + 1);
  const firstKeys = new Int32Array(limits.depth + 1);
  let table = new Int32Array(1536);

  return (bytes, start, size) => {
    kinds[0] = array;
    stains[0] = clean;
    let keys = table; // mark, from, to of every key of the open objects
    let keyCount = 0;
    let [depth, tooDeep, resources] = [0, 0, 0];
    let expectKey = false;
    let afterType = false;
    let escapedKeys = false;
    let mayBeModified = false;
    let isJson = true;
    let next = aValue;
    let problem: Refusal | undefined;
    let end = -1;
    let topKeyCount = 0;
    const bad: Range[] = [];
    // Decoded all the same, a diagnosis in another encoding would be a word that nobody knows, and passed over.
    const isForeign = !isUtf8(bytes.subarray(start, size));

    for (let at = start; at < size; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x20) continue;
      if (byte === 0x22) {
        const from = at + 1;
        if (!expectKey) {
          if (next > valueOrEnd) isJson = false;
          next = afterValue;
          at = textEnd(bytes, from, size);
          if (at < 0) {
            at = -at;
            isJson = false;
          }
          if (afterType && at - from === 6 && bytes[from] === 0x42 && bytes[from + 1] === 0x75) kinds[depth] = bundle;
          afterType = false;
          continue;
        }
        expectKey = false; // where one is expected it may stand, or something before it was no JSON
        next = aColon;
        let escaped = false;
        at = plainEnd(bytes, from, size);
        if (bytes[at] !== 0x22) {
          isJson = false;
          at = stringEnd(bytes, at, size);
          escaped = bytes.subarray(from, at).includes(0x5c);
          if (escaped) escapedKeys = true;
        }
        const mark = escaped ? markOfEscaped(bytes, from, at) : markOf(bytes, from, at);
        if (isForbiddenKey(mark, bytes, from, at)) problem ??= 'forbidden-key';
        if (mark === typeMark) {
          afterType = true;
          resources += 1;
          if (kinds[depth] === object) kinds[depth] = resource;
          if (resources > limits.resources) problem ??= 'too-many-resources';
        } else if (mark === modifierMark) mayBeModified = true;
        const firstKey = firstKeys[depth] ?? 0;
        if (keyCount - firstKey >= limits.keys * 3) {
          problem ??= 'too-many-keys';
          continue;
        }
        for (let index = firstKey; index < keyCount; index += 3) {
          if (keys[index] === mark && sameKey(bytes, keys[index + 1] ?? 0, keys[index + 2] ?? 0, from, at))
            stains[depth] = stained;
        }
        if (keyCount + 3 > keys.length) keys = table = grown(keys);
        keys[keyCount] = mark;
        keys[keyCount + 1] = from;
        keys[keyCount + 2] = at;
        keyCount += 3;
        if (bytes[at + 1] === 0x3a) {
          at += 1;
          next = aValue;
        }
      } else if (byte === 0x7b || byte === 0x5b) {
        if (next > valueOrEnd) isJson = false;
        next = byte === 0x7b ? keyOrEnd : valueOrEnd;
        if (depth === limits.depth) {
          problem ??= 'too-deep';
          tooDeep += 1;
          continue;
        }
        depth += 1;
        kinds[depth] = byte === 0x7b ? object : array;
        stains[depth] = clean;
        starts[depth] = at;
        firstKeys[depth] = keyCount;
        expectKey = byte === 0x7b;
      } else if (byte === 0x2c) {
        expectKey = kinds[depth] !== array;
        afterType = false;
        if (next !== afterValue || depth === 0) isJson = false;
        next = expectKey ? aKey : aValue;
      } else if (byte === 0x7d || byte === 0x5d) {
        if (depth === 0)
          return {
            problem,
            bad: [],
            resources,
            end: -1,
            topKeys: keys,
            topKeyCount,
            escapedKeys,
            mayBeModified,
            isJson: false,
          };
        if (next !== afterValue && next !== (byte === 0x7d ? keyOrEnd : valueOrEnd)) isJson = false;
        if ((kinds[depth] === array) !== (byte === 0x5d)) isJson = false;
        next = afterValue;
        if (tooDeep > 0) {
          tooDeep -= 1;
          continue;
        }
        if (depth === 1 && end === -1) {
          end = at + 1;
          topKeyCount = keyCount / 3;
        }
        expectKey = false;
        keyCount = firstKeys[depth] ?? 0;
        const kind = kinds[depth] ?? array;
        const from = starts[depth] ?? 0;
        let stain = stains[depth] ?? clean;
        if (isForeign && kind === resource && !isUtf8(bytes.subarray(from, at + 1))) stain = stained;
        depth -= 1;
        if (stain === clean) continue;
        if (kind === resource || (kind === bundle && stain === stained)) {
          while ((bad.at(-1)?.from ?? -1) > from) bad.pop();
          bad.push({ from, to: at + 1 });
          if (stains[depth] === clean) stains[depth] = contained;
        } else if (kind !== bundle && stains[depth] !== stained) stains[depth] = stain;
      } else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
        const end = numberEnd(bytes, at, size);
        if (next > valueOrEnd || !isNumber(bytes, at, end)) isJson = false;
        next = afterValue;
        if (overflows(bytes, at, end)) stains[depth] = stained;
        at = end - 1;
      } else if (byte === 0x3a) {
        if (next !== aColon) isJson = false;
        next = aValue;
      } else if (byte > 0x20) {
        const end = wordEnd(bytes, at, size);
        if (end === at || next > valueOrEnd) isJson = false;
        next = afterValue;
        if (end > at) at = end - 1;
      } else if (byte !== 0x0a && byte !== 0x0d && byte !== 0x09) isJson = false;
    }
    if (end === -1) isJson = false; // whatever follows the end is no JSON where it stands
    if (stains[0] === stained) problem ??= 'ambiguous';
    if (isForeign && !isUtf8(repair(bytes.subarray(start, size), shifted(bad, start)))) problem ??= 'not-utf8';
    return { problem, bad, resources, end, topKeys: keys, topKeyCount, escapedKeys, mayBeModified, isJson };
  };
}

const shifted = (ranges: readonly Range[], by: number): readonly Range[] =>
  ranges.map(({ from, to }) => ({ from: from - by, to: to - by }));

function grown(keys: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(keys.length * 2);
  larger.set(keys);
  return larger;
}
