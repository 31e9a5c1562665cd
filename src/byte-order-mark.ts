// Where does a text in UTF-8 begin?

import { readFile } from 'node:fs/promises';

/** Editors and libraries on Windows write it before a text; it is no part of it. @source RFC 8259, section 8.1 */
const byteOrderMark = Buffer.from('\u{feff}');

/** Position of the first byte of the text itself. */
export const textBegin = (bytes: Buffer): number =>
  bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0;

/** The text without the mark. */
export const withoutMark = (bytes: Buffer): Buffer => bytes.subarray(textBegin(bytes));

/** The text of a file. @throws the error of the file system */
export const textIn = async (path: string): Promise<string> => withoutMark(await readFile(path)).toString('utf8');
