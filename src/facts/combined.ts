// What do several findings about one question answer together?

import { eachOnce } from '../logic/each-once.ts';
import type { Finding } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { allOf, anyOf } from '../logic/verdict.ts';

/**
 * Combines the answers to the parts of one question by AND (`all`) or OR (`any`). The reason and what is
 * missing come from the parts that decide; evidence, flags and turns from every part.
 */
export function combined(need: 'all' | 'any', parts: readonly [Finding, ...Finding[]]): Finding {
  if (parts.length === 1) return parts[0];
  const verdicts = parts.map((part) => part.verdict);
  const verdict = need === 'all' ? allOf(verdicts) : anyOf(verdicts);
  const deciding = parts.filter((part) => part.verdict === verdict);
  const [first = parts[0].reason, ...others] = eachOnce(deciding.map(({ reason }) => reason));
  return {
    verdict,
    reason: others.length === 0 ? first : say('combined', { reasons: [first, ...others] }),
    evidence: eachOnce([...deciding, ...parts].flatMap((part) => part.evidence)),
    missing: eachOnce(deciding.flatMap((part) => part.missing)),
    ignored: parts.flatMap((part) => part.ignored),
    flags: [...new Set(parts.flatMap((part) => part.flags))],
    turns: parts.flatMap((part) => part.turns),
  };
}
