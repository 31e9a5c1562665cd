// Why may a clinician wave a card aside, and which of these reasons mean that it shall not come back soon?

export const overrideSystem = 'urn:lupus-trial-cds:override-reason';

export const overrideCodes = ['declined', 'already-referred', 'not-suitable', 'later'] as const;

const silencing: ReadonlySet<string> = new Set(['declined', 'already-referred', 'not-suitable']);

/** A system that the caller left out is taken for ours; the code of another system means nothing here. */
export const meansSilence = (system: string, code: string): boolean =>
  (system === '' || system === overrideSystem) && silencing.has(code);
