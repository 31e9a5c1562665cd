// Which patients lie in the staged buckets, and what is the Bundle of one of them?

import { deleteBucket, hashOf, readBucket, StagingError } from './buckets.ts';
import { bundleText, partialTypes, type StagedLine } from './bundle-text.ts';
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
  /** This patient is not needed any more; a bucket goes when that is true of all its patients. */
  readonly done: (id: string) => Promise<void>;
};

/** Of one line: where header, key, reference and resource end in the bucket. */
type Place = readonly [keyFrom: number, refersFrom: number, lineFrom: number, to: number];

type Bucket = { readonly bytes: Buffer; readonly patients: ReadonlyMap<string, readonly Place[]> };

const patientKey = Buffer.from('Patient/');

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

export function stagedPatients({ folder, staging, state, base, supported }: StagedOptions): StagedPatients {
  const buckets = state.sizes.length;
  const partial = partialTypes(state.partial, state.types, supported);
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

  const shared = (key: string): readonly StagedLine[] => {
    const line = staging.isDeleted(key) ? undefined : staging.shared(key);
    return line === undefined ? [] : [{ line }];
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
      const { bytes, patients } = await bucketAt(hashOf(id) % buckets);
      const places = patients.get(id);
      if (places === undefined) return undefined;
      const own = places.flatMap(([keyFrom, refersFrom, lineFrom, to]): readonly StagedLine[] => {
        const isPatient = bytes.compare(patientKey, 0, patientKey.length, keyFrom, keyFrom + patientKey.length) === 0;
        const deleted = staging.anyDeleted() && staging.isDeleted(bytes.toString('latin1', keyFrom, refersFrom - 1));
        return deleted ? [] : [{ line: bytes.subarray(lineFrom, to), id: isPatient ? id : undefined }];
      });
      const referring = places.filter(([, from, lineFrom]) => lineFrom - 1 > from);
      const referred = new Set(referring.map(([, from, lineFrom]) => bytes.toString('latin1', from, lineFrom - 1)));
      return bundleText([...own, ...[...referred].flatMap(shared)], partial, base);
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
  const patients = new Map<string, Place[]>();
  const tabAfter = (from: number, to: number): number => {
    const tab = bytes.indexOf(0x09, from);
    if (tab === -1 || tab > to) throw new StagingError('staged lines were damaged');
    return tab + 1;
  };
  for (let from = 0, to = bytes.indexOf(0x0a); to !== -1; from = to + 1, to = bytes.indexOf(0x0a, from)) {
    const keyFrom = tabAfter(from, to);
    const refersFrom = tabAfter(keyFrom, to);
    const lineFrom = tabAfter(refersFrom, to);
    const id = bytes.toString('latin1', from, keyFrom - 1);
    const places = patients.get(id);
    const place = [keyFrom, refersFrom, lineFrom, to] as const;
    if (places === undefined) patients.set(id, [place]);
    else places.push(place);
  }
  return { bytes, patients };
}
