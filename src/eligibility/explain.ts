// How does one assessment read as a chart review: each node, its verdict, what decided, what is missing, what was ignored?

import type { Finding } from '../logic/finding.ts';
import { dateIn, listIn, type Language } from '../logic/language.ts';
import { say, type Message } from '../logic/message.ts';
import type { Verdict } from '../logic/verdict.ts';
import type { CriterionType } from './assessment.ts';
import type { Change } from './changes.ts';
import type { Criterion } from './criterion.ts';
import { findingOf, type Outcome } from './evaluate.ts';
import { print, printValue } from './print.ts';
import type { Protocol } from './protocol.ts';
import { wordsOfProtocol } from './protocol-words.ts';
import { readingsOf, type SettingValues } from './readings.ts';
import type { Review } from './review.ts';
import { gathered, type Repeated } from './said-once.ts';
import type { ProtocolWords } from './translation.ts';

/** Settings, review state and words of the protocol whose criteria are explained. */
type Signed = {
  readonly settings: SettingValues;
  readonly reviews: Protocol<unknown>['reviews'];
  readonly type: CriterionType;
  readonly words: ProtocolWords;
  readonly language: Language;
};

/** Lines of plain text for one numbered criterion; two spaces of indent per level. */
export function explainCriterion<S extends SettingValues>(
  id: string,
  outcome: Outcome<S>,
  protocol: Protocol<S>,
  language: Language,
): readonly string[] {
  const { settings, reviews } = protocol;
  const signed = {
    settings,
    reviews,
    type: typeOf(protocol, id),
    words: wordsOfProtocol(protocol, language),
    language,
  };
  const body =
    'finding' in outcome
      ? indented([...readings(outcome.criterion, signed), ...findingLines(outcome.finding, language)])
      : [...indented([print(findingOf(outcome).reason, language)]), ...indented(nodeLines(outcome, signed))];
  return [headLine(id, outcome.verdict, signed), `  ${quoted(signed.words.texts[id] ?? '', language)}`, ...body];
}

/** The line of a change that the calendar alone brings. */
export function explainChange<S>(
  { on, criterion, becomes, if: condition }: Change,
  protocol: Protocol<S>,
  language: Language,
): string {
  const values = { on, criterion, becomes: verdictMessage(typeOf(protocol, criterion), becomes) };
  return print(
    condition === undefined ? say('explain.change', values) : say('explain.change-if', { ...values, if: condition }),
    language,
  );
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

const words = (key: string, language: Language): string => print(say(`explain.${key}`), language);

/** A criterion or part by its id: what is no inclusion criterion is an exclusion. */
const typeOf = <S>({ inclusion }: Pick<Protocol<S>, 'inclusion'>, id: string): CriterionType =>
  Object.hasOwn(inclusion, id.replace(/\..*$/, '')) ? 'inclusion' : 'exclusion';

/** The word for a verdict about a criterion of that type. */
export const verdictMessage = (type: CriterionType, verdict: Verdict): Message => say(`verdict.${type}.${verdict}`);

const headLine = (id: string, verdict: Verdict, { type, language }: Signed): string =>
  print(
    say('explain.criterion', { id, verdict: print(verdictMessage(type, verdict), language).toUpperCase() }),
    language,
  );

const quoted = (text: string, language: Language): string => print(say('explain.text', { text }), language);

const titled = (title: string, line: string, language: Language): string =>
  print(say('explain.line', { title: say(`explain.${title}`), line }), language);

function nodeLines<S>(outcome: Outcome<S>, signed: Signed): readonly string[] {
  const { language } = signed;
  if ('finding' in outcome) {
    const { criterion, finding } = outcome;
    return [
      headLine(criterion.id, finding.verdict, signed),
      ...indented([
        quoted(signed.words.criteria[criterion.id]?.text ?? criterion.text, language),
        ...readings(criterion, signed),
        ...findingLines(finding, language),
      ]),
    ];
  }
  const { need } = outcome.rule;
  const title =
    typeof need === 'number' ? print(say('explain.at-least', { n: need }), language) : words(need, language);
  return [headLine(title, outcome.verdict, signed), ...indented(outcome.of.flatMap((part) => nodeLines(part, signed)))];
}

const readings = <S>(
  { id, readAs }: Criterion<S>,
  { settings, reviews, words, language }: Signed,
): readonly string[] => [
  ...readingsOf({ readAs: words.criteria[id]?.readAs ?? readAs }, settings).map((line) =>
    titled('read-as', line, language),
  ),
  print(reviewMessage(reviews.get(id)), language),
];

/** Whether and by whom a criterion was reviewed, in words. */
export function reviewMessage(review: Review | undefined): Message {
  if (review === undefined || review.state === 'not-yet-reviewed') return say('explain.not-yet-reviewed');
  const { state, reviewer, date } = review;
  return say(state === 'reviewed' ? 'explain.reviewed' : 'explain.review-changed', { reviewer, date });
}

function findingLines(finding: Finding, language: Language): readonly string[] {
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0
      ? []
      : [
          print(say('explain.list', { title: say(`explain.${title}`) }), language),
          ...lines.map((line) => `  - ${line}`),
        ];
  return [
    titled('because', print(finding.reason, language), language),
    ...list(
      'evidence',
      gathered(finding.evidence).map((each) => evidenceLine(each, language)),
    ),
    ...list(
      'missing',
      finding.missing.map((each) => print(each.what, language)),
    ),
    ...list(
      'ignored',
      gathered(finding.ignored).map((each) => evidenceLine(each, language)),
    ),
    ...(finding.flags.length === 0 ? [] : [titled('flags', listIn(language, finding.flags, 'ids'), language)]),
  ];
}

/** What one entry says, or several say alike: then with their first and last day, and how many they are. */
function evidenceLine(pieces: Repeated, language: Language): string {
  const [{ label, value }] = pieces;
  const name = print(label, language);
  const shown =
    value === undefined
      ? name
      : print(say('explain.line', { title: name, line: printValue(value, language) }), language);
  const line =
    pieces.length === 1 ? shown : print(say('explain.entries', { line: shown, count: pieces.length }), language);
  const dates = pieces.flatMap(({ date }) => date ?? []).sort();
  const days = [...new Set([dates[0] ?? '', dates.at(-1) ?? ''])].filter((date) => date !== '');
  const sources = pieces.flatMap(({ reference }) => reference ?? []);
  const when = days.length === 0 ? '' : `${days.map((date) => dateIn(language, date)).join(' – ')}  `;
  return `${when}${line}${sources.length === 0 ? '' : `  [${sources.join(', ')}]`}`;
}
