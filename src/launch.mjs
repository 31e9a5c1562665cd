// Is this Node new enough to run the program? If so, start the part that was asked for.
// Plain JavaScript on purpose: an older Node must be able to read this file in order to say what to do.

import cluster from 'node:cluster';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const needed = 24;
const major = Number(process.versions.node.split('.')[0]);
const [part, ...rest] = process.argv.slice(2);

if (major < needed) {
  console.error(
    `This program needs Node ${needed}; this is Node ${process.versions.node}.\n` +
      `"npm ci" installs the right one beside the program. Start it with "npm start" or "npm run assess", ` +
      `which use that one, or install Node ${needed} from https://nodejs.org.`,
  );
  process.exit(1);
}

// What was compiled once is kept beside the packages, and the next start takes half the time. Where nothing can be written, nothing is kept.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));

if (part === 'server') {
  if (cluster.isPrimary && !rest.includes('--check-config')) await freshPages();
  const { main } = await import('./server.ts');
  process.exitCode = await main(rest);
} else if (part === 'cli') {
  // Whoever reads may have had enough ("| head"): then there is nothing left to do, as for any other filter.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(128 + 13);
  });
  const { main } = await import('./cli.ts');
  process.exitCode = await main(rest, () => new Date());
} else {
  console.error('usage: node src/launch.mjs server [--check-config] | cli COMMAND ...');
  process.exitCode = 2;
}

/** The pages are rebuilt where a developer has changed them. Without them the service still answers every hook. */
async function freshPages() {
  const { buildPages } = await import('./page/build.mjs');
  try {
    await buildPages();
  } catch (error) {
    console.error(`The pages could not be built: ${error.message}`);
  }
}
