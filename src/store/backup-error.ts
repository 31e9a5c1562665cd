// Why could the store not be copied or brought back? In words for the person at the terminal.

export class BackupError extends Error {}

/** Another process has the store open. */
export const inUse = (): BackupError => new BackupError('the store is in use; stop the service first');

/** The file is none of our backups, or damaged. */
export const unsound = (file: string): BackupError => new BackupError(`${file} is no sound backup of this store`);

/** The file has a schema that this program does not know. */
export const tooNew = (file: string): BackupError =>
  new BackupError(`${file} cannot be brought to the present schema: a newer program has written it`);
