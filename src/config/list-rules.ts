// What can a site set about its list?

import { z } from 'zod';

const days = z.number().int().positive().max(3650);

export const listSettings = z
  .strictObject({
    /** A potential candidate comes on the list with at most so many of the trial's criteria unknown. */
    mostUnknown: z.number().int().nonnegative().max(100).default(8),
    /** "Ages out soon": the age criterion will no longer be met within so many days. */
    agesOutWithinDays: days.default(180),
    /** So long after "declined" and "not suitable" a patient who is still a candidate comes back as new. */
    declinedDays: days.default(365),
    notSuitableDays: days.default(180),
  })
  .prefault({});

export type ListSettings = z.infer<typeof listSettings>;

export const defaultListSettings: ListSettings = listSettings.parse({});
