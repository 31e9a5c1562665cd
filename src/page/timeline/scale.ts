// Which round numbers stand at a value axis?

/** Three round numbers, evenly spaced, that hold all values; from zero on unless the values lie close together. */
export function scaleOf(values: readonly number[]): readonly [number, number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const low = most > least && least > most / 2 ? least - (most - least) * 0.25 : Math.min(0, least);
  const raw = (most - low) / 2;
  const size = 10 ** Math.floor(Math.log10(raw > 0 ? raw : 1));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * size).find((each) => each >= raw * 0.999) ?? 10 * size;
  const start = Math.floor(low / step) * step;
  const rounded = (value: number): number => Number(value.toPrecision(6));
  return [
    rounded(start),
    rounded(start + step),
    rounded(Math.max(start + 2 * step, start + Math.ceil((most - start) / step) * step)),
  ];
}
