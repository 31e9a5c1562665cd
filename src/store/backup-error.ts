// Why could the store not be copied or brought back? In words for the person at the terminal.

export class BackupError extends Error {}

export const inUse = (): BackupError => new BackupError('the store is in use; stop the service first');

export const unsound = (file: string): BackupError => new BackupError(`${file} is no sound backup of this store`);

export const tooNew = (file: string): BackupError =>
  new BackupError(`${file} cannot be brought to the present schema: a newer program has written it`);
