// Which packages does the program ship, and under which licences?

import { readFileSync } from 'node:fs';

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
};

/** One package of the production image or of the built pages. */
export type Shipped = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly in: 'server' | 'pages';
  readonly hasInstallScript: boolean;
};

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** What the pages are built from: packages for development whose code ends up in the browser. */
const inPages: readonly string[] = ['fhirclient', 'uplot'];

const nameIn = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

const shippedAs = (place: string, part: Shipped['in']): Shipped => {
  const { version = '', license = 'unknown', hasInstallScript = false } = lock.packages[place] ?? {};
  return { name: nameIn(place), version, licence: license, in: part, hasInstallScript };
};

/** The packages a page's package needs, itself first. */
function needs(name: string, seen: ReadonlySet<string> = new Set()): readonly string[] {
  const place = `node_modules/${name}`;
  const found = lock.packages[place];
  if (found === undefined || seen.has(name)) return [];
  const known = new Set([...seen, name]);
  return [place, ...Object.keys(found.dependencies ?? {}).flatMap((each) => needs(each, known))];
}

/** Everything that is shipped, by part and name. */
export function shippedPackages(): readonly Shipped[] {
  const server = Object.entries(lock.packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true)
    .map(([place]) => shippedAs(place, 'server'));
  const pages = [...new Set(inPages.flatMap((name) => needs(name)))].map((place) => shippedAs(place, 'pages'));
  const place = (each: Shipped): string => `${each.in === 'server' ? '0' : '1'} ${each.name} ${each.version}`;
  return [...server, ...pages].toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** The page `docs/licences.md`. */
export const licencesPage = (packages: readonly Shipped[]): string =>
  [
    '# Licences',
    '',
    'Every package that the production image or the built pages contain, as the lock file has it (`npm run licences` makes this page',
    'again). `npm run sbom` prints the same as a CycloneDX bill of materials.',
    '',
    '| package | version | licence | in |',
    '| --- | --- | --- | --- |',
    ...packages.map(({ name, version, licence, in: part }) => `| ${name} | ${version} | ${licence} | ${part} |`),
    '',
  ].join('\n');

if (import.meta.main) process.stdout.write(licencesPage(shippedPackages()));
