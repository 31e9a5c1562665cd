import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/usage-error.ts';
import { makeWorkFolder } from '../../src/cli/work-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'lupus-work-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder to work in', () => {
  it('is made with those above it, for its owner only, and is left alone where it is there', () => {
    const work = join(folder, 'a', 'b');
    for (const _time of [1, 2]) makeWorkFolder('--work', work);
    for (const made of [work, join(folder, 'a')]) expect(statSync(made).mode & 0o777).toBe(0o700);
  });

  it('that cannot be made is refused by its setting: below /proc the making never ended', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => makeWorkFolder('--work', '/proc/none/work')).toThrow(UsageError);
    expect(() => makeWorkFolder('--work', '/proc/none/work')).toThrow(
      '--work: nothing can be kept in /proc/none/work: there is no such file or folder (ENOENT)',
    );
    expect(() => makeWorkFolder('screening.workFolder', join(file, 'work'))).toThrow('a part of its path is a file');
  });
});
