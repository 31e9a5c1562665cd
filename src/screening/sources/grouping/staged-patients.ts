// Which patients lie in the staged buckets, and what is the Bundle of one of them?

import { deleteBucket, hashOf, readBucket, StagingError } from './buckets.ts';
import type { Built } from '../../../fhir/record-builder.ts';
import { markOf } from '../../../fhir/json-tokens.ts';
import { recordFromLines, referenceIn, type ResourceText, type UnreadText } from '../../../fhir/record-lines.ts';
import { bundleText, lossOf, partialTypes } from './bundle-text.ts';
import { unreadMark } from './staged-line.ts';
import type { StagingState, StagingStore } from './staging-state.ts';

export type StagedPatient = {
  readonly id: string;
  /** Where the next patient stands: "bucket:place". */
  readonly progress: string;
};

export type StagedPatients = {
  /** Every patient of whom a line was found, bucket by bucket. */
  readonly all: (resumeFrom?: string) => AsyncIterable<StagedPatient>;
  /** The Bundle of one patient as text; undefined if there is no line about that patient. */
  readonly bundle: (id: string) => Promise<Buffer | undefined>;
  /** The record that this Bundle gives. */
  readonly record: (id: string) => Promise<Built | undefined>;
  /** This patient is not needed any more; a bucket goes when that is true of all its patients. */
  readonly done: (id: string) => Promise<void>;
};

type Bucket = {
  readonly bytes: Buffer;
  /** Four numbers for each line of a patient: where key, reference and resource begin, and where it ends. */
  readonly patients: ReadonlyMap<string, readonly number[]>;
};

type Lines = { readonly lines: readonly ResourceText[]; readonly unread: readonly UnreadText[] };

const [tab, newline, zero] = [0x09, 0x0a, 0x30];
const unreadByte = unreadMark.charCodeAt(0);

/** Buckets in memory at the same time. */
const mostOpen = 2;

export type StagedOptions = {
  readonly folder: string;
  readonly staging: StagingStore;
  readonly state: StagingState;
  readonly base?: string | undefined;
  /** Resource types the server says it has. */
  readonly supported?: readonly string[] | undefined;
};

/** The patients whose lines were staged in a folder. At most two buckets are in memory at a time. */
export function stagedPatients({ folder, staging, state, base, supported }: StagedOptions): StagedPatients {
  const buckets = state.sizes.length;
  const losses = partialTypes(state.partial, state.types, supported).map(lossOf);
  const open = new Map<number, Promise<Bucket>>();
  const finished = new Map<number, Set<string>>();

  const bucketAt = (number: number): Promise<Bucket> => {
    const bucket = open.get(number) ?? readBucket(folder, number).then(indexed);
    open.delete(number);
    open.set(number, bucket);
    const [oldest] = open.keys();
    if (open.size > mostOpen && oldest !== undefined) open.delete(oldest);
    return bucket;
  };

  const shared = (key: string): readonly ResourceText[] => {
    const line = staging.isDeleted(key) ? undefined : staging.shared(key);
    if (line === undefined) return [];
    return [{ bytes: Buffer.from(line.buffer, line.byteOffset, line.length), from: 0, to: line.length, sound: 0 }];
  };

  /**
   * Every line about a patient, then what they refer to, and apart from them the results of which nothing is read. The Patient's
   * full URL tells which absolute references are its own.
   */
  const linesOf = async (id: string): Promise<Lines | undefined> => {
    const { bytes, patients } = await bucketAt(hashOf(id) % buckets);
    const places = patients.get(id);
    if (places === undefined) return undefined;
    const lines: ResourceText[] = [];
    const unread: UnreadText[] = [];
    const marks = new Set<number>();
    const read = new Set<string>();
    const referred = new Set<string>();
    for (let index = 0; index < places.length; index += 4) {
      const keyFrom = places[index] ?? 0;
      const refersFrom = places[index + 1] ?? 0;
      const from: number = places[index + 2] ?? 0;
      const to = places[index + 3] ?? 0;
      const soundAt = from - 2;
      if (soundAt - 1 > refersFrom) referred.add(bytes.toString('latin1', refersFrom, soundAt - 1));
      const line = { bytes, from, to, keyFrom, keyTo: refersFrom - 1 };
      if (staging.anyDeleted() && staging.isDeleted(referenceIn(line))) continue;
      if (bytes[soundAt] === unreadByte) {
        unread.push(line);
        continue;
      }
      const reference = referenceIn(line);
      marks.add(markOf(bytes, keyFrom, line.keyTo));
      read.add(reference);
      const fullUrl = base !== undefined && reference.startsWith('Patient/') ? `${base}/Patient/${id}` : undefined;
      lines.push({ bytes, from, to, sound: (bytes[soundAt] ?? zero) - zero, fullUrl });
    }
    // Of two versions of one result the newer counts, also where that is the one of which nothing is read.
    for (const left of unread)
      if (marks.has(markOf(bytes, left.keyFrom, left.keyTo)) && read.has(referenceIn(left)))
        lines.push({ bytes, from: left.from, to: left.to, sound: 1 });
    return { lines: [...lines, ...[...referred].flatMap(shared)], unread };
  };

  return {
    all: async function* (resumeFrom = '0:0') {
      const [first = 0, place = 0] = resumeFrom.split(':').map(Number);
      for (let number = first; number < buckets; number += 1) {
        const ids = [...(await bucketAt(number)).patients.keys()];
        for (let index = number === first ? place : 0; index < ids.length; index += 1) {
          const id = ids[index];
          if (id !== undefined && !staging.isDeleted(`Patient/${id}`))
            yield { id, progress: `${String(number)}:${String(index + 1)}` };
        }
      }
    },
    bundle: async (id) => {
      const lines = await linesOf(id);
      return lines === undefined ? undefined : bundleText(lines.lines, losses);
    },
    record: async (id) => {
      const lines = await linesOf(id);
      return lines === undefined ? undefined : recordFromLines(lines.lines, losses, lines.unread);
    },
    done: async (id) => {
      const number = hashOf(id) % buckets;
      const ids = (finished.get(number) ?? new Set()).add(id);
      finished.set(number, ids);
      const bucket = await bucketAt(number);
      if (ids.size < bucket.patients.size) return;
      finished.delete(number);
      open.delete(number);
      await deleteBucket(folder, number);
    },
  };
}

/** Where the lines of each patient stand; the patients in the order in which they first come. */
function indexed(bytes: Buffer): Bucket {
  const patients = new Map<string, number[]>();
  let last: { readonly from: number; readonly size: number; readonly places: number[] } | undefined;
  const tabAfter = (from: number): number => {
    let at = from;
    while (at < bytes.length && bytes[at] !== tab) at += 1;
    return at + 1;
  };
  const placesOf = (from: number, to: number): number[] => {
    if (last?.size === to - from && isSame(bytes, last.from, from, to)) return last.places;
    const id = bytes.toString('latin1', from, to);
    const places = patients.get(id) ?? [];
    patients.set(id, places);
    last = { from, size: to - from, places };
    return places;
  };
  for (let from = 0, to = bytes.indexOf(newline); to !== -1; from = to + 1, to = bytes.indexOf(newline, from)) {
    const keyFrom = tabAfter(from);
    const refersFrom = tabAfter(keyFrom);
    const soundAt = tabAfter(refersFrom);
    const lineFrom = soundAt + 2;
    if (lineFrom > to || bytes[lineFrom - 1] !== tab) throw new StagingError('staged lines were damaged');
    placesOf(from, keyFrom - 1).push(keyFrom, refersFrom, lineFrom, to);
  }
  return { bytes, patients };
}

/** Whether the bytes between two positions stand at another one too: most lines are about the same patient as the one before. */
function isSame(bytes: Buffer, other: number, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] !== bytes[other + at - from]) return false;
  return true;
}
