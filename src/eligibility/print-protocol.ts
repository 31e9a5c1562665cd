// What does a clinician sign: every criterion with the trial's words, how it is read, and the settings in force?

import { allCriteria } from './digest.ts';
import type { Rule } from './criterion.ts';
import type { Protocol } from './protocol.ts';

/** The protocol as Markdown: inclusion, exclusion, settings. The same protocol gives the same text. */
export function printProtocol<S extends Readonly<Record<string, string | number>>>(protocol: Protocol<S>): string {
  const section = (title: string, rules: Protocol<S>['inclusion']): readonly string[] => [
    `## ${title}`,
    '',
    ...Object.entries(rules).flatMap(([id, rule]) => [
      `### ${id}`,
      '',
      `> ${protocol.texts[id] ?? ''}`,
      '',
      ...ruleLines(rule, 0, true),
      '',
    ]),
  ];
  return [
    `# ${protocol.id}, version ${protocol.version}`,
    '',
    protocol.title,
    '',
    `Registry: <${protocol.url}>. Digest: \`${protocol.digest}\` (${String(allCriteria(protocol).length)} single criteria).`,
    '',
    ...section('Inclusion criteria', protocol.inclusion),
    ...section('Exclusion criteria', protocol.exclusion),
    '## Settings',
    '',
    '| name | value |',
    '| --- | --- |',
    ...Object.entries(protocol.settings).map(([name, value]) => `| ${name} | ${String(value)} |`),
    '',
  ].join('\n');
}

function ruleLines<S>(rule: Rule<S>, depth: number, top: boolean): readonly string[] {
  const indent = '  '.repeat(depth);
  if (!('need' in rule)) {
    const head = top ? [] : [`${indent}- **${rule.id}** ${rule.text}`];
    const inner = top ? indent : `${indent}  `;
    const confidential = rule.confidential === true ? [`${inner}- confidential: shown only in the chart`] : [];
    return [...head, ...rule.readAs.map((line) => `${inner}- read as: ${line}`), ...confidential];
  }
  const name = typeof rule.need === 'number' ? `at least ${String(rule.need)} of` : `${rule.need} of`;
  return [`${indent}- ${name}:`, ...rule.of.flatMap((part) => ruleLines(part, depth + 1, false))];
}
