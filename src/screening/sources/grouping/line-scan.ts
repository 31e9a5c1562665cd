// What does one line of NDJSON say at its top level about type, id and whose it is, without being parsed?

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
};

/** The elements that are read. Those that say whose a resource is stand in the order in which they count. */
const elements = ['resourceType', 'id', 'medicationReference', 'study', 'subject', 'patient', 'individual'] as const;
const [typeKey, idKey, medicationKey, studyKey, subjectKey, patientKey, individualKey] = [0, 1, 2, 3, 4, 5, 6] as const;

const [notRead, unclear, referenceKey] = [-1, -2, -3];

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

/**
 * Prepares the reading of lines; what it returns is not to be used for two texts at the same time. A line is gone over once,
 * byte by byte, and nothing is built but the positions. Undefined for what is no single object with everything closed, or
 * says one of the elements twice or with an escape in its name: then it is not known whose it is.
 */
export function lineScanner(): (bytes: Uint8Array, from: number, to: number) => Line | undefined {
  const starts = new Int32Array(elements.length);
  const ends = new Int32Array(elements.length);
  const seen = new Uint8Array(elements.length);
  const spanOf = (key: number): Span => ({ from: starts[key] ?? -1, to: ends[key] ?? -1 });

  return (bytes, from, to) => {
    starts.fill(-1);
    seen.fill(0);
    let depth = 0;
    let expectsKey = false;
    let element = notRead; // of the top level, whose value this is
    let key = notRead; // inside a Reference of the top level
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x22) {
        const start = at + 1;
        let escaped = false;
        for (at = start; bytes[at] !== 0x22; at += 1) {
          if (at >= to) return undefined;
          if (bytes[at] === 0x5c) {
            escaped = true;
            at += 1;
          }
        }
        if (depth === 1 && expectsKey) {
          expectsKey = false;
          element = escaped ? unclear : elementAt(bytes, start, at);
          if (element === unclear || seen[element] === 1) return undefined;
          if (element >= 0) seen[element] = 1;
        } else if (depth === 1) {
          if (element === typeKey || element === idKey) {
            starts[element] = start;
            ends[element] = at;
          }
        } else if (depth === 2 && element > idKey) {
          if (expectsKey) {
            expectsKey = false;
            if (escaped) return undefined;
            key = at - start === referenceBytes.length && isText(bytes, start, referenceBytes) ? referenceKey : notRead;
          } else if (key === referenceKey) {
            if (starts[element] !== -1) return undefined;
            starts[element] = start;
            ends[element] = at;
          }
        }
      } else if (byte === 0x2c) {
        expectsKey = depth <= 2;
        key = notRead;
      } else if (byte >= 0x5b) {
        const folded = byte | 0x20; // brackets and braces alike
        if (folded === 0x7b) {
          if (depth === 0 && byte === 0x5b) return undefined;
          depth += 1;
          expectsKey = byte === 0x7b && depth <= 2;
          if (depth === 2) {
            key = notRead;
            if (byte === 0x5b) element = notRead; // a list under the name of a Reference is none
          }
        } else if (folded === 0x7d) {
          depth -= 1;
          expectsKey = false;
          if (depth === 0) return isBlank(bytes, at + 1, to) ? lineOf() : undefined;
        }
      } else if (depth === 0 && byte > 0x20) return undefined;
    }
    return undefined;
  };

  function lineOf(): Line {
    const about = [subjectKey, patientKey, individualKey].find((each) => seen[each] === 1);
    return {
      resourceType: spanOf(typeKey),
      id: spanOf(idKey),
      about: spanOf(about ?? subjectKey),
      hasAbout: about !== undefined,
      refers: spanOf(starts[medicationKey] === -1 ? studyKey : medicationKey),
    };
  }
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((bytes[at] ?? 0) > 0x20) return false;
  return true;
}
