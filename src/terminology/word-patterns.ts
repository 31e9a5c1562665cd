// How are the alternatives of one long pattern kept on lines of their own?

/** Matches where any of these patterns does. */
export const someOf = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'));
