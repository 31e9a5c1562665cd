// What does a clinician sign: every criterion with the trial's words, its reading, its examples and the settings in force?

import { allCriteria } from './digest.ts';
import type { Criterion, Rule } from './criterion.ts';
import { reviewMessage } from './explain.ts';
import { print } from './print.ts';
import type { Protocol } from './protocol.ts';
import { readingsOf, settingsNamedBy, type SettingValues } from './readings.ts';
import { signedHash } from './sign-off.ts';

/** The protocol as Markdown: inclusion, exclusion, who decides, settings. The same protocol gives the same text. */
export function printProtocol<S extends SettingValues>(protocol: Protocol<S>): string {
  const section = (title: string, rules: Protocol<S>['inclusion']): readonly string[] => [
    `## ${title}`,
    '',
    ...Object.entries(rules).flatMap(([id, rule]) => [
      `### ${id}`,
      '',
      `> ${protocol.texts[id] ?? ''}`,
      '',
      ...('need' in rule ? ruleLines(rule, 0, protocol) : criterionLines(rule, '', protocol)),
      '',
    ]),
  ];
  return [
    `# ${protocol.id}, version ${protocol.version}`,
    '',
    protocol.title,
    '',
    `Registry: <${protocol.url}>. Digest: \`${protocol.digest}\` (${reviewed(protocol)}).`,
    '',
    'Every example is proven by a test with the default settings. Whoever signs a criterion signs its text, its reading, its',
    'examples and the settings its reading names: the hash in its last line, entered in `signoff.json` with name and date.',
    '',
    ...section('Inclusion criteria', protocol.inclusion),
    ...section('Exclusion criteria', protocol.exclusion),
    ...coverageTable(protocol),
    ...settingsTable(protocol),
  ].join('\n');
}

const reviewed = <S>({ reviews, notYetReviewed }: Protocol<S>): string =>
  `${String(reviews.size)} single criteria, ${String(reviews.size - notYetReviewed.length)} of them reviewed`;

function ruleLines<S extends SettingValues>(rule: Rule<S>, depth: number, protocol: Protocol<S>): readonly string[] {
  const indent = '  '.repeat(depth);
  if (!('need' in rule)) {
    return [`${indent}- **${rule.id}** ${rule.text}`, ...criterionLines(rule, `${indent}  `, protocol)];
  }
  const name = typeof rule.need === 'number' ? `at least ${String(rule.need)} of` : `${rule.need} of`;
  return [`${indent}- ${name}:`, ...rule.of.flatMap((part) => ruleLines(part, depth + 1, protocol))];
}

function criterionLines<S extends SettingValues>(
  criterion: Criterion<S>,
  indent: string,
  protocol: Protocol<S>,
): readonly string[] {
  const { settings, defaults, reviews } = protocol;
  const changed = settingsNamedBy(criterion).filter((name) => settings[name] !== defaults[name]);
  const lines = [
    ...readingsOf(criterion, settings).map((line) => `read as: ${line}`),
    ...criterion.examples.map(([verdict, situation]) => `example, ${verdict}: ${situation}`),
    ...changed.map(
      (name) => `the examples hold for ${name} = ${String(defaults[name])}; here ${String(settings[name])}`,
    ),
    ...(criterion.confidential === true ? ['confidential: shown only in the chart'] : []),
    `${print(reviewMessage(reviews.get(criterion.id)))} (\`${signedHash(criterion, settings)}\`)`,
  ];
  return lines.map((line) => `${indent}- ${line}`);
}

const coverageTable = <S>(protocol: Protocol<S>): readonly string[] => [
  '## Who decides',
  '',
  '`computed`: the record can prove both answers. `partly`: it can prove one, the other is always a human’s.',
  '`investigator`: only a human answers. Doubtful cases go to the investigator everywhere.',
  '',
  '| criterion | decided | what a human must still judge |',
  '| --- | --- | --- |',
  ...allCriteria(protocol).map(({ id }) => `| ${id} | ${(protocol.coverage[id] ?? ['', '']).join(' | ')} |`),
  '',
];

function settingsTable<S extends SettingValues>(protocol: Protocol<S>): readonly string[] {
  const { settings, defaults, settingNotes } = protocol;
  const named = new Set(allCriteria(protocol).flatMap(settingsNamedBy));
  const row = (name: string): string => {
    const { what, source } = settingNotes[name] ?? { what: '', source: '' };
    return `| ${name} | ${String(settings[name])} | ${String(defaults[name])} | ${source} | ${what} |`;
  };
  return [
    '## Settings',
    '',
    '`registry`: the trial itself gives the default. `default`: it does not; our choice until the investigator decides.',
    'A site can change each.',
    '',
    '| setting | in force | default | source | what it is |',
    '| --- | --- | --- | --- | --- |',
    ...Object.keys(settings)
      .filter((name) => named.has(name))
      .map(row),
    '',
  ];
}
