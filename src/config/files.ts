// What do the files hold that a configuration names: the configuration itself, and the secret for pseudonyms?

import { textIn } from '../byte-order-mark.ts';
import { ConfigError, fileVariable, type StoreConfig } from './config.ts';
import { jsonOf, whyUnreadable } from './json-file.ts';

const shortestKey = 32;

/** Content of the file that `CDS_CONFIG` names; undefined if it names none. @throws ConfigError if it is not there or not JSON. */
export async function configurationFile(environment: Readonly<Record<string, string | undefined>>): Promise<unknown> {
  const path = environment[fileVariable] ?? '';
  if (path === '') return undefined;
  return await jsonIn(fileVariable, path);
}

/**
 * The text of a file.
 * @param setting which names the file.
 * @throws ConfigError naming setting, file and why it cannot be read.
 */
async function textOf(setting: string, path: string): Promise<string> {
  return await textIn(path).catch((error: unknown) => {
    throw new ConfigError(`${setting}: ${path}: ${whyUnreadable(error)}`);
  });
}

/** The JSON of a file. @throws ConfigError as above. */
export async function jsonIn(setting: string, path: string): Promise<unknown> {
  const read = jsonOf(await textOf(setting, path));
  if ('problem' in read) throw new ConfigError(`${setting}: ${path}: ${read.problem}`);
  return read.value;
}

/**
 * The secret under which the store names patients.
 * @throws ConfigError if there is none, or if its file cannot be read or holds fewer than 32 characters.
 */
export async function pseudonymKeyOf({
  pseudonymKey,
  pseudonymKeyFile,
}: Pick<StoreConfig, 'pseudonymKey' | 'pseudonymKeyFile'>): Promise<string> {
  if (pseudonymKeyFile !== undefined) return await keyIn('pseudonymKeyFile', pseudonymKeyFile);
  if (pseudonymKey !== undefined) return secret('pseudonymKey', pseudonymKey);
  throw new ConfigError(
    'pseudonymKeyFile (or pseudonymKey) is needed: without it the store would have to name patients by their ids',
  );
}

/** The secret in a file, without the white space around it. @param setting which names the file. @throws ConfigError as above. */
export const keyIn = async (setting: string, path: string): Promise<string> =>
  secret(`${setting}: ${path}`, (await textOf(setting, path)).trim());

/** What an example holds in place of a secret, and anybody can read. */
const placeholder = /^REPLACE-ME/i;

function secret(place: string, key: string): string {
  if (key.length < shortestKey) {
    const held = key === '' ? 'is empty' : `holds ${String(key.length)}`;
    throw new ConfigError(`${place}: at least ${String(shortestKey)} characters are needed, and it ${held}`);
  }
  if (placeholder.test(key)) throw new ConfigError(`${place}: the secret of the example is known to everybody`);
  return key;
}

/** Address of the mail server for the digest. @throws ConfigError if its file cannot be read or holds none. */
export async function mailServerOf({ smtpFile }: { readonly smtpFile: string }): Promise<string> {
  const server = (await textOf('digest.smtpFile', smtpFile)).trim();
  if (/^smtps?:\/\//.test(server) && URL.canParse(server)) return server;
  throw new ConfigError(`digest.smtpFile: ${smtpFile} must hold smtps://user:password@host:port`);
}
