// Which files with secrets may be read by every user of the machine?

import { stat } from 'node:fs/promises';
import type { Config } from '../config/config.ts';

/** The bit of a file's mode that lets those read who are neither its owner nor in its group. */
const readByOthers = 0o004;

/**
 * A sentence for each file named in the configuration that holds a secret (private keys, the key for pseudonyms, what an EHR sends
 * with events, the address of the mail server) and that others may read. What is not there is told where it is read.
 */
export async function readableSecrets(config: Config): Promise<readonly string[]> {
  const { servers, nextKeys } = config.screening;
  const named: readonly (readonly [string, string | undefined])[] = [
    ['pseudonymKeyFile', config.pseudonymKeyFile],
    ...servers.map(({ keyFile }) => ['screening.servers.keyFile', keyFile] as const),
    ...servers.map(({ events }) => ['screening.servers.events.secretFile', events?.secretFile] as const),
    ...nextKeys.map(({ keyFile }) => ['screening.nextKeys.keyFile', keyFile] as const),
    ['digest.smtpFile', config.digest?.smtpFile],
  ];
  const found = await Promise.all(
    named.map(async ([setting, file]) =>
      file !== undefined && (await mayOthersRead(file))
        ? [`${setting}: every user of this machine may read ${file}; take that right away: chmod o= ${file}`]
        : [],
    ),
  );
  return [...new Set(found.flat())];
}

async function mayOthersRead(file: string): Promise<boolean> {
  const mode = await stat(file).then(
    (found) => found.mode,
    () => 0,
  );
  // Windows keeps no such bits, and Node makes them up.
  return process.platform !== 'win32' && (mode & readByOthers) !== 0;
}
