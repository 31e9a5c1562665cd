// How is something computed once, and only when it is asked for?

/** A function that computes its value at the first call and then keeps it. */
export function lazy<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
