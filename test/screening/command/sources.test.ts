// The command `screen`, run as its users run it, from every source: counts exact, each candidate referred once.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { commandIn, progressIn, reportIn, type Setting } from './command.ts';
import { children, expectedStatuses, hospital, writeFiles } from './hospital.ts';

/** System of the key under which everything is written back. */
const ourKey = 'urn:lupus-trial-cds:key';

const everybody = Object.keys(children);
const open: { readonly close: () => Promise<void> | void }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function ready(rules: Parameters<typeof hospital>[0] = {}, setting: Omit<Setting, 'base'> = {}) {
  const ehr = await hospital(rules);
  const command = commandIn({ base: ehr.base, ...setting });
  open.push(command, ehr);
  return { ehr, command };
}

const complete = (ids: readonly string[]) => ({
  state: 'complete',
  listed: true,
  planned: ids.length,
  done: ids.length,
  skipped: 0,
  failed: 0,
  pending: 0,
  statuses: expectedStatuses(ids),
});

describe('screen', () => {
  it('counts a folder of bulk files exactly, and finds nothing changed the second time', async () => {
    const { ehr, command } = await ready();
    const files = join(command.folder, 'files');
    writeFiles(files);
    const first = await command.run('--bulk', files, '--server', ehr.base);
    expect(first.code).toBe(0);
    expect(reportIn(first)).toMatchObject(complete(everybody));
    const second = await command.run('--bulk', files, '--server', ehr.base);
    expect(second.code).toBe(0);
    expect(reportIn(second)).toMatchObject({ done: 0, skipped: 6, statuses: expectedStatuses(everybody) });
    expect(ehr.traffic().all).toBe(0);
  });

  it('says how far it is in JSON lines where standard error is no terminal', async () => {
    const { ehr, command } = await ready();
    const files = join(command.folder, 'files');
    writeFiles(files);
    const lines = progressIn(await command.run('--bulk', files, '--server', ehr.base));
    expect(lines).toContainEqual(expect.objectContaining({ listed: 6, planned: 6, finished: 0, perSecond: 0 }));
    expect(lines.at(-1)).toMatchObject({ listed: 6, planned: 6, finished: 6, done: 6, failed: 0, secondsLeft: 0 });
    expect(lines.at(-1)?.['perSecond']).toBeGreaterThan(0);
  });

  it('reads a list of ids, refers each candidate once, and exits with 1 because of who is not there', async () => {
    const writeBack = { kinds: ['ResearchStudy', 'ResearchSubject', 'Task'] };
    const { ehr, command } = await ready();
    const own = commandIn({ base: ehr.base, screening: { writeBack: { server: ehr.base, ...writeBack } } });
    open.push(own);
    const list = join(command.folder, 'list');
    writeFileSync(list, '\u{feff}anna\n# the clinic\nPatient/bea\nchen\n\nnobody\nanna\n');
    const first = await own.run('--server', ehr.base, '--patients', list);
    expect(first.code).toBe(1);
    expect(reportIn(first)).toMatchObject({
      state: 'complete',
      planned: 4,
      done: 3,
      failed: 1,
      statuses: expectedStatuses(['anna', 'bea', 'chen']),
    });
    const referred = (): unknown => ehr.ofType('Task').map((task) => (task['for'] as { reference: string }).reference);
    expect(referred()).toEqual(expect.arrayContaining(['Patient/anna', 'Patient/bea']));
    await own.run('--server', ehr.base, '--patients', list);
    expect(referred()).toHaveLength(2);
    expect(ehr.ofType('ResearchStudy').filter((each) => JSON.stringify(each).includes(ourKey))).toHaveLength(1);
  });

  it.each([
    ['--group', ['--group', 'clinic'], 'Group/clinic/$export', ['anna', 'chen', 'emil']],
    ['--all', ['--all'], 'Patient/$export', everybody],
    ['--system', ['--system'], '$export', everybody],
  ])('asks one bulk export for %s and counts it exactly', async (_name, args, path, ids) => {
    const { ehr, command } = await ready();
    const ended = await command.run('--server', ehr.base, ...args);
    expect(ended.code).toBe(0);
    expect(reportIn(ended)).toMatchObject({ ...complete(ids), problems: [] });
    expect(ehr.exports.asked()).toEqual([path]);
    expect(ehr.exports.deleted).toEqual(['1']);
  });

  it('with --since looks only at who has changed, and reads that record by searches', async () => {
    const { ehr, command } = await ready({ changed: 'bea' });
    const since = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
    const ended = await command.run('--server', ehr.base, '--all', '--since', since);
    expect(ended.code).toBe(0);
    expect(reportIn(ended)).toMatchObject(complete(['bea']));
    expect(ehr.asked.some(({ url }) => url.includes('Observation?') && url.includes('bea'))).toBe(true);
    expect(ehr.asked.some(({ url }) => url.includes('Observation?') && url.includes('anna'))).toBe(false);
  });

  it('was complete and ended with 0 where the server answered no question of a cohort: nobody had lupus', async () => {
    const nobody = commandIn({ base: 'http://127.0.0.1:9/fhir' });
    open.push(nobody);
    const ended = await nobody.run('--server', 'http://127.0.0.1:9/fhir', '--cohort');
    expect([ended.code, reportIn(ended)]).toMatchObject([1, { state: 'failed', problems: ['unreachable'] }]);
  });

  it('fails, and says so, where a folder has nobody in it', async () => {
    const { command } = await ready();
    const files = join(command.folder, 'files');
    mkdirSync(files);
    writeFileSync(join(files, 'Organization.ndjson'), '{"resourceType":"Organization","id":"o"}\n');
    const ended = await command.run('--bulk', files);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('no file of the folder has a line about a patient; nothing was screened\n');
    expect(reportIn(ended)).toMatchObject({ state: 'failed', planned: 0, problems: ['no-patient'] });
  });

  it('exits with 2 and says why where nothing can begin, and leaves no run behind', async () => {
    const { ehr, command } = await ready();
    for (const [said, ...args] of [
      ['what shall be screened?'],
      ['is none of the configured servers', '--server', 'https://other.example.org/r4', '--cohort'],
      ['there is no folder', '--bulk', join(command.folder, 'none')],
      ['holds no .ndjson file', '--bulk', join(import.meta.dirname, '../../../hooks')],
      ['there is no file', '--server', ehr.base, '--patients', join(command.folder, 'none')],
    ]) {
      const ended = await command.run(...args);
      expect([ended.code, ended.stdout]).toEqual([2, '']);
      expect(ended.stderr).toContain(said);
      expect(ended.stderr).toContain('Run it with --help');
    }
    expect((await command.run('--status')).stderr).toContain('there is no run yet');
  });
});
