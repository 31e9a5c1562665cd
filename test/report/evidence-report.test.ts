import { describe, expect, it } from 'vitest';
import { assess } from '../../src/eligibility/assess.ts';
import { toJson } from '../../src/eligibility/json.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { classificationFacts } from '../../src/facts/eular-acr-2019/classification.ts';
import { sledai } from '../../src/facts/sledai-2k/score.ts';
import { day } from '../builders.ts';
import { stories } from '../stories.ts';
import { criterionIn, indexed, protocol, reportFor, screeningFor, storyNamed } from './reports.ts';

const { activityWindowDays: windowDays, arthritisJoints } = protocol.settings;

/** Every value anywhere in a JSON tree, with where it stands. */
function* leavesOf(value: unknown, path = ''): Generator<readonly [string, unknown]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* leavesOf(each, `${path}.${key}`);
  } else yield [path, value];
}

describe.each(stories)('the evidence report of $name', (story) => {
  const report = reportFor(story);

  it('holds the assessment that every other door gives, byte for byte', () => {
    const assessment = assess(protocol, story.record, screeningFor(story));
    expect(JSON.stringify(report.assessment)).toBe(JSON.stringify(toJson(assessment)));
  });

  it('has no null, no empty text and no number that JSON cannot hold', () => {
    const bad = [...leavesOf(report)].filter(
      ([, value]) =>
        value === null || value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value)),
    );
    expect(bad).toEqual([]);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('shows each criterion as it was assessed', () => {
    const shown = report.criteria.map(({ id, verdict, reason, missing }) => ({ id, verdict, reason, missing }));
    const { criteria } = toJson(assess(protocol, story.record, screeningFor(story)));
    expect(shown).toEqual(criteria.map(({ id, verdict, reason, missing }) => ({ id, verdict, reason, missing })));
  });

  it('counts every criterion once: for, against, missing, to confirm or confidential', () => {
    const { for: good, against, missing, confirm, shown, confidential } = report.tally;
    expect(good + against + missing + confirm).toBe(shown);
    expect(shown + confidential).toBe(report.criteria.length);
    expect(report.verdictLine).toContain(`May meet ${String(good)} of ${String(shown)}; ${String(confirm)} to confirm`);
    expect(report.verdictLine).not.toContain('*');
  });

  it('names at most three steps and says how many more there are', () => {
    expect(report.next.length).toBeLessThanOrEqual(3);
    const standing = new Map(report.criteria.map((each) => [each.id, each.standing]));
    for (const { kind, criteria } of report.next) for (const id of criteria) expect(standing.get(id)).toBe(kind);
  });

  it('fills in the SLEDAI-2K sheet with the bounds that the criteria use', () => {
    const facts = sledai(indexed(story), screeningFor(story), { windowDays, arthritisJoints });
    const { items, lower, upper, maximum } = report.sledai;
    const sum = (state: string) =>
      items.filter((each) => each.state === state).reduce((all, { weight }) => all + weight, 0);
    expect(items).toHaveLength(24);
    expect([lower, upper]).toEqual([facts.lower, facts.upper]);
    expect([sum('present'), maximum - sum('absent')]).toEqual([lower, upper]);
  });

  it('fills in the EULAR/ACR sheet with the points that the criteria use', () => {
    const { lower } = classificationFacts(indexed(story), screeningFor(story)).points();
    const { domains, upper } = report.eularAcr;
    expect(report.eularAcr.lower).toBe(lower);
    expect(domains.reduce((sum, { points }) => sum + points, 0)).toBe(lower);
    expect(domains.reduce((sum, { most }) => sum + most, 0)).toBe(upper);
    for (const { items, points } of domains) {
      expect(Math.max(0, ...items.filter(({ state }) => state === 'proven').map((item) => item.points))).toBe(points);
    }
  });

  it('gives every single criterion its reading with numbers in it, and its review', () => {
    const single = report.criteria.flatMap((each) => each.parts ?? [each]);
    expect(single).toHaveLength(43);
    for (const { readAs = [], review } of single) {
      expect(readAs.length).toBeGreaterThan(0);
      expect(readAs.join()).not.toMatch(/\{\w+\}/);
      expect(review?.state).toBeDefined();
    }
  });
});

describe('an attribution', () => {
  const story = storyNamed('candidate-girl');
  const before = reportFor(story);
  const stated = { item: 'proteinuria', to: 'not-lupus', author: 'Dr Li', date: day(story.asOf) } as const;
  const after = reportFor(story, { attributions: [stated] });

  it('takes the points of its item out of the sheet, and no others', () => {
    expect(after.sledai.lower).toBe(before.sledai.lower - 4);
    const changed = after.sledai.items.filter(
      (item, index) => JSON.stringify(item) !== JSON.stringify(before.sledai.items[index]),
    );
    expect(changed.map(({ id, state, attribution }) => [id, state, attribution])).toEqual([
      ['proteinuria', 'absent', { to: 'not-lupus', author: 'Dr Li', date: story.asOf }],
    ]);
  });

  it('changes only what rests on the SLEDAI-2K', () => {
    const rests = new Set(['I2', 'I2.activity', 'I3']);
    for (const { id } of before.criteria.flatMap((each) => [each, ...(each.parts ?? [])])) {
      if (!rests.has(id)) expect(criterionIn(after, id)).toEqual(criterionIn(before, id));
    }
    expect(after.chart).toEqual(before.chart);
    expect(after.eularAcr).toEqual(before.eularAcr);
    expect(after.unseen).toEqual(before.unseen);
  });

  it('of a total that no longer stands leaves the criterion to a person, never met by itself', () => {
    const all = before.sledai.items
      .filter(({ state }) => state === 'present')
      .map(({ id }) => ({ ...stated, item: id }));
    expect(criterionIn(before, 'I3').verdict).toBe('met');
    expect(criterionIn(reportFor(story, { attributions: all }), 'I3').verdict).toBe('needs-investigator');
    expect(understand(indexed(story), screeningFor(story)).screening.attributions).toEqual([]);
  });

  it('is not offered for an item that results show to be absent', () => {
    const fever = before.sledai.items.find(({ id }) => id === 'fever');
    expect(fever).toMatchObject({ state: 'absent', attributable: [] });
  });
});

describe('a EULAR/ACR total', () => {
  it('that was never recorded is told without a number of days', () => {
    expect(reportFor(storyNamed('data-missing')).eularAcr.recorded).toEqual({
      state: 'none',
      why: 'none is on record',
    });
  });
});

describe('an attribution of an EULAR/ACR item', () => {
  const story = storyNamed('data-missing');
  const before = reportFor(story);
  const stated = (item: string, to: 'lupus' | 'not-lupus') =>
    ({ item: `eular-acr:${item}`, to, author: 'Dr Li', date: day(story.asOf) }) as const;
  const itemIn = ({ eularAcr }: typeof before, id: string) =>
    eularAcr.domains.flatMap(({ items }) => items).find((each) => each.id === id);

  it('takes its points out of the sheet and leaves the criterion to a person', () => {
    const after = reportFor(story, { attributions: [stated('proteinuria', 'not-lupus')] });
    expect(after.eularAcr.lower).toBe(before.eularAcr.lower - 4);
    expect(itemIn(after, 'proteinuria')).toMatchObject({
      state: 'not-proven',
      counted: false,
      attribution: { to: 'not-lupus', author: 'Dr Li', date: story.asOf },
    });
    expect(itemIn(after, 'proteinuria')?.evidence).toEqual(itemIn(before, 'proteinuria')?.evidence);
    expect(criterionIn(after, 'I2.classification').verdict).toBe('needs-investigator');
    expect(after.sledai).toEqual(before.sledai);
  });

  it('changes only what rests on the classification', () => {
    const after = reportFor(story, { attributions: [stated('acute-cutaneous', 'lupus')] });
    expect(after.eularAcr.lower).toBe(before.eularAcr.lower + 6);
    for (const { id } of before.criteria.flatMap((each) => [each, ...(each.parts ?? [])])) {
      if (!['I2', 'I2.classification'].includes(id)) expect(criterionIn(after, id)).toEqual(criterionIn(before, id));
    }
  });

  it('to lupus is offered where something shows the item or an examination can, never in place of a result', () => {
    expect(itemIn(before, 'oral-ulcers')?.attributable).toEqual(['lupus', 'not-lupus']);
    expect(itemIn(before, 'proteinuria')?.attributable).toEqual(['lupus', 'not-lupus']);
    expect(itemIn(before, 'leukopenia')?.attributable).toEqual(['not-lupus']);
    expect(itemIn(before, 'nephritis-class-iii-or-iv')?.attributable).toEqual(['not-lupus']);
  });
});

describe('the age', () => {
  it('is given in completed years, and as two numbers where the birth date is partial', () => {
    const story = storyNamed('candidate-girl');
    expect(reportFor(story).patient.age).toEqual({ low: 14, high: 14 });
    const partial = { ...story, record: { ...story.record, patient: { ...story.record.patient, birthDate: '2011' } } };
    expect(reportFor(partial).patient.age).toEqual({ low: 14, high: 15 });
    const none = { ...story, record: { ...story.record, patient: { ...story.record.patient, birthDate: undefined } } };
    expect(reportFor(none).patient).not.toHaveProperty('age');
  });
});

it('showed of the treatment, where there is little room, a tablet and one drug; now how long the dose was high and every agent that counts', () => {
  const { leading } = criterionIn(reportFor(storyNamed('candidate-girl')), 'I2');
  expect(leading.map(({ label }) => label)).toEqual([
    'diagnosis',
    '2019 EULAR/ACR score',
    'SLEDAI-2K',
    'longest course at the high dose, days',
    'highest daily dose as prednisone',
    'hydroxychloroquine',
    'mycophenolate',
    'cyclophosphamide',
  ]);
});

it('leaves the next steps without tests of another thing: a dose was to be settled by urinary casts', () => {
  const steps = reportFor(storyNamed('data-missing')).next;
  const dose = steps.find(({ words }) => words.includes('the daily dose of prednisone'));
  expect(dose?.orders).toEqual([]);
  expect(steps.find(({ words }) => words.includes('urinary casts'))?.orders.length).toBeGreaterThan(0);
});

describe('the evidence report in Chinese', () => {
  const report = reportFor(storyNamed('data-missing'), {}, 'zh-CN');

  it('gives the registered English of every criterion beside its translation, and readings in Chinese', () => {
    for (const { text, translation, readAs = [], parts = [] } of report.criteria.flatMap((each) => [
      each,
      ...(each.parts ?? []),
    ])) {
      expect(text).not.toMatch(/\p{Script=Han}/u);
      expect(translation).toMatch(/\p{Script=Han}/u);
      expect(readAs.filter((line) => !/\p{Script=Han}/u.test(line))).toEqual([]);
      expect(readAs.length > 0).toBe(parts.length === 0);
    }
    expect(
      report.criteria.every(
        ({ id }) => criterionIn(reportFor(storyNamed('data-missing')), id).translation === undefined,
      ),
    ).toBe(true);
  });

  it('names the tests that would settle something in Chinese, under the same codes', () => {
    const english = reportFor(storyNamed('data-missing'));
    const codesOf = ({ criteria }: typeof report) =>
      criteria.flatMap(({ orders }) => orders.map(({ coding }) => coding.code));
    expect(codesOf(report)).toEqual(codesOf(english));
    expect(codesOf(report).length).toBeGreaterThan(0);
    const inSteps = report.next.flatMap(({ orders }) => orders.map(({ display }) => display));
    expect(inSteps.length).toBeGreaterThan(0);
    const inCriteria = report.criteria.flatMap(({ orders }) => orders.map(({ coding }) => coding.display));
    const names = [...inCriteria, ...inSteps];
    expect(names.filter((name) => /[a-z]{4}/.test(name.replace('eGFR', '')))).toEqual([]);
  });
});
