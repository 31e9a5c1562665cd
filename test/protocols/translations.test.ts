// Is every protocol complete in every language?

import { describe, expect, it } from 'vitest';
import { allCriteria } from '../../src/eligibility/digest.ts';
import { printProtocol } from '../../src/eligibility/print-protocol.ts';
import { wordsOfProtocol } from '../../src/eligibility/protocol-words.ts';
import type { ProtocolWords } from '../../src/eligibility/translation.ts';
import { protocols } from '../../src/protocols/index.ts';
import { expectSameCatalogue } from '../catalogues.ts';

/** Everything a protocol says, each line under a name of its own. */
const linesOf = ({ title, texts, criteria, settings }: ProtocolWords): Readonly<Record<string, string>> => ({
  title,
  ...Object.fromEntries(Object.entries(texts).map(([id, text]) => [`text of ${id}`, text])),
  ...Object.fromEntries(
    Object.entries(criteria).flatMap(([id, { text, readAs, examples, humanJudges }]) => [
      [`${id}: text`, text],
      [`${id}: human judges`, humanJudges],
      ...readAs.map((line, index) => [`${id}: reading ${String(index + 1)}`, line]),
      ...examples.map((line, index) => [`${id}: example ${String(index + 1)}`, line]),
    ]),
  ),
  ...Object.fromEntries(Object.entries(settings).map(([name, what]) => [`setting ${name}`, what])),
});

describe.each(protocols)('$id, version $version, in Chinese', (protocol) => {
  it('says everything that the English says, reading by reading and example by example', () => {
    expectSameCatalogue(linesOf(wordsOfProtocol(protocol, 'en')), linesOf(wordsOfProtocol(protocol, 'zh-CN')));
  });

  it('names every number of a reading', () => {
    const [english, chinese] = [wordsOfProtocol(protocol, 'en'), wordsOfProtocol(protocol, 'zh-CN')];
    const numbersOf = (line = ''): readonly string[] =>
      [...line.matchAll(/(?<![\w.-])\d{2,}(?:\.\d+)?|(?<![\w.-])\d\.\d+/g)].map(([number]) => number).sort();
    const different = allCriteria(protocol).flatMap(({ id }) =>
      (['readAs', 'examples'] as const).flatMap((part) =>
        (english.criteria[id]?.[part] ?? []).flatMap((line, index) => {
          const own = chinese.criteria[id]?.[part][index];
          return numbersOf(line).join() === numbersOf(own).join() ? [] : [`${line} / ${own ?? ''}`];
        }),
      ),
    );
    expect(different).toEqual([]);
  });

  it('shows the registered English text beside its translation, and the hash that is signed', () => {
    const printed = printProtocol(protocol, 'zh-CN');
    for (const text of Object.values(protocol.texts)) expect(printed).toContain(`> 登记文本：${text}`);
    const hashes = (markdown: string): readonly string[] => markdown.match(/`[0-9a-f]{16}`/g) ?? [];
    expect(hashes(printed)).toEqual(hashes(printProtocol(protocol)));
  });
});
