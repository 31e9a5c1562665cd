// Does every message have its sentence in every language, and every sentence its use?

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/eligibility/assess.ts';
import { toJson } from '../../src/eligibility/json.ts';
import { print } from '../../src/eligibility/print.ts';
import { en } from '../../src/eligibility/sentences/en.ts';
import { zhCN } from '../../src/eligibility/sentences/zh-CN.ts';
import { isoDay } from '../../src/logic/calendar.ts';
import { languages } from '../../src/logic/language.ts';
import { say } from '../../src/logic/message.ts';
import { protocols } from '../../src/protocols/index.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { day, screeningOn } from '../builders.ts';
import { expectSameCatalogue } from '../catalogues.ts';
import { stories } from '../stories.ts';

const root = fileURLToPath(new URL('../../src', import.meta.url));
/** Cards and pages have catalogues of their own. */
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/^(?:cards|page)\/|sentences\//.test(name))
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n');

/** Every text in quotes, and every template with its `${…}` as a hole. */
const literals = new Set([...sources.matchAll(/'([^'\n]*)'/g)].map((match) => match[1] ?? ''));
const templates = [...sources.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)]
  .map((match) => (match[1] ?? '').split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')))
  .filter((parts) => /^[a-z-]+\\\.|\\\.$/.test(parts[0] ?? ''))
  .map((parts) => new RegExp(`^${parts.join('.+')}$`));

describe('the English catalogue', () => {
  it('has a sentence for every message that the code names directly', () => {
    const named = [...sources.matchAll(/\bsay\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((id) => !en.has(id))).toEqual([]);
  });

  it('has no sentence that nothing says', () => {
    const unused = [...en.keys()].filter((id) => !literals.has(id) && !templates.some((template) => template.test(id)));
    expect(unused).toEqual([]);
  });

  it('has no empty sentence and no unbalanced placeholder', () => {
    const broken = [...en].filter(
      ([, text]) => text.trim() === '' || text.replaceAll(/\{[\w-]+\}/g, '').match(/[{}]/) !== null,
    );
    expect(broken).toEqual([]);
  });

  it('says everything in Chinese too', () => {
    expectSameCatalogue(Object.fromEntries(en), Object.fromEntries(zhCN));
  });

  it('prints a message without a sentence as its id, so that nothing is lost', () => {
    expect(print(say('no.such-message', { n: 3 }))).toBe('no.such-message {"n":3}');
  });
});

describe('an answer', () => {
  it('has every placeholder filled in every language, for every story, today and on later days', () => {
    const lexicon = newLexicon();
    for (const story of stories) {
      for (const later of [0, 20, 45, 100, 400]) {
        const screening = screeningOn(isoDay(day(story.asOf) + later));
        for (const protocol of protocols) {
          const assessment = assess(protocol, story.record, screening, undefined, lexicon);
          for (const language of languages) {
            const text = JSON.stringify(toJson(assessment, language), (key, value: unknown) =>
              key.endsWith('Message') || key.endsWith('Messages') ? undefined : value,
            );
            expect(text).not.toMatch(/\{[a-z][\w-]*\}/i);
            expect(text).not.toMatch(/"[a-z-]+\.[a-z-]+ \{/);
          }
        }
      }
    }
  });
});

describe('an answer in Chinese', () => {
  it('calls drugs by their Chinese names and writes dates as Chinese readers do', () => {
    const said = say('history.drug-until', { drug: 'prednisone', date: '2026-06-01' });
    expect(print(said, 'en')).toBe('prednisone, until 2026-06-01');
    expect(print(said, 'zh-CN')).toBe('泼尼松，至2026年6月1日');
  });

  it('lists names with 、 and what has a comma of its own with ；', () => {
    const drugs = (...list: readonly string[]): string => print(say('infection.last-dose', { drugs: list }), 'zh-CN');
    expect(drugs('prednisone', 'tacrolimus')).toBe('泼尼松、他克莫司末次给药的日期和途径');
    expect(drugs('prednisone', 'a, b')).toBe('泼尼松；a, b末次给药的日期和途径');
  });

  it('leaves text of the record as it was written', () => {
    expect(print(say('heart.rhythm-past', { name: 'Atrial flutter' }), 'zh-CN')).toBe('Atrial flutter：已缓解');
  });
});
