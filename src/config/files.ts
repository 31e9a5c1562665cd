// What do the files hold that a configuration names: the configuration itself, and the secret for pseudonyms?

import { textIn } from '../byte-order-mark.ts';
import { ConfigError, fileVariable, type StoreConfig } from './config.ts';

const shortestKey = 32;

/** Content of the file that `CDS_CONFIG` names; undefined if it names none. @throws ConfigError if it is not there or not JSON. */
export async function configurationFile(environment: Readonly<Record<string, string | undefined>>): Promise<unknown> {
  const path = environment[fileVariable] ?? '';
  if (path === '') return undefined;
  const text = await textIn(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new ConfigError(`${fileVariable}: the file ${path} cannot be read${code}`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError(`${fileVariable}: ${path} cannot be read as JSON`);
  }
}

/**
 * The secret under which the store names patients.
 * @throws ConfigError if there is none, or if its file cannot be read or holds fewer than 32 characters.
 */
export async function pseudonymKeyOf({
  pseudonymKey,
  pseudonymKeyFile,
}: Pick<StoreConfig, 'pseudonymKey' | 'pseudonymKeyFile'>): Promise<string> {
  if (pseudonymKeyFile !== undefined) return await keyIn(pseudonymKeyFile);
  if (pseudonymKey !== undefined) return pseudonymKey;
  throw new ConfigError(
    'pseudonymKeyFile (or pseudonymKey) is needed: without it the store would have to name patients by their ids',
  );
}

/** @throws ConfigError as above. */
export async function keyIn(path: string): Promise<string> {
  const text = await textIn(path).catch(() => {
    throw new ConfigError(`the key file ${path} cannot be read`);
  });
  const key = text.trim();
  if (key.length < shortestKey) {
    throw new ConfigError(`the key file ${path} must hold at least ${String(shortestKey)} characters`);
  }
  return key;
}

/** Address of the mail server for the digest. @throws ConfigError if its file cannot be read or holds none. */
export async function mailServerOf({ smtpFile }: { readonly smtpFile: string }): Promise<string> {
  const text = await textIn(smtpFile).catch(() => {
    throw new ConfigError(`digest.smtpFile: ${smtpFile} cannot be read`);
  });
  const server = text.trim();
  if (/^smtps?:\/\//.test(server) && URL.canParse(server)) return server;
  throw new ConfigError(`digest.smtpFile: ${smtpFile} must hold smtps://user:password@host:port`);
}
