// How was the source of a run asked for, so that a resumed run and a worker elsewhere can open it again?

import { z } from 'zod';

const spec = z.discriminatedUnion('kind', [
  /** A folder of NDJSON files, and the server they were exported from where that was named. */
  z.object({ kind: z.literal('folder'), folder: z.string(), server: z.string().exactOptional() }),
  /** A bulk export of one group. */
  z.object({ kind: z.literal('export'), server: z.string(), group: z.string() }),
  /** Patients by id; the ids themselves are in the run's list. */
  z.object({ kind: z.literal('patients'), server: z.string(), file: z.string() }),
]);

export type SourceSpec = z.infer<typeof spec>;

/** Reads what a run keeps of its source. @throws ZodError if it is none. */
export const sourceSpecIn = (text: string): SourceSpec => spec.parse(JSON.parse(text));
