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

/**
 * Prepares the making of objects some fields of which are worked out each time they are asked for. Their getters are made once
 * and shared: those of an object literal are kept, with the whole chart that they reach, until the engine's next full garbage
 * collection, however soon nobody needs them.
 * @param getters the fields, each from the object's own.
 */
export function withGetters<Own extends object, Got extends object>(getters: {
  readonly [Field in keyof Got]: (own: Own) => Got[Field];
}): (own: Own) => Own & Got {
  const shared = {};
  for (const [field, getter] of Object.entries<(own: Own) => unknown>(getters))
    Object.defineProperty(shared, field, {
      get(this: Own) {
        return getter(this);
      },
    });
  // Copied onto what has the getters: giving the object itself another prototype takes twice as long.
  return (own) => Object.assign(Object.create(shared), own);
}
