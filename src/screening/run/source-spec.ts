// How was the source of a run asked for, so that a resumed run and a worker elsewhere can open it again?

import { z } from 'zod';

const spec = z.discriminatedUnion('kind', [
  /** A folder of NDJSON files, and the server they were exported from where that was named. */
  z.object({ kind: z.literal('folder'), folder: z.string(), server: z.string().exactOptional() }),
  /** A bulk export of one group, of all patients, or of the whole system; `since`: of what changed since that instant. */
  z.object({
    kind: z.literal('export'),
    server: z.string(),
    group: z.string().exactOptional(),
    scope: z.enum(['patients', 'system']).exactOptional(),
    since: z.string().exactOptional(),
  }),
  /** Every patient with lupus, and of an age at which the trial takes anybody. */
  z.object({ kind: z.literal('cohort'), server: z.string() }),
  /** Patients by id; the ids themselves are in the run's list. */
  z.object({ kind: z.literal('patients'), server: z.string(), file: z.string() }),
  /** One patient, who was asked for or of whom something changed. */
  z.object({ kind: z.literal('one'), server: z.string() }),
]);

export type SourceSpec = z.infer<typeof spec>;

/** Reads what a run keeps of its source. @throws ZodError if it is none. */
export const sourceSpecIn = (text: string): SourceSpec => spec.parse(JSON.parse(text));

/** Pattern, for LIKE, of what a run of one patient keeps of its source: it is no run over a population. */
export const ofOnePatient = '{"kind":"one",%';
