// Does every message have its sentence, and every sentence its use?

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/eligibility/assess.ts';
import { toJson } from '../../src/eligibility/json.ts';
import { print } from '../../src/eligibility/print.ts';
import { en } from '../../src/eligibility/sentences/en.ts';
import { isoDay } from '../../src/logic/calendar.ts';
import { say } from '../../src/logic/message.ts';
import { protocols } from '../../src/protocols/index.ts';
import { day, screeningOn } from '../builders.ts';
import { stories } from '../stories.ts';

const root = fileURLToPath(new URL('../../src', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('sentences/') && !name.startsWith('cards/'))
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

  it('fills every placeholder of every answer to every story, today and on later days', () => {
    for (const story of stories) {
      for (const later of [0, 20, 45, 100, 400]) {
        const screening = screeningOn(isoDay(day(story.asOf) + later));
        for (const protocol of protocols) {
          const text = JSON.stringify(toJson(assess(protocol, story.record, screening)), (key, value: unknown) =>
            key.endsWith('Message') || key.endsWith('Messages') ? undefined : value,
          );
          expect(text).not.toMatch(/\{[a-z][\w-]*\}/i);
          expect(text).not.toMatch(/"[a-z-]+\.[a-z-]+ \{/);
        }
      }
    }
  });

  it('prints a message without a sentence as its id, so that nothing is lost', () => {
    expect(print(say('no.such-message', { n: 3 }))).toBe('no.such-message {"n":3}');
  });
});
