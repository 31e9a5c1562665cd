// The command line as other programs call it.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const story = (name: string): string => join(root, 'fixtures', name, 'record.json');
const girl = story('candidate-girl');
const asOf = (JSON.parse(readFileSync(join(root, 'fixtures/candidate-girl/story.json'), 'utf8')) as { asOf: string })
  .asOf;
const folder = mkdtempSync(join(tmpdir(), 'lupus-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], input?: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/launch.mjs', 'cli', ...args], {
    cwd: root,
    encoding: 'utf8',
    ...(input !== undefined && { input }),
  });
  return { stdout, stderr, status, lines: stdout.split('\n').filter((line) => line !== '') };
}

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const oneLine = (path: string): string => JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));

describe('assess', () => {
  it('prints one EligibilityAssessment per patient, one per line, in the order of the files', () => {
    const { lines, status } = run(['assess', '--as-of', asOf, girl, story('no-lupus')]);
    const answers = lines.map(
      (line) => JSON.parse(line) as { patient: string; asOf: string; criteria: unknown[]; protocol: { id: string } },
    );
    expect(status).toBe(0);
    expect(answers).toHaveLength(2);
    expect(answers[0]).toMatchObject({ asOf, protocol: { id: 'NCT06222853', version: '5to18' } });
    expect(answers[0]?.criteria).toHaveLength(20);
    expect(answers[0]?.patient).not.toBe(answers[1]?.patient);
  });

  it('gives the same bytes for a file, a line of NDJSON, standard input, and a pretty-printed Bundle on standard input', () => {
    const whole = run(['assess', '--as-of', asOf, girl]).stdout;
    const ndjson = file('one.ndjson', `${oneLine(girl)}\n`);
    expect(run(['assess', '--as-of', asOf, ndjson]).stdout).toBe(whole);
    expect(run(['assess', '--as-of', asOf, '-'], `${oneLine(girl)}\n`).stdout).toBe(whole);
    expect(
      run(['assess', '--as-of', asOf, '-'], JSON.stringify(JSON.parse(readFileSync(girl, 'utf8')), null, 2)).stdout,
    ).toBe(whole);
  });

  it('reports what cannot be read with file and line, assesses the rest, and exits with 1', () => {
    const ndjson = file(
      'mixed.ndjson',
      [oneLine(girl), '{"resourceType":', '', '{"resourceType":"Bundle"}', oneLine(girl)].join('\n'),
    );
    const { lines, stderr, status } = run(['assess', '--as-of', asOf, ndjson, join(folder, 'none.json')]);
    expect(lines).toHaveLength(2);
    expect(status).toBe(1);
    const outcomes = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { resourceType: string; issue: { diagnostics: string }[] });
    expect(outcomes.map(({ resourceType }) => resourceType)).toEqual([
      'OperationOutcome',
      'OperationOutcome',
      'OperationOutcome',
    ]);
    const places = outcomes.map(({ issue }) => issue[0]?.diagnostics ?? '');
    expect(places[0]).toContain('mixed.ndjson:2');
    expect(places[1]).toContain('mixed.ndjson:4');
    expect(places[2]).toContain('none.json');
  });

  it('leaves a verdict open that rests on a resource with a key written twice', () => {
    const text = readFileSync(girl, 'utf8').replace(
      '"valueQuantity"',
      '"valueQuantity":{"value":1,"unit":"mg/dL"},"valueQuantity"',
    );
    const [before, after] = [girl, file('twice.json', text)].map(
      (path) => (JSON.parse(run(['assess', '--as-of', asOf, path]).lines[0] ?? '') as { status: string }).status,
    );
    expect([before, after]).toEqual(['candidate', 'potential-candidate']);
  });

  it('calls a Bundle with two patients an error, and names nobody in it', () => {
    const bundle = JSON.parse(readFileSync(girl, 'utf8')) as { entry: object[] };
    const two = {
      ...bundle,
      entry: [
        ...bundle.entry,
        { resource: { resourceType: 'Patient', id: 'second', birthDate: '2012-01-01', name: [{ family: 'Canary' }] } },
      ],
    };
    const { stdout, stderr, status } = run(['assess', '--as-of', asOf, file('two.json', JSON.stringify(two))]);
    expect(stdout).toBe('');
    expect(status).toBe(1);
    expect(stderr).toContain('OperationOutcome');
    expect(stderr).not.toContain('Canary');
  });

  it.each([
    [['assess']],
    [['assess', '--as-of', '2026-02-30', 'x.json']],
    [['assess', '--protocol', 'NCT0@none', 'x.json']],
    [['assess', '--time-zone', 'Mars/Base', 'x.json']],
    [['assess', '--lang', 'xx', 'x.json']],
    [['assess', '--site', '/no/such/folder', 'x.json']],
    [['assess', '--no-such-option', 'x.json']],
    [['protocol', 'x.json']],
    [['group', 'hooks']],
    [['dance']],
    [[]],
  ])('says in a sentence what is wrong with %j and where the usage is told, and exits with 2', (args) => {
    const { stderr, stdout, status } = run(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^[^\n]+\nRun it with --help for the usage\.\n$/);
  });

  it('asks the later version of the registration when it is named', () => {
    const { lines } = run(['assess', '--as-of', '2040-01-01', '--protocol', 'NCT06222853@from5', girl]);
    const answer = JSON.parse(lines[0] ?? '') as { criteria: { id: string; verdict: string }[] };
    expect(answer.criteria.find(({ id }) => id === 'I1')?.verdict).toBe('met');
  });
});

describe('explain', () => {
  it('shows every criterion with the trial’s words, its verdict, evidence and source', () => {
    const { stdout, status } = run(['explain', '--as-of', asOf, girl]);
    expect(status).toBe(0);
    for (const id of ['I1', 'I7', 'E1', 'E13', 'I2.glucocorticoid', 'E8.HBV'])
      expect(stdout).toMatch(new RegExp(`^\\s*${id}  [A-Z-]+$`, 'm'));
    expect(stdout).toContain('[MedicationRequest/');
  });

  it('speaks Chinese when asked to, with the same verdicts and sources', () => {
    const [english, chinese] = [
      ['--lang', 'en'],
      ['--lang', 'zh-CN'],
    ].map((options) => run(['explain', '--as-of', asOf, ...options, girl]).stdout);
    const sourcesIn = (text = ''): readonly string[] => text.match(/\[[A-Za-z]+\/[^\]]+\]/g) ?? [];
    expect(sourcesIn(chinese)).toEqual(sourcesIn(english));
    expect(chinese).toContain('I1  符合');
    expect(chinese).toContain('判读规则：');
    expect(chinese).not.toMatch(/read as|because|evidence:|not-met/);
  });

  it('shows one criterion alone when it is asked for', () => {
    const { stdout } = run(['explain', '--as-of', asOf, girl, 'I2']);
    expect(stdout).toMatch(/^I2 {2}/m);
    expect(stdout).not.toMatch(/^E1 {2}/m);
  });

  it('does not know a criterion that does not exist', () => {
    expect(run(['explain', '--as-of', asOf, girl, 'I99']).status).toBe(2);
  });
});

describe('protocol', () => {
  it.each([
    ['nct06222853-5to18/protocol.md', []],
    ['nct06222853-5to18/protocol.zh-CN.md', ['--lang', 'zh-CN']],
    ['nct06222853-from5/protocol.md', ['--protocol', 'NCT06222853@from5']],
    ['nct06222853-from5/protocol.zh-CN.md', ['--protocol', 'NCT06222853@from5', '--lang', 'zh-CN']],
  ])('prints the file %s that lies beside the protocol', (path, options) => {
    const printed = run(['protocol', ...options]).stdout;
    expect(printed).toBe(readFileSync(join(root, `src/protocols/${path}`), 'utf8'));
  });

  it('prints the number of a site that changed a setting', () => {
    const site = mkdtempSync(join(folder, 'site-'));
    const settings = { 'NCT06222853@5to18': { laboratoryWindowDays: 14 } };
    writeFileSync(join(site, 'site.json'), JSON.stringify({ settings }));
    const printed = run(['protocol', '--site', site]).stdout;
    expect(printed).toContain('read as: The latest value of the last 14 days decides');
    expect(printed).toContain('| laboratoryWindowDays | 14 | 30 | default |');
  });
});

describe('--answers', () => {
  const { patient } = JSON.parse(run(['assess', '--as-of', asOf, girl]).stdout) as { patient: string };
  const consent = { question: 'I7', verdict: 'met', author: 'Dr. Example', date: asOf };
  const answers = (content: unknown): string => file('answers.json', JSON.stringify(content));
  const consentOf = (args: readonly string[]): string | undefined => {
    const answer = JSON.parse(run(['assess', '--as-of', asOf, ...args, girl]).stdout) as {
      criteria: { id: string; verdict: string }[];
    };
    return answer.criteria.find(({ id }) => id === 'I7')?.verdict;
  };

  it('settles the question of that patient alone', () => {
    expect(consentOf([])).toBe('needs-investigator');
    expect(consentOf(['--answers', answers({ [patient]: { answers: [consent] } })])).toBe('met');
    expect(consentOf(['--answers', answers({ 'Patient/another': { answers: [consent] } })])).toBe('needs-investigator');
  });

  it('stands in the explanation with its author', () => {
    const given = answers({ [patient]: { answers: [consent] } });
    const { stdout } = run(['explain', '--as-of', asOf, '--answers', given, girl, 'I7']);
    expect(stdout).toMatch(/^I7 {2}MET$/m);
    expect(stdout).toContain('Dr. Example');
  });

  it.each([
    ['a question about a combination', { answers: [{ ...consent, question: 'I6' }] }, 'its parts are I6.test'],
    ['no date', { answers: [{ ...consent, date: 'yesterday' }] }, 'not a date'],
  ])('with %s is wrong usage', (_, stated, words) => {
    const { status, stderr, stdout } = run(['assess', '--answers', answers({ [patient]: stated }), girl]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('--answers: ');
    expect(stderr).toContain(words);
  });
});

describe('--help', () => {
  it.each([
    ['assess', 'usage: assess '],
    ['screen', 'usage: screen --bulk DIR'],
    ['connect-check', 'usage: connect-check --server URL'],
  ])('of %s prints what can be asked, and is no mistake', (command, words) => {
    const { stdout, stderr, status } = run([command, '--help']);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toContain(words);
  });
});

describe('coverage', () => {
  it('counts what could not be read, most frequent first, and nothing about the patient', () => {
    const strange = (text: string, id: string) => ({
      resource: { resourceType: 'Observation', id, status: 'final', code: { text }, valueString: 'x' },
    });
    const patient = { resource: { resourceType: 'Patient', id: 'canary-patient', birthDate: '2012-01-01' } };
    const drug = {
      resource: {
        resourceType: 'MedicationRequest',
        status: 'active',
        intent: 'order',
        medicationCodeableConcept: { text: 'little pink pill' },
      },
    };
    const unit = {
      resource: {
        resourceType: 'Observation',
        status: 'final',
        effectiveDateTime: '2026-05-01',
        code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }] },
        valueQuantity: { value: 3, unit: 'buckets' },
      },
    };
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [patient, strange('Zzz index', 'a'), strange('Zzz index', 'b'), drug, unit],
    };
    const { lines, stdout, status } = run(['coverage', file('strange.json', JSON.stringify(bundle))]);
    expect(status).toBe(0);
    expect(lines[1]).toBe('2\t1\tresult code\tZzz index');
    expect(stdout).toContain('1\t1\tdrug\tlittle pink pill');
    expect(stdout).toMatch(/1\t1\tvalue or unit\tALT: 3 buckets/);
    expect(stdout).not.toContain('canary-patient');
  });
});
