// How is something computed once, and only when it is asked for?

/** A function that computes its value at the first call and then keeps it. */
export function lazy<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}

/** A function that works its answer out once per key and then keeps it, for as long as the function itself lives. */
export function keptBy<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, { readonly value: Value }>();
  return (key) => {
    let known = kept.get(key);
    if (known === undefined) {
      known = { value: work(key) };
      kept.set(key, known);
    }
    return known.value;
  };
}
