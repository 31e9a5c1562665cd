// Is what is sealed opened only by its key, unchanged, in its place?

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealing, SealError } from '../../src/store/sealing.ts';

const key = 'a secret of at least thirty-two characters';

describe('sealing', () => {
  it('gives back every text, in any script', () => {
    const { seal, open } = sealing(key);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
        expect(open(seal(text, place), place)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      }),
    );
  });

  it('says nothing of the text and never the same twice', () => {
    const { seal } = sealing(key);
    const once = seal('Maya Okafor', 'subjects/p_1');
    expect(Buffer.from(once.slice(1), 'base64').toString('latin1')).not.toContain('Maya');
    expect(seal('Maya Okafor', 'subjects/p_1')).not.toBe(once);
  });

  it('opens nothing for another key, in another place, or after a change', () => {
    const { seal, open } = sealing(key);
    const sealed = seal('Maya Okafor', 'subjects/p_1');
    expect(() => sealing(`${key}!`).open(sealed, 'subjects/p_1')).toThrow(SealError);
    expect(() => open(sealed, 'subjects/p_2')).toThrow(SealError);
    const middle = Math.floor(sealed.length / 2);
    const changed = sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1);
    expect(() => open(changed, 'subjects/p_1')).toThrow(SealError);
    expect(() => open('', 'subjects/p_1')).toThrow(SealError);
  });
});
