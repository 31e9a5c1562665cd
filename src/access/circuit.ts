// Should a server that keeps failing be asked at all?

/** Says how a call went; a call that ended without an answer went badly. */
export type Report = (healthy: boolean) => void;

export type Circuit = {
  /** The report to make after the call; undefined where the call must not be made. */
  readonly admit: () => Report | undefined;
};

/** The last calls that are looked at, the failures among them that open the circuit, and how long it stays open. */
export const circuitLimits = { window: 20, failures: 10, openFor: 30_000 } as const;

/**
 * Opens when half of the last 20 calls failed; after 30 seconds one call is let through, and its outcome decides.
 * @param now milliseconds since 1970.
 * @param changed told whenever the circuit opens or closes.
 */
export function circuit(now: () => number, changed: (open: boolean) => void): Circuit {
  let outcomes: readonly boolean[] = [];
  let openUntil: number | undefined;
  let probing = false;

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
    probing = false;
    if (!healthy) {
      open();
      return;
    }
    openUntil = undefined;
    changed(false);
  };

  return {
    admit: () => {
      if (openUntil === undefined) return ordinary;
      if (probing || now() < openUntil) return undefined;
      probing = true;
      return probe;
    },
  };
}
