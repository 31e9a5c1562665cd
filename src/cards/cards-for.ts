// Which cards does an assessment give?

import type { Assessment, CriterionResult } from '../eligibility/assessment.ts';
import type { CardContext } from './card-context.ts';
import type { Card } from './card.ts';
import { nameOfCriterion } from './criteria-table.ts';
import { chanceEndsSoon } from './dates.ts';
import { detail } from './detail.ts';
import { nearMissOf } from './near-miss.ts';
import { plain, shortened } from './phrases.ts';
import { shownOf, tally, type Shown } from './shown.ts';
import { referral, testOrders } from './suggestions.ts';

/** CDS Hooks allows fewer than 140 characters. */
const longestSummary = 139;

const overrideSystem = 'urn:lupus-trial-cds:override-reason';
const overrideCodes = ['declined', 'already-referred', 'not-suitable', 'later'] as const;

/**
 * One card, or none: none without any sign of lupus, none for a patient who clearly cannot take part, unless the site
 * asks for near misses and exactly one criterion that can be mended stands against her.
 */
export function cardsFor(assessment: Assessment, context: CardContext): readonly Card[] {
  if (!assessment.signOfLupus) return [];
  const nearMiss = context.nearMisses ? nearMissOf(assessment) : undefined;
  if (assessment.status === 'ineligible' && nearMiss === undefined) return [];
  return [card(assessment, shownOf(assessment), nearMiss, context)];
}

function card(assessment: Assessment, shown: Shown, nearMiss: CriterionResult | undefined, context: CardContext): Card {
  const { language, trial, newId } = context;
  const { id } = assessment.protocol;
  const suggestions =
    nearMiss === undefined && trial.recruiting
      ? [referral(assessment, context), ...testOrders(assessment, shown, context)]
      : [];
  return {
    uuid: newId(),
    summary: shortened(summary(id, shown, nearMiss, context), longestSummary),
    detail: detail(assessment, shown, nearMiss, context),
    indicator: nearMiss === undefined && chanceEndsSoon(shown, assessment) ? 'warning' : 'info',
    source: {
      label: plain(language, 'source.label', { trial: id }),
      url: trial.url,
      topic: { system: 'https://clinicaltrials.gov', code: id, display: trial.title },
    },
    ...(suggestions.length > 0 && { suggestions, selectionBehavior: 'any' }),
    overrideReasons: overrideCodes.map((code) => ({
      system: overrideSystem,
      code,
      display: plain(language, `override.${code}`),
    })),
    links: [{ label: plain(language, 'link.registry', { trial: id }), url: trial.url, type: 'absolute' }],
  };
}

function summary(
  trial: string,
  { open }: Shown,
  nearMiss: CriterionResult | undefined,
  { language }: CardContext,
): string {
  if (nearMiss !== undefined) {
    const criterion = `${nearMiss.id} ${nameOfCriterion(language, nearMiss)}`;
    return plain(language, 'summary.near-miss', { trial, criterion });
  }
  const { for: good, confirm, missing } = tally(open);
  return plain(language, 'summary.may-meet', { trial, good, shown: open.length, confirm, missing });
}
