// Should a server that keeps failing be asked at all?

/** Says how a call went; a call that ended without an answer went badly. */
export type Report = (healthy: boolean) => void;

export type Circuit = {
  /** The report to make after the call; undefined where the call must not be made. It waits while a call is underway that decides. */
  readonly admit: () => Promise<Report | undefined>;
};

/** The last calls that are looked at, the failures among them that open the circuit, and how long it stays open. */
export const circuitLimits = { window: 20, failures: 10, openFor: 30_000 } as const;

/**
 * Opens when half of the last 20 calls failed; after 30 seconds one call is let through, and its outcome decides: for the
 * calls beside it too, so that the request to which it belongs is not answered with the little that this one call brought.
 * @param now milliseconds since 1970.
 * @param changed told whenever the circuit opens or closes.
 */
export function circuit(now: () => number, changed: (open: boolean) => void): Circuit {
  let outcomes: readonly boolean[] = [];
  let openUntil: number | undefined;
  let probing: PromiseWithResolvers<void> | undefined;

  const open = (): void => {
    if (openUntil === undefined) changed(true);
    openUntil = now() + circuitLimits.openFor;
    outcomes = [];
  };

  const ordinary: Report = (healthy) => {
    if (openUntil !== undefined) return;
    outcomes = [...outcomes, healthy].slice(-circuitLimits.window);
    if (outcomes.filter((each) => !each).length >= circuitLimits.failures) open();
  };

  const probe: Report = (healthy) => {
    if (healthy) {
      openUntil = undefined;
      changed(false);
    } else open();
    probing?.resolve();
    probing = undefined;
  };

  return {
    admit: async () => {
      if (probing !== undefined) await probing.promise;
      if (openUntil === undefined) return ordinary;
      if (now() < openUntil) return undefined;
      probing = Promise.withResolvers();
      return probe;
    },
  };
}
