// What a site's folder changes, and what it may not.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../src/eligibility/assess.ts';
import { nct06222853From5To18 as protocol } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { readSite, SiteError, type SiteFolder } from '../../src/config/site.ts';
import { patientRecordOf, screeningOn } from '../builders.ts';

const example = fileURLToPath(new URL('../../fixtures/site', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lupus-site-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const partOf = (site: SiteFolder, resources: readonly object[], criterion: string, part: string) => {
  const record = patientRecordOf(resources as Record<string, unknown>[]);
  const assessment = assess(
    site.adapt(protocol),
    record,
    screeningOn('2026-06-01', { site: site.site }),
    site.translate,
  );
  return assessment.criteria.find(({ id }) => id === criterion)?.parts?.find(({ id }) => id === part);
};

const result = (code: object, value: number) => ({
  resourceType: 'Observation',
  status: 'final',
  code,
  effectiveDateTime: '2026-05-28',
  valueQuantity: { value, unit: 'U/L' },
});
const local = { coding: [{ system: 'http://lis.hospital.example.org/item', code: 'GPT-X' }] };

describe('the example site', () => {
  it('gives its own laboratory code and text the meaning of ALT, with its own upper limit', async () => {
    const site = await readSite(example);
    // The girl of the builders is 14: three times 29 is 87.
    expect(partOf(site, [result(local, 87)], 'I4', 'I4.ALT')?.verdict).toBe('met');
    expect(partOf(site, [result(local, 88)], 'I4', 'I4.ALT')?.verdict).toBe('not-met');
    expect(partOf(site, [result({ text: 'Liver Enzyme One' }, 88)], 'I4', 'I4.ALT')?.verdict).toBe('not-met');
  });

  it('adds its own diagnosis code to a value set', async () => {
    const lupus = {
      resourceType: 'Condition',
      code: { coding: [{ system: 'http://hospital.example.org/diagnosis', code: 'RH-017' }] },
      verificationStatus: { coding: [{ code: 'confirmed' }] },
    };
    const site = await readSite(example);
    expect(partOf(site, [lupus], 'I2', 'I2.classification')?.verdict).toBe('needs-investigator');
  });

  it('changes a setting and with it the digest of the protocol', async () => {
    const adapted = (await readSite(example)).adapt(protocol);
    expect(adapted.settings.activityWindowDays).toBe(10);
    expect(adapted.digest).not.toBe(protocol.digest);
  });
});

describe('a site folder', () => {
  it('that is empty changes nothing', async () => {
    const site = await readSite(folder);
    expect(site.adapt(protocol)).toBe(protocol);
    expect(site.site.upperLimits).toEqual([]);
  });

  it.each([
    ['a setting that does not exist', 'site.json', { settings: { 'NCT06222853@5to18': { noSuch: 1 } } }],
    ['settings of a protocol that does not exist', 'site.json', { settings: { 'NCT06222853@5to81': {} } }],
    [
      'a window that ends before it begins',
      'site.json',
      { settings: { 'NCT06222853@5to18': { activityWindowDays: -1 } } },
    ],
    ['a setting of another type', 'site.json', { settings: { 'NCT06222853@5to18': { activityWindowDays: 'ten' } } }],
    ['an unknown key', 'site.json', { upperLimit: [] }],
    ['an upper limit that is none', 'site.json', { upperLimits: [{ measurement: 'ALT', value: -1 }] }],
    ['a file that is neither ConceptMap nor ValueSet', 'x.json', { resourceType: 'Patient' }],
  ])('with %s is refused, and says which file', async (_, name, content) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    const refused = readSite(folder).then((site) => site.adapt(protocol));
    await expect(refused).rejects.toThrow(SiteError);
    await expect(refused).rejects.toThrow(name);
  });

  it('with other files only is refused: it will be another folder than was meant, and no setting would be in force', async () => {
    await expect(readSite(join(import.meta.dirname, '../../src/logic'))).rejects.toThrow(SiteError);
  });

  it('says the same with a byte order mark before each of its files', async () => {
    for (const name of readdirSync(example))
      writeFileSync(join(folder, name), `\u{feff}${readFileSync(join(example, name), 'utf8')}`);
    const [marked, plain] = [await readSite(folder), await readSite(example)];
    expect(marked.site).toEqual(plain.site);
    expect(marked.adapt(protocol).digest).toBe(plain.adapt(protocol).digest);
  });

  it('with a file that is not JSON is refused', async () => {
    writeFileSync(join(folder, 'broken.json'), '{');
    await expect(readSite(folder)).rejects.toThrow('broken.json');
  });
});
