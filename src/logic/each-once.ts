// Which of several plain values are there, each that says the same only once?

/** The values in the order of the first of each; the same are those whose JSON is the same, of which the last stays. */
export const eachOnce = <T>(values: readonly T[]): readonly T[] =>
  values.length < 2 ? values : [...new Map(values.map((each) => [JSON.stringify(each), each])).values()];
