// How does one assessment read as a chart review: each node, its verdict, what decided, what is missing, what was ignored?

import type { Evidence, Finding } from '../logic/finding.ts';
import { say, type Message } from '../logic/message.ts';
import type { Criterion } from './criterion.ts';
import { findingOf, type Outcome } from './evaluate.ts';
import { print, type Language } from './print.ts';
import type { Protocol } from './protocol.ts';
import { readingsOf, type SettingValues } from './readings.ts';
import type { Review } from './sign-off.ts';

/** Settings and review state of the protocol whose criteria are explained. */
type Signed = { readonly settings: SettingValues; readonly reviews: Protocol<unknown>['reviews'] };

/** Lines of plain text for one numbered criterion; two spaces of indent per level. */
export function explainCriterion<S extends SettingValues>(
  id: string,
  outcome: Outcome<S>,
  protocol: Protocol<S>,
  language: Language,
): readonly string[] {
  const head = [`${id}  ${outcome.verdict.toUpperCase()}`, `  "${protocol.texts[id] ?? ''}"`];
  const body =
    'finding' in outcome
      ? indented([...readings(outcome.criterion, protocol, language), ...findingLines(outcome.finding, language)])
      : [
          ...indented([print(findingOf(outcome).reason, language)]),
          ...indented(nodeLines(outcome, protocol, language)),
        ];
  return [...head, ...body];
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

const words = (key: string, language: Language): string => print(say(`explain.${key}`), language);

function nodeLines<S>(outcome: Outcome<S>, signed: Signed, language: Language): readonly string[] {
  if ('finding' in outcome) {
    const { criterion, finding } = outcome;
    return [
      `${criterion.id}  ${finding.verdict.toUpperCase()}`,
      ...indented([
        `"${criterion.text}"`,
        ...readings(criterion, signed, language),
        ...findingLines(finding, language),
      ]),
    ];
  }
  const { need } = outcome.rule;
  const title =
    typeof need === 'number' ? print(say('explain.at-least', { n: need }), language) : words(need, language);
  return [
    `${title}  ${outcome.verdict.toUpperCase()}`,
    ...indented(outcome.of.flatMap((part) => nodeLines(part, signed, language))),
  ];
}

const readings = <S>(criterion: Criterion<S>, { settings, reviews }: Signed, language: Language): readonly string[] => [
  ...readingsOf(criterion, settings).map((line) => `${words('read-as', language)}: ${line}`),
  print(reviewMessage(reviews.get(criterion.id)), language),
];

/** Whether and by whom a criterion was reviewed, in words. */
export function reviewMessage(review: Review | undefined): Message {
  if (review === undefined || review.state === 'not-yet-reviewed') return say('explain.not-yet-reviewed');
  const { state, reviewer, date } = review;
  return say(state === 'reviewed' ? 'explain.reviewed' : 'explain.review-changed', { reviewer, date });
}

function findingLines(finding: Finding, language: Language): readonly string[] {
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${words(title, language)}:`, ...lines.map((line) => `  - ${line}`)];
  return [
    `${words('because', language)}: ${print(finding.reason, language)}`,
    ...list(
      'evidence',
      finding.evidence.map((each) => evidenceLine(each, language)),
    ),
    ...list(
      'missing',
      finding.missing.map((each) => print(each.what, language)),
    ),
    ...list(
      'ignored',
      finding.ignored.map((each) => evidenceLine(each, language)),
    ),
    ...(finding.flags.length === 0 ? [] : [`${words('flags', language)}: ${finding.flags.join(', ')}`]),
  ];
}

function evidenceLine({ date, label, value, reference }: Evidence, language: Language): string {
  const shown = value === undefined ? '' : `: ${typeof value === 'string' ? value : print(value, language)}`;
  const source = reference === undefined ? '' : `  [${reference}]`;
  return `${date === undefined ? '' : `${date}  `}${print(label, language)}${shown}${source}`;
}
