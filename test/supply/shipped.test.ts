// Is everything that is shipped under a licence that a hospital can accept, and listed?

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedPackages } from './shipped.ts';

const accepted = ['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0'];
/** "(MIT OR CC0-1.0)": whoever may choose chooses the accepted one. */
const isAccepted = (licence: string): boolean =>
  licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((each) => accepted.includes(each));
const packages = shippedPackages();

describe('what is shipped', () => {
  it('is under a licence that binds nobody to more than naming it', () => {
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter(({ licence }) => !isAccepted(licence))).toEqual([]);
  });

  it('runs nothing while it is installed in the production image', () => {
    expect(packages.filter((each) => each.in === 'server' && each.hasInstallScript)).toEqual([]);
  });

  it('is few: at most fifteen packages asked for by name, at most 150 in all', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(15);
    expect(packages.length).toBeLessThanOrEqual(150);
  });

  it('is listed in docs/licences.md', () => {
    const page = readFileSync(new URL('../../docs/licences.md', import.meta.url), 'utf8');
    const rows = page
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
      .map((line) =>
        line
          .slice(2, -2)
          .split('|')
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(packages.map((each) => [each.name, each.version, each.licence, each.in]));
  });
});
