// What may a site have written back to its EHR, and about whom?

import { z } from 'zod';
import { baseUrl } from './client.ts';

/** In the order in which they are written: what comes later refers to what comes before. */
export const kinds = ['ResearchStudy', 'ResearchSubject', 'Flag', 'Task', 'Provenance'] as const;

export type Kind = (typeof kinds)[number];

const reference = z
  .string()
  .regex(/^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/, 'must be a reference such as "Organization/1"');

export const writeBack = z
  .strictObject({
    /** Base of one of the servers: only its patients are written back. */
    server: baseUrl,
    kinds: z.array(z.enum(kinds)).min(1).readonly(),
    /** The least status of a patient who is written back. */
    from: z.enum(['candidate', 'potential-candidate']).default('candidate'),
    /** Whether a patient who has not agreed to research may be written back. One who refused never is. */
    consent: z.enum(['unless-refused', 'required']).default('unless-refused'),
    /** "ResearchStudy/123" where the study is on the server already. */
    study: reference.exactOptional(),
    /** Who the Task is for, and from: "Practitioner/1", "Organization/2" … */
    owner: reference.exactOptional(),
    requester: reference.exactOptional(),
  })
  .refine(
    ({ kinds: given, study }) =>
      !given.includes('ResearchSubject') || given.includes('ResearchStudy') || study !== undefined,
    'a ResearchSubject needs a study: name one, or add the kind ResearchStudy',
  )
  .refine(
    ({ kinds: given }) =>
      !given.includes('Provenance') ||
      given.some((kind) => kind === 'Task' || kind === 'Flag' || kind === 'ResearchSubject'),
    'a Provenance needs something it speaks of: ResearchSubject, Flag or Task',
  );

export type WriteBack = Readonly<z.infer<typeof writeBack>>;
