// Can the folder be made in which a command keeps what it works on?

import { accessSync, constants } from 'node:fs';
import { whyUnreadable } from '../config/json-file.ts';
import { createPrivateFolder } from '../store/private-folder.ts';
import { UsageError } from './usage-error.ts';

/** Makes it where it is not there. @param setting which names it. @throws UsageError if nothing can be kept there. */
export function makeWorkFolder(setting: string, folder: string): void {
  try {
    createPrivateFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(`${setting}: nothing can be kept in ${folder}: ${whyUnreadable(error)}`);
  }
}
