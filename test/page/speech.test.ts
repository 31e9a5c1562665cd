// On which day did something happen, for a reader in another time zone than UTC?

import { afterEach, expect, it, vi } from 'vitest';
import { speechIn } from '../../src/page/worklist/words.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('a change of this morning stood on the list as one of yesterday, a day before the screening that brought it', () => {
  vi.stubEnv('TZ', 'Asia/Shanghai');
  const { day, instant } = speechIn('en');
  expect([day('2026-11-29T17:00:00.000Z'), instant('2026-11-29T17:00:00.000Z')]).toEqual([
    '2026-11-30',
    '2026-11-30 01:00',
  ]);
  expect(speechIn('zh-CN').day('2026-11-29T17:00:00.000Z')).toBe('2026年11月30日');
});
