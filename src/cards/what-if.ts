// Which cards say what a draft order would change for the trial?

import { shortened } from '../logic/shortened.ts';
import type { CriterionResult } from '../eligibility/assessment.ts';
import { print } from '../eligibility/print.ts';
import type { Gain, Loss, WhatIf } from '../eligibility/what-if.ts';
import type { Draft } from '../fhir/drafts.ts';
import { isComplete } from '../fhir/retrieved.ts';
import { searches } from '../fhir/searches.ts';
import { nameOf } from '../terminology/concept.ts';
import { basisLine } from './basis.ts';
import type { CardContext } from './card-context.ts';
import type { Card } from './card.ts';
import { nameOfCriterion } from './criteria-table.ts';
import { frameOf, longestSummary } from './frame.ts';
import { bullets, gfm, joined, type Markdown } from './markdown.ts';
import { nearMissOf } from './near-miss.ts';
import { phrase, plain, type PhraseId } from './phrases.ts';
import { isConfidential, topOf } from './shown.ts';
import { unseen } from './unseen.ts';

/** Longest name of an order in a summary and in the text. */
const shortName = 40;
const longName = 120;

type Effects = { readonly losses: readonly Loss[]; readonly gains: readonly Gain[] };

/**
 * One card per order that would change something: a warning where something is lost, else information. None without any
 * sign of lupus, none where something that cannot be mended stands against the patient, and never a suggestion.
 */
export function whatIfCards(result: WhatIf, context: CardContext): readonly Card[] {
  const { now } = result;
  if (!now.signOfLupus || (now.status === 'ineligible' && nearMissOf(now) === undefined)) return [];
  const hidden = new Set(now.criteria.filter(isConfidential).map(({ id }) => id));
  const isShown = ({ criterion }: { readonly criterion: CriterionResult }): boolean =>
    !isConfidential(criterion) && !hidden.has(topOf(criterion.id));
  const [losses, gains] = [result.losses.filter(isShown), result.gains.filter(isShown)];
  const keyOf = ({ drafts }: Loss | Gain): string => orderName(drafts, longName);
  const orders = Map.groupBy([...losses, ...gains], keyOf);
  return [...orders].map(([order]) =>
    card(
      result,
      order,
      { losses: losses.filter((each) => keyOf(each) === order), gains: gains.filter((each) => keyOf(each) === order) },
      context,
    ),
  );
}

/** "mycophenolate; rituximab": one line without anything a reader cannot see, however long the names are. */
function orderName(drafts: readonly Draft[], most: number): string {
  const each = Math.max(12, Math.floor(most / drafts.length) - 2);
  const names = drafts
    .flatMap(({ names }) => names.slice(0, 1))
    .map((name) =>
      shortened(
        nameOf(name)
          .replaceAll(/[\p{C}\s]+/gu, ' ')
          .trim(),
        each,
      ),
    );
  return shortened([...new Set(names)].join('; '), most);
}

function card({ now }: WhatIf, order: string, { losses, gains }: Effects, context: CardContext): Card {
  const { language, newId } = context;
  const complete = searches.every(({ name }) => isComplete(context.retrieved[name])) && context.dropped === 0;
  const sections = [
    phrase(language, 'what-if.head', { order, trial: now.protocol.id }),
    bullets([...losses.map((each) => lossLine(each, context)), ...gains.map((each) => gainLine(each, context))]),
    ...(context.trial.recruiting ? [] : [phrase(language, 'line.not-recruiting')]),
    phrase(language, 'what-if.limits'),
    ...(complete ? [] : [gfm`### ${phrase(language, 'head.unseen')}\n\n${unseen(context)}`]),
    basisLine(now, language),
  ];
  return {
    uuid: newId(),
    summary: shortened(summary(now.protocol.id, order, { losses, gains }, context), longestSummary),
    detail: joined(sections, '\n\n').markdown,
    indicator: losses.length > 0 ? 'warning' : 'info',
    ...frameOf(now.protocol.id, context),
  };
}

const named = ({ criterion }: Loss | Gain, { language }: CardContext): string =>
  `${topOf(criterion.id)} ${nameOfCriterion(language, criterion)}`;

const would: Readonly<Record<CriterionResult['type'], Readonly<Record<CriterionResult['verdict'], PhraseId>>>> = {
  inclusion: {
    met: 'would.met',
    'not-met': 'would.not-met',
    unknown: 'would.unknown',
    'needs-investigator': 'would.needs-investigator',
  },
  exclusion: {
    met: 'would.present',
    'not-met': 'would.absent',
    unknown: 'would.unknown',
    'needs-investigator': 'would.needs-investigator',
  },
};

function summary(trial: string, order: string, { losses, gains }: Effects, context: CardContext): string {
  const { language } = context;
  const short = shortened(order, shortName);
  const [loss] = losses;
  if (loss !== undefined) {
    const values = {
      order: short,
      trial,
      criterion: named(loss, context),
      answer: plain(language, would[loss.criterion.type][loss.becomes]),
      date: loss.until ?? '',
    };
    return plain(language, loss.until === undefined ? 'what-if.loss-summary' : 'what-if.loss-summary-until', values);
  }
  const [gain] = gains;
  return gain === undefined
    ? ''
    : plain(language, 'what-if.gain-summary', { order: short, trial, criterion: named(gain, context), date: gain.on });
}

function lossLine(loss: Loss, context: CardContext): Markdown {
  const { language } = context;
  const { from, until, reason, becomes, criterion } = loss;
  const line = phrase(language, until === undefined ? 'what-if.loss' : 'what-if.loss-until', {
    criterion: named(loss, context),
    answer: phrase(language, would[criterion.type][becomes]),
    from,
    date: until ?? '',
  });
  return reason === undefined
    ? line
    : phrase(language, 'what-if.because', { line, reason: shortened(print(reason, language), 240) });
}

function gainLine(gain: Gain, context: CardContext): Markdown {
  const { language } = context;
  const values = {
    criterion: named(gain, context),
    date: gain.on,
    condition: gain.if === undefined ? '' : print(gain.if, language),
  };
  return phrase(language, gain.if === undefined ? 'what-if.gain' : 'what-if.gain-if', values);
}
