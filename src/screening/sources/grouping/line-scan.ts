// What does one line of NDJSON say at its top level about type, id and whose it is, without being parsed?

import type { Scanned } from '../../../fhir/json-scanned.ts';
import { jsonScanner } from '../../../fhir/json-scanner.ts';
import { bareElements } from '../../../fhir/bare-result.ts';
import { markOfText, stringEnd } from '../../../fhir/json-tokens.ts';
import { lineLimits } from '../../../fhir/record-lines.ts';

/** Positions in the text between the quotes of a value, `from` -1 where there is none. */
export type Span = { readonly from: number; readonly to: number };

/**
 * The top level of one resource. Nested and contained resources are passed over; of `subject`, `patient`, `individual`,
 * `medicationReference` and `study` only their own `reference` is read.
 */
export type Line = {
  readonly resourceType: Span;
  readonly id: Span;
  /** The reference of the first of subject, patient, individual that is there. */
  readonly about: Span;
  /** Whether one of these elements is there at all. */
  readonly hasAbout: boolean;
  /** The reference to a Medication or a ResearchStudy. */
  readonly refers: Span;
  /** Resources it holds, contained ones too, where nothing speaks against reading it; 0 where something does. */
  readonly sound: number;
  /** Where this is safe to read and has no other elements than a bare result (`bareElements`): its code and meta. */
  readonly bare: Bare | undefined;
};

/** Positions of the values; the second is empty where there is no meta. */
export type Bare = { readonly code: Span; readonly meta: Span };

/** The elements that are read. Those that say whose a resource is stand in the order in which they count. */
const elements = [
  'resourceType',
  'id',
  'medicationReference',
  'study',
  'subject',
  'patient',
  'individual',
  'code',
  'meta',
] as const;
const [typeKey, idKey, medicationKey, studyKey, subjectKey, patientKey, individualKey, codeKey, metaKey] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
] as const;

/** Marks of the elements of a bare result; no other element of an Observation has one of them. */
const bareMarks: ReadonlySet<number> = new Set(bareElements.map(markOfText));

const notRead = -1;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const elementBytes = elements.map(bytesOf);
const referenceBytes = bytesOf('reference');

const isText = (bytes: Uint8Array, from: number, text: Uint8Array | undefined): boolean => {
  if (text === undefined) return false;
  for (let at = 0; at < text.length; at += 1) if (bytes[from + at] !== text[at]) return false;
  return true;
};

/** Elements by the length of their name: most keys are told apart by it alone. */
const byLength = Array.from({ length: 20 }, (_, length) =>
  elements.flatMap((name, index) => (name.length === length ? [index] : [])),
);

function elementAt(bytes: Uint8Array, from: number, to: number): number {
  for (const index of byLength[to - from] ?? []) if (isText(bytes, from, elementBytes[index])) return index;
  return notRead;
}

const none: Span = { from: -1, to: -1 };

/**
 * Prepares the reading of lines; what it returns is not to be used for two texts at the same time. A line is gone over once,
 * byte by byte, by the scan that also tells whether it is safe to read, and nothing is built but the positions. Undefined for
 * what is no single object with everything closed, or says one of the elements twice or with an escape in its name: then it is
 * not known whose it is.
 */
export function lineScanner(): (bytes: Uint8Array, from: number, to: number) => Line | undefined {
  const scan = jsonScanner(lineLimits);
  const values = new Int32Array(elements.length); // where each begins; 0 where the element is not there
  const ends = new Int32Array(elements.length); // where what follows each begins: the next key, or the last bracket

  return (bytes, from, to) => {
    const scanned = scan(bytes, from, to);
    const { end, topKeys, topKeyCount } = scanned;
    if (end === -1 || bytes[skipBlanks(bytes, from, to)] !== 0x7b || skipBlanks(bytes, end, to) < to) return undefined;
    if (topKeyCount >= lineLimits.keys) return undefined; // there may be more than it knows of
    values.fill(0);
    let isBare = scanned.isJson && scanned.resources === 1 && !scanned.mayBeModified;
    for (let index = 0; index < topKeyCount; index += 1) {
      const keyFrom = topKeys[index * 3 + 1] ?? 0;
      const keyTo = topKeys[index * 3 + 2] ?? 0;
      if (scanned.escapedKeys && bytes.subarray(keyFrom, keyTo).includes(0x5c)) return undefined;
      if (isBare && !bareMarks.has(topKeys[index * 3] ?? 0)) isBare = false;
      const element = elementAt(bytes, keyFrom, keyTo);
      if (element === notRead) continue;
      if (values[element] !== 0) return undefined;
      values[element] = skipBlanks(bytes, skipBlanks(bytes, keyTo + 1, end) + 1, end);
      ends[element] = (index + 1 < topKeyCount ? (topKeys[index * 3 + 4] ?? 0) : end) - 1;
    }
    const bare =
      isBare && values[codeKey] !== 0
        ? {
            code: valueBetween(bytes, values[codeKey], ends[codeKey]),
            meta: valueBetween(bytes, values[metaKey], ends[metaKey]),
          }
        : undefined;
    return lineOf(bytes, values, scanned, bare);
  };
}

function lineOf(bytes: Uint8Array, values: Int32Array, scanned: Scanned, bare: Bare | undefined): Line | undefined {
  const medication = referenceAt(bytes, values[medicationKey], scanned);
  const study = referenceAt(bytes, values[studyKey], scanned);
  const subject = referenceAt(bytes, values[subjectKey], scanned);
  const patient = referenceAt(bytes, values[patientKey], scanned);
  const individual = referenceAt(bytes, values[individualKey], scanned);
  if (medication === undefined || study === undefined) return undefined;
  if (subject === undefined || patient === undefined || individual === undefined) return undefined;
  const isSound = scanned.problem === undefined && scanned.bad.length === 0;
  return {
    resourceType: textAt(bytes, values[typeKey], scanned),
    id: textAt(bytes, values[idKey], scanned),
    about: values[subjectKey] !== 0 ? subject : values[patientKey] !== 0 ? patient : individual,
    hasAbout: values[subjectKey] !== 0 || values[patientKey] !== 0 || values[individualKey] !== 0,
    refers: medication.from === -1 ? study : medication,
    sound: isSound ? scanned.resources : 0,
    bare: isSound ? bare : undefined,
  };
}

/** The value that begins at one place and ends before another: what else stands between them is blanks and a comma. */
function valueBetween(bytes: Uint8Array, from = 0, next = 0): Span {
  if (from === 0) return none;
  let to = next;
  while ((bytes[to - 1] ?? 0) <= 0x20 || bytes[to - 1] === 0x2c) to -= 1;
  return { from, to };
}

/** The text that begins here, if the value is one. */
const textAt = (bytes: Uint8Array, at: number | undefined, { end }: Scanned): Span =>
  at !== undefined && at !== 0 && bytes[at] === 0x22 ? { from: at + 1, to: stringEnd(bytes, at + 1, end) } : none;

/** The `reference` of the Reference that begins here; undefined where that cannot be told. A list is no Reference. */
function referenceAt(bytes: Uint8Array, start: number | undefined, { end, escapedKeys }: Scanned): Span | undefined {
  if (start === undefined || start === 0 || bytes[start] !== 0x7b) return none;
  let found = none;
  let depth = 0;
  let expectsKey = false;
  let isReference = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 0x22) {
      const from = at + 1;
      at = stringEnd(bytes, from, end);
      if (depth !== 1) continue;
      if (expectsKey) {
        if (escapedKeys && bytes.subarray(from, at).includes(0x5c)) return undefined;
        isReference = at - from === referenceBytes.length && isText(bytes, from, referenceBytes);
        expectsKey = false;
      } else if (isReference) {
        if (found !== none) return undefined;
        found = { from, to: at };
      }
    } else if (byte === 0x2c) {
      expectsKey = depth === 1;
      if (expectsKey) isReference = false;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      expectsKey = depth === 1;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
      if (depth === 0) return found;
    }
  }
  return none;
}

/** The next position that is not blank, at most `to`. */
function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] ?? 0) <= 0x20) at += 1;
  return at;
}
