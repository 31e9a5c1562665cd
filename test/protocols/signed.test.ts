import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { allCriteria } from '../../src/eligibility/digest.ts';
import type { Protocol } from '../../src/eligibility/protocol.ts';
import { protocol } from '../../src/eligibility/declared.ts';
import { signedHash } from '../../src/eligibility/sign-off.ts';
import { protocols } from '../../src/protocols/index.ts';
import { nct06222853From5To18 } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import type { Settings } from '../../src/protocols/nct06222853-5to18/settings.ts';

const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');

/** The entries under every "Verdicts changed" of a changelog. */
const verdictsChanged = (text: string): string =>
  text
    .split(/^### /m)
    .filter((section) => section.startsWith('Verdicts changed'))
    .map((section) => section.split(/^## /m)[0] ?? '')
    .join('\n');

/** Signed criteria that are not what was signed, and are not named under "Verdicts changed". */
const silentlyChanged = ({ reviews }: Protocol<Settings>, text: string): readonly string[] =>
  [...reviews]
    .filter(([, { state }]) => state === 'changed')
    .map(([id]) => id)
    .filter((id) => !new RegExp(`(?<![\\w.])${id.replace('.', '\\.')}(?!\\.?\\w)`).test(verdictsChanged(text)));

describe.each(protocols)('the signatures of version $version', (each) => {
  it('are under criteria that exist, by somebody, on a day', () => {
    const ids = allCriteria(each).map(({ id }) => id);
    for (const { criterion, reviewer, date, hash } of each.signatures) {
      expect(ids).toContain(criterion);
      expect(reviewer).not.toBe('');
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(hash).toMatch(/^[0-9a-f]{16}$/);
    }
  });

  it('stand, or the changelog says what changed', () => {
    expect(silentlyChanged(each, changelog)).toEqual([]);
  });
});

describe('a signed criterion that changes', () => {
  const [age, classification] = allCriteria(nct06222853From5To18);
  const signatures = [age, classification].flatMap((criterion) =>
    criterion === undefined
      ? []
      : [
          {
            criterion: criterion.id,
            reviewer: 'Dr. Example',
            date: '2026-05-01',
            hash: signedHash(criterion, nct06222853From5To18.settings),
          },
        ],
  );
  const later = protocol({
    ...nct06222853From5To18,
    signatures,
    settings: { ...nct06222853From5To18.settings, ageOutWarningDays: 61 },
  });

  it('is noticed by this test unless "Verdicts changed" names it', () => {
    const entry = (heading: string, line: string) =>
      `## Unreleased\n\n### ${heading}\n\n- ${line}\n\n### Fixed\n\n- I3\n`;
    expect(silentlyChanged(later, entry('Verdicts changed', 'I10 and I1.part'))).toEqual(['I1']);
    expect(silentlyChanged(later, entry('Added', 'I1: warns a day earlier'))).toEqual(['I1']);
    expect(silentlyChanged(later, entry('Verdicts changed', 'I1: warns a day earlier.'))).toEqual([]);
  });

  it('is the only one of the signed that is no longer reviewed', () => {
    expect(later.reviews.get('I1')?.state).toBe('changed');
    expect(later.reviews.get('I2.classification')?.state).toBe('reviewed');
  });
});
