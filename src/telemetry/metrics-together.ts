// How are the metrics of several processes told in one text?

/**
 * One text of several in the form of Prometheus, each of one process and with the same metrics in the same order: all
 * series of a metric stand under its one heading, as the form demands. The series of different processes differ in a label.
 */
export function together(texts: readonly string[]): string {
  const [first, ...others] = texts.map((text) => text.split(/^(?=# HELP )/m));
  return (first ?? [])
    .map((block, index) => block + others.map((each) => (each[index] ?? '').replaceAll(/^#.*\n/gm, '')).join(''))
    .join('');
}
