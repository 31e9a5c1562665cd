// Which cards does an assessment give?

import { shortened } from '../logic/shortened.ts';
import type { Assessment, CriterionResult } from '../eligibility/assessment.ts';
import type { CardContext } from './card-context.ts';
import type { Card } from './card.ts';
import { nameOfCriterion } from './criteria-table.ts';
import { chanceEnds, type Change } from './dates.ts';
import { detail } from './detail.ts';
import { frameOf, longestSummary } from './frame.ts';
import { nearMissOf } from './near-miss.ts';
import { plain } from './phrases.ts';
import { shownOf, tally, type Shown } from './shown.ts';
import { suggestionsFor } from './suggestions.ts';

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
  const { trial, newId } = context;
  const { id } = assessment.protocol;
  const ends = chanceEnds(shown, assessment);
  const mayRefer = nearMiss === undefined && trial.recruiting;
  return {
    uuid: newId(),
    summary: shortened(summary(id, shown, nearMiss, ends, context), longestSummary),
    detail: detail(assessment, shown, nearMiss, ends, context),
    indicator: nearMiss === undefined && ends !== undefined ? 'warning' : 'info',
    ...(mayRefer && suggestionsFor(assessment, shown, context)),
    ...frameOf(id, context),
  };
}

function summary(
  trial: string,
  { open }: Shown,
  nearMiss: CriterionResult | undefined,
  ends: Change | undefined,
  { language }: CardContext,
): string {
  if (nearMiss !== undefined) {
    const criterion = `${nearMiss.id} ${nameOfCriterion(language, nearMiss)}`;
    return plain(language, 'summary.near-miss', { trial, criterion });
  }
  const { for: good, confirm, missing } = tally(open);
  const counts = { trial, good, shown: open.length, confirm, missing };
  return ends === undefined
    ? plain(language, 'summary.may-meet', counts)
    : plain(language, 'summary.may-meet-until', { ...counts, date: ends.on });
}
