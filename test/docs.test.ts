// Do the documents say what is so?

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { protocols } from '../src/protocols/index.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'scripts',
  Record<string, string>
>;

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  ...readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('docs/dependencies.md', () => {
  const page = read('docs/dependencies.md');
  const [runtime = '', development = ''] = page.split('## For development');
  const namedIn = (text: string): readonly string[] =>
    [...text.matchAll(/^\| ([^|]+) \|/gm)].flatMap((row) => (row[1] ?? '').split(', ').map((name) => name.trim()));

  it('gives a reason for every direct dependency, at run time and for development', () => {
    const known = namedIn(runtime);
    expect(Object.keys(manifest.dependencies).filter((name) => !known.includes(name))).toEqual([]);
    const forDevelopment = namedIn(development.split('## Looked at')[0] ?? '');
    expect(Object.keys(manifest.devDependencies).filter((name) => !forDevelopment.includes(name))).toEqual([]);
  });

  it('names no dependency that is not there', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    const named = namedIn(page.split('## Looked at')[0] ?? '').filter(
      (name) => name !== 'package' && !/^-+$/.test(name),
    );
    expect(named.filter((name) => !(name in all))).toEqual([]);
  });
});

describe.each(documents)('%s', (name) => {
  const text = read(name);

  it('names only npm scripts that exist', () => {
    const scripts = [...text.matchAll(/npm (?:run )?(?:--silent )?(start|test|[a-z][\w:-]*) ?(?:--|#|`|$|\n)/gm)].map(
      (match) => match[1] ?? '',
    );
    const own = scripts.filter((script) => !['ci', 'run', 'install', 'sbom'].includes(script));
    expect(own.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    const places = [
      ...[...text.matchAll(/`((?:src|test|hooks|fixtures|docs|deploy)\/[\w./-]*)`/g)].map((match) => match[1] ?? ''),
      ...[...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map((match) =>
        new URL(match[1] ?? '', new URL(name, root)).href.slice(root.href.length),
      ),
    ];
    expect(places.filter((place) => !existsSync(new URL(place, root)))).toEqual([]);
  });

  it('names no machine, registry or workplace', () => {
    expect(text).not.toMatch(/\/(?:tmp|work|root|home)\/|registry\.npmjs|\bhelper-\d|(?<!fhir-)\bsession\b/i);
  });
});

describe('the program', () => {
  it('carries nothing that points at a folder outside itself', () => {
    const files = ['src', 'hooks', 'test'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(?:ts|mjs|js|json)$/.test(file))
        .map((file) => `${folder}/${file}`),
    );
    const pointing = files.filter(
      (file) => /["'`(](?:\.\.\/)+shared\//.test(read(file)) || /["'`]\/work\//.test(read(file)),
    );
    expect(pointing).toEqual([]);
  });

  it('has a printed protocol beside every protocol', () => {
    for (const { id, version } of protocols) {
      for (const file of ['protocol.md', 'protocol.zh-CN.md']) {
        const path = `src/protocols/${id.toLowerCase()}-${version}/${file}`;
        expect([path, existsSync(fileURLToPath(new URL(path, root)))]).toEqual([path, true]);
      }
    }
  });
});
