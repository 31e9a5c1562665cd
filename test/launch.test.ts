// What does somebody read who starts the program with a Node that is too old?

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const launch = fileURLToPath(new URL('../src/launch.mjs', import.meta.url));

it.each(['20.20.2', '22.13.0', '23.11.1'])('Node %s is told which one is needed and how to get it', (version) => {
  const pretended = `Object.defineProperty(process.versions,"node",{value:"${version}"})`;
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretended)}`, launch, 'server'],
    { encoding: 'utf8', env: {} },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`needs Node 24; this is Node ${version}`);
  expect(stderr).toContain('npm ci');
});
