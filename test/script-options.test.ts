// Does a script of the tests refuse what it does not understand, instead of proving nothing?

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('chaos/restarts.ts', import.meta.url));

describe('a script of the tests', () => {
  it.each([
    [['--tmies', '5'], /^Unknown option '--tmies'[^]*\nusage: npm run restarts -- \[--times N\]\n$/],
    [['--times'], /^Option '--times <value>' argument missing\nusage: /],
    [['--times', 'ten'], /^--times must be a number above 0\nusage: /],
    [['--times', '0'], /^--times must be a number above 0\nusage: /],
    [['--times', ''], /^--times must be a number above 0\nusage: /],
    [['--times', 'Infinity'], /^--times must be a number above 0\nusage: /],
  ])('asked for %j says how it is asked, runs nothing and ends with 2', (args, said) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    expect(stderr).toMatch(said);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
