// Where does the access token of a read come from?

import type { Failure } from './failure.ts';

export type TokenSource = {
  /** The token to send; none where the server is open. */
  readonly current: () => Promise<{ readonly token: string | undefined } | Failure>;
  /** The server did not accept this token. */
  readonly refused: (token: string | undefined) => void;
  /** Whether `current` can give another token after a refusal. */
  readonly renewable: boolean;
};

/** A caller's token, for one request: it is kept by this closure and printed by nothing. */
export const givenToken = (token: string | undefined): TokenSource => ({
  current: async () => await Promise.resolve({ token }),
  refused: () => {},
  renewable: false,
});
