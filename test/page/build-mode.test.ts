// Does building the pages leave the process as it was?

import { afterEach, describe, expect, it } from 'vitest';
import { isConfigured } from '../../src/config/config.ts';
import { keepingMode } from '../../src/page/build.mjs';

const before = process.env['NODE_ENV'];
afterEach(() => {
  process.env['NODE_ENV'] = before;
});

const asViteDoes = async (): Promise<void> => {
  process.env['NODE_ENV'] = 'production';
  await Promise.resolve();
};

describe('building the pages', () => {
  it('does not make a production service of the demo hospital that starts after it', async () => {
    delete process.env['NODE_ENV'];
    await keepingMode(asViteDoes);
    expect(process.env).not.toHaveProperty('NODE_ENV');
    expect(isConfigured({ NODE_ENV: process.env['NODE_ENV'] })).toBe(false);
  });

  it('leaves a mode that was set, also where it fails', async () => {
    process.env['NODE_ENV'] = 'test';
    const failing = async (): Promise<void> => {
      await asViteDoes();
      throw new Error('no build');
    };
    await expect(keepingMode(failing)).rejects.toThrow('no build');
    expect(process.env['NODE_ENV']).toBe('test');
  });
});
