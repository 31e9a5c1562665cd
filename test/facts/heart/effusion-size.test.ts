import { describe, expect, it } from 'vitest';

import { effusionIn, sizeIn } from '../../../src/facts/heart/effusion-size.ts';

describe('what a text says of a pericardial effusion', () => {
  it.each([
    ['心包大量积液', 'yes', 'large'],
    ['心包腔内可见中等量积液', 'yes', 'moderate'],
    ['心包少量积液', 'yes', 'small'],
    ['心包腔内见液性暗区，中量心包积液', 'yes', 'moderate'],
    ['心包填塞', 'yes', 'large'],
    ['Cardiac tamponade', 'yes', 'large'],
    ['moderate pericardial  effusion; no tamponade', 'yes', 'moderate'],
    ['No large pericardial effusion; small pericardial effusion', 'yes', 'small'],
    ['心包未见明显积液', 'no', 'unclear'],
    ['心包腔无积液', 'no', 'unclear'],
    ['Pericardial effusion: none', 'no', 'unclear'],
    ['Previously large pericardial effusion has resolved', 'no', 'large'],
    ['大量心包积液已吸收', 'no', 'large'],
    ['少量胸腔积液，大量心包积液', 'yes', 'large'],
    ['Pericardial effusion. Large left atrium', 'yes', 'unclear'],
    ['Large (1.5 cm) pericardial effusion', 'yes', 'large'],
    ['Small pericardial effusion, large left atrium', 'yes', 'small'],
    ['Large left atrium and pericardial effusion, moderate', 'yes', 'moderate'],
    ['Pericardial effusion, large', 'yes', 'large'],
    ['Small pericardial effusion; possibly large pericardial effusion', 'yes', 'small'],
    ['Small to moderate pericardial effusion', 'yes', 'unclear'],
  ])('%s', (text, polarity, size) => {
    expect(effusionIn(text)).toEqual({ polarity, size });
  });

  it.each([
    ['the size of another effusion counted', 'Moderate pleural effusion, no pericardial effusion', 'no', 'moderate'],
    ['the size that it had counted', 'Pericardial effusion decreased from large to small', 'yes', 'small'],
    ['the size that it had counted, in Chinese', '心包积液由大量减少为少量', 'yes', 'small'],
    ['one of no place was none', 'No tamponade physiology; moderate effusion', 'maybe', 'moderate'],
    ['a German one was none', 'Großer Perikarderguss', 'yes', 'large'],
  ])('%s: %s', (_, text, polarity, size) => {
    expect(effusionIn(text)).toEqual({ polarity, size });
  });

  it.each(['大量胸腔积液', 'Large pleural effusion', '心包炎，胸腔积液', '心包未见异常'])('%s says nothing', (text) => {
    expect(effusionIn(text)).toBeUndefined();
  });

  it('an answer alone names a size', () => {
    expect(['大量', 'Moderate', '少量', 'unknown'].map(sizeIn)).toEqual(['large', 'moderate', 'small', undefined]);
  });
});
