// At which place is each sealed column of the list opened again? Moved elsewhere, it cannot be read.

/** The `place` argument of `seal` and `open`, by table; those of runs are in `run/vault.ts`. */
export const placeOf = {
  summary: (protocol: string, patient: string): string => `worklist/${protocol}/${patient}`,
  event: (event: string): string => `worklist_events/${event}`,
} as const;
