// A run whose process is killed again and again, with an EHR that breaks connections: nothing lost, nothing twice.

import { afterAll, describe, expect, it } from 'vitest';
import { bothTargets } from '../../store/targets.ts';
import { killRun } from './kills.ts';

const { targets, close, restart } = bothTargets();
afterAll(close);

describe.each(targets)('a run on $name', ({ name, skip, fresh }) => {
  it.skipIf(skip)(
    'loses nobody and writes nothing twice, however often it is killed',
    async () => {
      const restartDatabase = name === 'PostgreSQL' && restart !== undefined ? { restartDatabase: restart } : {};
      const figures = await killRun({ target: await fresh(), times: 6, patients: 40, ...restartDatabase });
      expect(figures).toMatchObject({ lost: 0, wrongTasks: 0, wrongEntries: 0, studies: 1, state: 'complete' });
      expect(figures.kills).toBeGreaterThan(0);
    },
    180_000,
  );
});
