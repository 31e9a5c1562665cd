// Which counts must be withheld so that no small number can be read, nor worked out from the others?

/** `whole` is the sum of `parts` and, unless `complete`, of a rest that is not told. Counts are named by keys. */
export type Relation = { readonly whole: string; readonly parts: readonly string[]; readonly complete: boolean };

type Cells = ReadonlyMap<string, number>;

/**
 * Keys of the counts to be withheld: every count from 1 to `smallest` - 1, and further ones (the smallest that suffice)
 * until in every relation what is not told adds up to nothing, or to at least `smallest` in such a way that no single
 * count follows. Zero is told: nobody is in it.
 */
export function withheld(cells: Cells, relations: readonly Relation[], smallest: number): ReadonlySet<string> {
  const isSmall = (count: number): boolean => count > 0 && count < smallest;
  const hidden = new Set([...cells].filter(([, count]) => isSmall(count)).map(([key]) => key));
  // Every turn hides at least one more count, so it ends.
  for (let before = -1; before < hidden.size;) {
    before = hidden.size;
    for (const relation of relations) {
      const more = revealed(cells, relation, hidden, smallest);
      if (more !== undefined) hidden.add(more);
    }
  }
  return hidden;
}

/** The count to hide next because of one relation; undefined where it tells nothing that it must not. */
function revealed(
  cells: Cells,
  { whole, parts, complete }: Relation,
  hidden: ReadonlySet<string>,
  smallest: number,
): string | undefined {
  const valueOf = (key: string): number => cells.get(key) ?? 0;
  if (hidden.has(whole)) return undefined;
  const untold = parts.filter((key) => hidden.has(key));
  const rest = valueOf(whole) - parts.reduce((sum, key) => sum + valueOf(key), 0);
  const sum = rest + untold.reduce((total, key) => total + valueOf(key), 0);
  const oneFollows = complete && untold.length === 1;
  if (!oneFollows && (sum === 0 || sum >= smallest)) return undefined;
  const told = parts.filter((key) => !hidden.has(key) && valueOf(key) > 0);
  return told.toSorted((a, b) => valueOf(a) - valueOf(b))[0] ?? whole;
}
