// What do all cards have in common: where they come from, how they may be put aside, what they link to?

import type { CardContext } from './card-context.ts';
import type { Card } from './card.ts';
import { overrideCodes, overrideSystem } from './override-reasons.ts';
import { plain } from './phrases.ts';

/** CDS Hooks allows fewer than 140 characters. */
export const longestSummary = 139;

/** The same for every patient: the topic is a fixed alphanumeric code, by which an EHR respects earlier overrides. */
export const frameOf = (
  trialId: string,
  { language, trial, evidence }: CardContext,
): Pick<Card, 'source' | 'overrideReasons' | 'links'> => ({
  source: {
    label: plain(language, 'source.label', { trial: trialId }),
    url: trial.url,
    topic: { system: 'https://clinicaltrials.gov', code: trialId, display: trial.title },
  },
  overrideReasons: overrideCodes.map((code) => ({
    system: overrideSystem,
    code,
    display: plain(language, `override.${code}`),
  })),
  links: [
    ...(evidence === undefined ? [] : [{ label: plain(language, 'link.evidence'), ...evidence }]),
    { label: plain(language, 'link.registry', { trial: trialId }), url: trial.url, type: 'absolute' },
  ],
});
