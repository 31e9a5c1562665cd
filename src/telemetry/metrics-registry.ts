// How are counters, gauges and histograms kept and written down in the text form that Prometheus reads?

type Labels = Readonly<Record<string, string>>;

/** One metric as it is documented. `buckets` are the upper bounds of a histogram, in seconds. */
export type Definition = {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
} & ({ readonly type: 'counter' | 'gauge' } | { readonly type: 'histogram'; readonly buckets: readonly number[] });

export type Metric = {
  /** Adds to a counter or gauge. */
  readonly add: (amount: number, labels?: Labels) => void;
  /** Enters one value into a histogram. */
  readonly observe: (value: number, labels?: Labels) => void;
  readonly lines: () => readonly string[];
};

type Series = { readonly labels: Labels; value: number; sum: number; readonly counts: number[] };

/** @source Prometheus exposition format 0.0.4: backslash, quote and line feed are escaped in label values. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** Keeps the series of one metric; only the labels of its definition are taken, and `constant` ones stand on every series. */
export function metric(definition: Definition, constant: Labels = {}): Metric {
  const { name, help, type, labels: names } = definition;
  const buckets = definition.type === 'histogram' ? definition.buckets : [];
  const all = new Map<string, Series>();
  const seriesOf = (given: Labels): Series => {
    let key = '';
    for (const each of names) key += `${given[each] ?? ''}\u0000`;
    let series = all.get(key);
    if (series === undefined) {
      const labels = { ...constant, ...Object.fromEntries(names.map((each) => [each, given[each] ?? ''])) };
      series = { labels, value: 0, sum: 0, counts: buckets.map(() => 0) };
      all.set(key, series);
    }
    return series;
  };
  if (names.length === 0) seriesOf({});

  const histogramLines = ({ labels, value, sum, counts }: Series): readonly string[] => [
    ...buckets.map(
      (bound, index) => `${name}_bucket${labelText({ ...labels, le: String(bound) })} ${String(counts[index])}`,
    ),
    `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${String(value)}`,
    `${name}_sum${labelText(labels)} ${String(sum)}`,
    `${name}_count${labelText(labels)} ${String(value)}`,
  ];

  return {
    add: (amount, labels = {}) => {
      seriesOf(labels).value += amount;
    },
    observe: (value, labels = {}) => {
      const series = seriesOf(labels);
      series.value += 1;
      series.sum += value;
      for (const [index, bound] of buckets.entries())
        if (value <= bound) series.counts[index] = (series.counts[index] ?? 0) + 1;
    },
    lines: () => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...[...all.values()].flatMap((series) =>
        type === 'histogram' ? histogramLines(series) : [`${name}${labelText(series.labels)} ${String(series.value)}`],
      ),
    ],
  };
}
