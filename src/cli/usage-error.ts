// How does a command say that it was called in a wrong way?

/** Wrong usage: printed with where the usage is told, exit code 2. */
export class UsageError extends Error {}
