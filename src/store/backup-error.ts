// Why could the store not be copied or brought back? In words for the person at the terminal.

export class BackupError extends Error {}
