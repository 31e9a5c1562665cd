// Are the built pages there and newer than their sources? If not, and Vite is installed, build them.
//
// `npm ci` runs this as its `prepare` script, `npm start` before the server starts. Where only production packages are
// installed there is no Vite, and nothing happens: the image brings the built pages with it. Plain JavaScript, because
// it runs before anything else does.

import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));

const built = join(root, 'dist/page');

/** Everything the pages are made of; lint keeps their imports inside these folders. */
const sources = ['src/page', 'src/report', 'src/fhir', 'src/logic', 'src/screening/worklist', 'package-lock.json'];

/** Milliseconds since 1970 at which the newest file below a path was changed; 0 for a path that is not there. */
async function newest(path) {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const within = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(0, ...within);
}

/** Milliseconds since 1970 at which the pages were built; 0 if they were not. */
async function builtAt() {
  const found = await stat(join(built, 'evidence/index.html')).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

async function isFresh() {
  const changed = await Promise.all(sources.map((path) => newest(join(root, path))));
  return (await builtAt()) >= Math.max(...changed);
}

/**
 * Vite says NODE_ENV=production while it builds, and leaves it so: a server that starts afterwards in the same process would
 * take that for its own configuration.
 */
export async function keepingMode(build) {
  const { NODE_ENV } = process.env;
  try {
    await build();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Puts a compressed copy beside every shared file, so that the server need not compress at each request. */
async function compress(folder) {
  const level = constants.Z_BEST_COMPRESSION;
  for (const name of await readdir(folder)) {
    await writeFile(join(folder, `${name}.gz`), gzipSync(await readFile(join(folder, name)), { level }));
  }
}

/**
 * Builds the pages where they are missing or older than their sources. They are built beside their place and then moved
 * there, so that a server that is running never serves half of them.
 * @returns {Promise<'fresh' | 'built' | 'no-vite'>}
 */
export async function buildPages() {
  if (await isFresh()) return 'fresh';
  const vite = await import('vite').catch((error) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  });
  if (vite === undefined) return 'no-vite';
  const beside = `${built}.${String(process.pid)}`;
  const configFile = join(root, 'src/page/vite.config.mjs');
  await keepingMode(() => vite.build({ configFile, build: { outDir: beside } }));
  await compress(join(beside, 'assets'));
  await rm(built, { recursive: true, force: true });
  await rename(beside, built);
  return 'built';
}

if (import.meta.main) await buildPages();
