// How is a folder made that nobody else can read?

import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the folder, and those above it that are not there; one that is there stays as it is. Step by step: below /proc, where
 * no folder can be made, Node's own recursion never ends.
 * @throws what the system says, such as ENOENT, EACCES, or ENOTDIR for a file of that name.
 */
export function createPrivateFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  if (found !== undefined) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' });
  createPrivateFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been quicker.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
