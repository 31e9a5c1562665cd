import { describe, expect, test } from 'vitest';
import { readSig } from '../../src/fhir/dosage/sig.ts';
import type { SigStep } from '../../src/fhir/dosage/sig-step.ts';
import { sigSchedule } from '../../src/fhir/dosage/sig-schedule.ts';

/** "50 mg 1/d 28d", "3 pcs 2/d", "1 mg/kg per day" … of every step. */
function brief(text: string): string {
  return readSig(text).map(briefStep).join(' | ');
}

function briefStep(step: SigStep): string {
  const units = { milligrams: 'mg', pieces: 'pcs', millilitres: 'mL' };
  const amounts = step.amounts.map(({ of, per, every, value }) => {
    const size = value.low === value.high ? String(value.low) : `${String(value.low)}-${String(value.high)}`;
    const share = per === 'kilogram' ? '/kg' : per === 'square-metre' ? '/m2' : '';
    return `${size} ${units[of]}${share}${every === 'day' ? ' a day' : ''}`;
  });
  const { schedule, days, strength } = step;
  const rhythm =
    schedule?.kind === 'spread'
      ? `${String(schedule.perDay.low)}/d`
      : schedule?.kind === 'cycle'
        ? `${String(schedule.times)} per ${String(schedule.days)}d`
        : schedule?.kind;
  const parts = [
    ...amounts,
    strength === undefined ? undefined : `(of ${String(strength.milligrams)} per ${strength.per})`,
    rhythm,
    days === undefined ? undefined : `for ${String(days)}d`,
    step.asNeeded ? 'prn' : undefined,
    step.unread ? 'unread' : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

describe('English instructions', () => {
  test.each([
    ['Take 3 tablets by mouth bid x 14 days', '3 pcs 2/d for 14d'],
    ['Take 2.5 tablets by mouth qd as needed', '2.5 pcs 1/d prn'],
    ['take 60 mg daily for 28 days then 50 mg for 14 days', '60 mg 1/d for 28d | 50 mg 1/d for 14d'],
    ['prednisone 40 mg po qd x 3 months then taper', '40 mg 1/d for 90d | unread'],
    ['60 mg every other day', '60 mg 0.5/d'],
    ['40 mg daily in 2 divided doses', '40 mg a day 1/d'],
    ['2mg/kg/day divided bid', '2 mg/kg a day 2/d'],
    ['30 mg in the morning and 20 mg in the evening', '50 mg a day 1/d'],
    ['take one and a half tablets daily', '1.5 pcs 1/d'],
    ['1/2 tablet daily', '0.5 pcs 1/d'],
    ['40 to 60 mg daily', '40-60 mg 1/d'],
    ['50 mg weekly', '50 mg 1 per 7d'],
    ['500 mg iv qd x 3 days', '500 mg 1/d for 3d'],
    ['TAKE 1 TABLET BY MOUTH EVERY DAY', '1 pcs 1/d'],
    ['take 2 tabs every 12 hours', '2 pcs 2/d'],
    ['predniSONE 20 mg tablet: take 3 tablets by mouth daily', '3 pcs (of 20 per piece) 1/d'],
    ['prednisolone 15 mg/5 mL: take 10 mL by mouth daily', '10 mL (of 3 per mL) 1/d'],
    ['Take 3 tablets daily as directed', '3 pcs 1/d'],
    ['Take 2 1/2 tablets by mouth daily', '2.5 pcs 1/d'],
    ['take 8 (5 mg) tablets daily', '5-40 mg 1/d'],
    ['Take 2-1/2 tablets by mouth daily', '2.5 pcs 1/d'],
    ['2½ tablets daily', '2.5 pcs 1/d'],
    ['½ tab daily', '0.5 pcs 1/d'],
    ['take 1 and 1/2 tabs bid', '1.5 pcs 2/d'],
    ['Take 3 (three) tablets by mouth one time daily', '3 pcs 1/d'],
    ['30 mg qAM and 20 mg qPM', '50 mg a day 1/d'],
    ['1,000 mg iv qd x 3 days', '1000 mg 1/d for 3d'],
    ['60 mg daily x 30 days, 50 mg daily x 30 days', '60 mg 1/d for 30d | 50 mg 1/d for 30d'],
    ['take 1 tablet daily, maximum 60 mg per day', '1 pcs 1/d'],
    ['up to 50 mg daily', '1/d'],
    ['take 1 tablet 5 times a week', '1 pcs 5 per 7d'],
    ['50 mg, Oral, DAILY, First dose on Tue 1/20/26 at 0900', '50 mg 1/d'],
    ['reduce by 5 mg weekly', 'unread'],
    ['as directed', 'unread'],
    ['HOLD 50 mg daily', 'unread'],
    ['as directed; ; HOLD 50 mg daily', 'unread | unread'],
    ['50 mg once daily, weekly labs', '50 mg 1/d'],
    ['750 mg iv every month', '750 mg 1 per 30d'],
    ['500 mg iv daily for 3 days every month', '500 mg'],
    ['take .5 tablet daily', '0.5 pcs 1/d'],
    ['10 mg tds', '10 mg 3/d'],
    ['10 mg bd for 5/7', '10 mg 2/d for 5d'],
    ['2 x 25 mg daily', '25-50 mg 1/d'],
    ['methotrexate 15 mg once weekly, not daily', '15 mg 1 per 7d'],
    ['20 mg daily and 20 mg at bedtime', '40 mg a day 1/d'],
    ['10 mg tid plus 10 mg qhs', '40 mg a day 1/d'],
    ['20 mg daily, 20 mg weekly', 'unread'],
    ['40 mg daily for 7 days\n20 mg daily', '40 mg 1/d for 7d | 20 mg 1/d'],
    ['40 mg daily for 7 days\r\n20 mg daily', '40 mg 1/d for 7d | 20 mg 1/d'],
    ['40 mg daily; hold 20 mg', '40 mg 1/d | unread'],
    ['twice daily; 40 mg', '40 mg 2/d'],
    ['40 mg; twice daily for 7 days', '40 mg 2/d for 7d'],
    ['40 mg twice daily; for 7 days', '40 mg 2/d for 7d'],
    ['40 mg for 7 days; twice daily', '40 mg 2/d for 7d'],
    ['20 mg tablet; 2 tablets daily', '2 pcs (of 20 per piece) 1/d'],
    ['2 tablets daily; 20 mg tablet', '2 pcs (of 20 per piece) 1/d'],
    ['40 mg daily; as needed', '40 mg 1/d prn'],
    ['as needed; 40 mg daily', '40 mg 1/d prn'],
    ['40 mg daily; with food', '40 mg 1/d'],
    ['50 mg daily. Repeat as needed', 'unread'],
    ['50 mg or 20 mg prn', 'unread'],
    ['2 tabs (40 mg) prn', '2 pcs 40 mg prn'],
    ['10 mg daily, up to 50 mg', '10-50 mg 1/d'],
    ['60 mg daily, up to 50 mg', '60 mg 1/d'],
    ['2 tablets daily, up to 50 mg', '2 pcs 1/d'],
    ['1 mg/kg daily, up to 50 mg', '1 mg/kg 1/d'],
    ['10 mg daily, up to 2 tablets', '10 mg 1/d'],
    ['40 mg/day except Sunday', 'unread'],
    ['10 mg bd for 2/52', '10 mg 2/d for 14d'],
    ['10 mg bd for 3/12', '10 mg 2/d for 90d'],
    ['40 mg daily for 0 days', '40 mg 1/d'],
    ['30 mg am, 2 tablets pm', '30 mg 2 pcs'],
    ['30 mg am, 1 mg/kg pm', '30 mg 1 mg/kg'],
    ['30 mg am, 20 mg noon, 1 tablet pm', '30 mg 20 mg 1 pcs'],
    ['30 mg/day am, 20 mg pm', '30 mg a day 20 mg 1/d'],
    ['30 mg am, 20 mg/day pm', '30 mg 20 mg a day 1/d'],
    ['30 mg/day am 20 mg/day pm', '30 mg a day 20 mg a day 1/d'],
    ['1 mg/kg am, 1 mg/m2 pm', '1 mg/kg 1 mg/m2'],
    ['2 tablets am, 1 tablet (20 mg) pm', '2 pcs 1 pcs 20 mg'],
    ['40 mg in 2 divided doses', '40 mg a day 1/d'],
    ['40 mg on Mondays for 3 doses', '40 mg weekdays'],
    ['40 mg twice weekly for 4 doses', '40 mg 2 per 7d for 8d'],
    ['40 mg every morning; then 20 mg at bedtime', '60 mg a day 1/d'],
    ['40 mg daily; 20 mg at bedtime', '40 mg 1/d | 20 mg 1/d'],
    ['40 mg every morning; 20 mg daily', '40 mg 1/d | 20 mg 1/d'],
    ['20 mg in the morning and evening; 10 mg at bedtime', '20 mg 2/d | 10 mg 1/d'],
    ['20 mg at night; 10 mg at bedtime', '20 mg 1/d | 10 mg 1/d'],
    ['take 1 (and a half) tablets daily', '1.5 pcs 1/d'],
    ['half tablet daily', '0.5 pcs 1/d'],
    ['1 / 4 tablet daily', '0.25 pcs 1/d'],
    ['1/5 tablet daily', '1/d'],
    ['4/4 tablet daily', '1/d'],
    ['0/2 tablet daily', '1/d'],
    ['1/0 tablet daily', '1/d'],
    ['0 mg tablet, 2 tablets daily', '2 pcs 1/d'],
  ])('%s', (text, meaning) => {
    expect(brief(text)).toBe(meaning);
  });

  test('the strength of a product alone is no dose', () => {
    expect(brief('20mg Tablet')).toBe('(of 20 per piece)');
  });
});

describe('Chinese instructions', () => {
  test.each([
    ['40mg qd 晨顿服', '40 mg 1/d'],
    ['每次20mg 口服 每日1次', '20 mg 1/d'],
    ['每次20mg 口服 每日2次', '20 mg 2/d'],
    ['5mg/片, 每次4片, tid', '4 pcs (of 5 per piece) 3/d'],
    ['口服 每次 6 片，每日 1 次，晨起顿服', '6 pcs 1/d'],
    ['醋酸泼尼松片5mg*100片 每次8片 qd', '8 pcs (of 5 per piece) 1/d'],
    ['每日40mg 分2次', '40 mg a day 1/d'],
    ['早30mg 晚20mg', '50 mg a day 1/d'],
    ['泼尼松 60mg qd 4周后减至50mg qd 2周', '60 mg 1/d for 28d | 50 mg 1/d for 14d'],
    ['甲泼尼龙 500mg 静滴 qd 连用3天', '500 mg 1/d for 3d'],
    ['8mg 每8小时一次', '8 mg 3/d'],
    ['每周一次 500mg', '500 mg 1 per 7d'],
    ['50mg 隔日一次', '50 mg 0.5/d'],
    ['50mg 必要时', '50 mg prn'],
    ['一次25mg，一日2次', '25 mg 2/d'],
    ['25mg/次，2次/日', '25 mg 2/d'],
    ['25mg 口服 1日2次', '25 mg 2/d'],
    ['每次2片半 每日1次', '2.5 pcs 1/d'],
    ['两片半 每日一次', '2.5 pcs 1/d'],
    ['每次1又1/2片 每日1次', '1.5 pcs 1/d'],
    ['60mg qd×28天，50mg qd×14天', '60 mg 1/d for 28d | 50 mg 1/d for 14d'],
    ['50mg qd，1月后复诊', '50 mg 1/d'],
    ['五十毫克 每日一次', '1/d'],
    ['每周一 15mg', '15 mg weekdays'],
    ['1片 3次/周', '1 pcs 3 per 7d'],
    ['50mg 3日一次', '50 mg 1 per 3d'],
    ['50mg 两天一次', '50 mg 0.5/d'],
    ['50mg 一周两次', '50 mg 2 per 7d'],
    ['50mg 1次/2周', '50 mg 1 per 14d'],
    ['50mg 每周复查', '50 mg'],
    ['1mg/(kg·d)', '1 mg/kg a day 1/d'],
    ['1mg·kg-1·d-1', '1 mg/kg a day 1/d'],
    ['40mg po qm', '40 mg 1/d'],
    ['8片 qm', '8 pcs 1/d'],
    ['0.6g qm', '600 mg'],
    ['10mg tid+10mg qn', '40 mg a day 1/d'],
    ['20mg qd，20mg qn', '40 mg a day 1/d'],
    ['30mg qm 口服，10mg qn', '40 mg a day 1/d'],
    ['20mg qd，再加20mg 每晚一次', '40 mg a day 1/d'],
    ['60mg qd，60mg qd', 'unread'],
    ['40mg qd+20mg qod', 'unread'],
    ['早20mg、晚20mg', '40 mg a day 1/d'],
    ['1 mg / kg / d', '1 mg/kg a day 1/d'],
    ['每公斤1mg每日', '1 mg/kg 1/d'],
    ['1mg/千克/日', '1 mg/kg a day 1/d'],
    ['40mg 每隔一日', '40 mg 0.5/d'],
    ['40mg 隔1天一次', '40 mg 0.5/d'],
    ['40mg 每隔两日一次', '40 mg'],
    ['每次20mg，每日2次', '20 mg 2/d'],
    ['半片 每日一次', '0.5 pcs 1/d'],
    ['15mg/5毫升 每次10毫升 qd', '10 mL (of 3 per mL) 1/d'],
    ['0.5g/片 每次2片 qd', '2 pcs (of 500 per piece) 1/d'],
    ['4片tid5mg/片po', '4 pcs (of 5 per piece) 3/d'],
    ['40mg qd，必要时联系医生', '40 mg 1/d'],
    ['口服；40mg qd', '40 mg 1/d'],
  ])('%s', (text, meaning) => {
    expect(brief(text)).toBe(meaning);
  });
});

describe('the dose that may not be exceeded', () => {
  test.each<[string, number | undefined]>([
    ['1 mg/kg daily, max 60 mg', 60],
    ['1 mg/kg daily; not to exceed 60 mg', 60],
    ['max 60 mg; 1 mg/kg daily', 60],
    ['1mg/kg qd 最大60mg', 60],
    ['1 mg/kg daily, max 1 g', 1000],
    ['1 tablet daily, max 2 tablets', undefined],
    ['1 mg/kg daily, max 2 mg/kg/day', undefined],
    ['500 mg/m2 iv, max 750 mg/m2', undefined],
    ['1 mg/kg daily', undefined],
  ])('of "%s" is %s mg', (text, ceiling) => {
    expect(readSig(text).map((step) => step.ceiling)).toEqual([ceiling]);
  });
});

test.each<[string, boolean]>([
  ['40 mg daily; if fever', true],
  ['if fever; 40 mg daily', true],
  ['40 mg; daily', false],
  ['40 mg daily - hold', true],
])('"%s" denies its dose: %s', (text, denies) => {
  expect(readSig(text).map((step) => step.denies)).toEqual([denies]);
});

test('an instruction of which nothing is left has no steps', () => {
  expect(readSig(' ; ')).toEqual([]);
});

describe('rhythms in words', () => {
  test.each([
    ['qod', 0.5],
    ['隔日', 0.5],
    ['every other day', 0.5],
    ['every day', 1],
    ['QAM', 1],
    ['每天2次', 2],
    ['q6h', 4],
    ['3 times daily', 3],
    ['0900', 1],
    ['0900, 2100', 2],
  ])('%s is %d a day', (text, perDay) => {
    const schedule = sigSchedule(text);
    expect(schedule?.kind === 'spread' ? schedule.perDay.low : undefined).toBe(perDay);
  });

  test.each(['every other week', 'q2w', '每两周'])('%s is once in 14 days', (text) => {
    expect(sigSchedule(text)).toEqual({ kind: 'cycle', days: 14, times: 1 });
  });

  test.each([
    ['50 mg on Mon, Wed and Fri', [1, 3, 5], 1],
    ['1 tab PO MWF', [1, 3, 5], 1],
    ['1 tab bid every Saturday and Sunday', [6, 7], 2],
    ['1片 口服 每周一、三、五', [1, 3, 5], 1],
    ['10mg 每周三 口服', [3], 1],
  ])('%s is on those weekdays', (text, weekdays, times) => {
    expect(sigSchedule(text)).toEqual({ kind: 'weekdays', weekdays, times });
  });

  test.each(['50 mg daily, follow up on Monday', '每周三次'])('%s names no weekday', (text) => {
    expect(sigSchedule(text)?.kind).not.toBe('weekdays');
  });

  test('a text without a rhythm has none', () => {
    expect(sigSchedule('with food')).toBeUndefined();
  });
});
