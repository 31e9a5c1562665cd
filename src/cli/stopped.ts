// How does a command end that is stopped from outside?

/** Ctrl-C, and what a supervisor sends. */
export const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/** Exit code after Ctrl-C, as shells expect it. */
export const stopped = 130;
