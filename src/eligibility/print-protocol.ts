// What does a clinician sign: every criterion with the trial's words, its reading, its examples and the settings in force?

import type { Language } from '../logic/language.ts';
import { say, type MessageValues } from '../logic/message.ts';
import type { CriterionType } from './assessment.ts';
import { allCriteria } from './digest.ts';
import type { Criterion, Rule } from './criterion.ts';
import { reviewMessage, verdictMessage } from './explain.ts';
import { print } from './print.ts';
import type { Protocol } from './protocol.ts';
import { wordsOfProtocol } from './protocol-words.ts';
import { readingsOf, settingsNamedBy, type SettingValues } from './readings.ts';
import { signedHash } from './sign-off.ts';
import type { ProtocolWords } from './translation.ts';

type Printed<S extends SettingValues> = {
  readonly protocol: Protocol<S>;
  readonly words: ProtocolWords;
  /** A sentence of the printed protocol. */
  readonly sentence: (id: string, values?: MessageValues) => string;
  readonly language: Language;
};

type InSection<S extends SettingValues> = Printed<S> & { readonly type: CriterionType };

/** The protocol as Markdown: inclusion, exclusion, who decides, settings. The same protocol gives the same text. */
export function printProtocol<S extends SettingValues>(protocol: Protocol<S>, language: Language = 'en'): string {
  const words = wordsOfProtocol(protocol, language);
  const printed: Printed<S> = {
    protocol,
    words,
    sentence: (id, values = {}) => print(say(`protocol.${id}`, values), language),
    language,
  };
  const { reviews, notYetReviewed, id, version, url, digest } = protocol;
  const counts = { count: reviews.size, reviewed: reviews.size - notYetReviewed.length };
  return [
    `# ${printed.sentence('title', { id, version })}`,
    '',
    words.title,
    '',
    printed.sentence('registry', { url, digest, ...counts }),
    '',
    ...(language === 'en' ? [] : [printed.sentence('translated'), '']),
    printed.sentence('signing'),
    '',
    ...section('inclusion', protocol.inclusion, printed),
    ...section('exclusion', protocol.exclusion, printed),
    ...coverageTable(printed),
    ...settingsTable(printed),
  ].join('\n');
}

function section<S extends SettingValues>(
  type: CriterionType,
  rules: Protocol<S>['inclusion'],
  printed: Printed<S>,
): readonly string[] {
  const { protocol, words, sentence, language } = printed;
  const here = { ...printed, type };
  const original = (id: string): readonly string[] =>
    language === 'en' ? [] : ['>', `> ${sentence('registered', { text: protocol.texts[id] ?? '' })}`];
  return [
    `## ${sentence(type)}`,
    '',
    ...Object.entries(rules).flatMap(([id, rule]) => [
      `### ${id}`,
      '',
      `> ${words.texts[id] ?? ''}`,
      ...original(id),
      '',
      ...('need' in rule ? ruleLines(rule, 0, here) : criterionLines(rule, '', here)),
      '',
    ]),
  ];
}

function ruleLines<S extends SettingValues>(rule: Rule<S>, depth: number, printed: InSection<S>): readonly string[] {
  const indent = '  '.repeat(depth);
  if (!('need' in rule)) {
    const text = printed.words.criteria[rule.id]?.text ?? rule.text;
    return [`${indent}- **${rule.id}** ${text}`, ...criterionLines(rule, `${indent}  `, printed)];
  }
  const { need } = rule;
  const name = typeof need === 'number' ? printed.sentence('at-least', { n: need }) : printed.sentence(need);
  return [`${indent}- ${name}`, ...rule.of.flatMap((part) => ruleLines(part, depth + 1, printed))];
}

function criterionLines<S extends SettingValues>(
  criterion: Criterion<S>,
  indent: string,
  { protocol: { settings, defaults, reviews }, words, sentence, language, type }: InSection<S>,
): readonly string[] {
  const { readAs, examples: situations } = words.criteria[criterion.id] ?? { readAs: [], examples: [] };
  const changed = settingsNamedBy(criterion).filter((name) => settings[name] !== defaults[name]);
  const lines = [
    ...readingsOf({ readAs }, settings).map((line) => sentence('read-as', { line })),
    ...criterion.examples.map(([verdict], index) =>
      sentence('example', { verdict: verdictMessage(type, verdict), situation: situations[index] ?? '' }),
    ),
    ...changed.map((name) =>
      sentence('examples-hold', { name, default: String(defaults[name]), value: String(settings[name]) }),
    ),
    ...(criterion.confidential === true ? [sentence('confidential')] : []),
    sentence('signed', {
      review: print(reviewMessage(reviews.get(criterion.id)), language),
      hash: signedHash(criterion, settings),
    }),
  ];
  return lines.map((line) => `${indent}- ${line}`);
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const head = (cells: readonly string[]): readonly string[] => [row(cells), `|${' --- |'.repeat(cells.length)}`];

const coverageTable = <S extends SettingValues>({ protocol, words, sentence }: Printed<S>): readonly string[] => [
  `## ${sentence('who-decides')}`,
  '',
  sentence('who-decides-key'),
  '',
  ...head([sentence('criterion'), sentence('decided'), sentence('human-judges')]),
  ...allCriteria(protocol).map(({ id }) => {
    const [by] = protocol.coverage[id] ?? [];
    return row([id, by === undefined ? '' : sentence(`decided.${by}`), words.criteria[id]?.humanJudges ?? '']);
  }),
  '',
];

function settingsTable<S extends SettingValues>({ protocol, words, sentence }: Printed<S>): readonly string[] {
  const { settings, defaults, settingNotes } = protocol;
  const named = new Set(allCriteria(protocol).flatMap(settingsNamedBy));
  const settingRow = (name: string): string => {
    const source = settingNotes[name]?.source;
    return row([
      name,
      String(settings[name]),
      String(defaults[name]),
      source === undefined ? '' : sentence(`source.${source}`),
      words.settings[name] ?? '',
    ]);
  };
  return [
    `## ${sentence('settings')}`,
    '',
    sentence('settings-key'),
    '',
    ...head([
      sentence('setting'),
      sentence('in-force'),
      sentence('default'),
      sentence('source'),
      sentence('what-it-is'),
    ]),
    ...Object.keys(settings)
      .filter((name) => named.has(name))
      .map(settingRow),
    '',
  ];
}
