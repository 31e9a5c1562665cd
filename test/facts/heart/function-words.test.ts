// What do reports say of the ejection fraction in words alone?

import { expect, it } from 'vitest';
import { functionSaid, type FunctionSaid } from '../../../src/facts/heart/function-words.ts';

it.each<readonly [FunctionSaid | undefined, readonly string[]]>([
  [
    'normal',
    [
      'LVEF正常',
      '左室射血分数正常',
      'normal LVEF',
      'Normal LV systolic function',
      'LVEF: within normal limits',
      'LVEF is preserved',
      'LVEF not reduced',
      'No evidence of reduced LVEF',
      'LVEF未见减低',
      '左心室收缩功能尚可',
      'Normal  LV systolic function',
    ],
  ],
  [
    'reduced',
    [
      'LVEF is mildly reduced',
      'mildly reduced LV systolic function',
      'Heart failure with reduced ejection fraction',
      'LVEF is not normal',
      'LVEF减低',
      '左室收缩功能轻度减低',
      '左室收缩及舒张功能减退',
      'LVEF reduced, better previously',
    ],
  ],
  ['unclear', ['LV function normal, LVEF reduced']],
  [
    undefined,
    [
      '',
      '心电图正常',
      '左室舒张功能减低',
      'LV diastolic function reduced',
      '右室射血分数降低',
      'right ventricular ejection fraction reduced',
      'RV ejection fraction normal',
      'LVEF正常值>50%',
      'LVEF normal range 55-70',
      'previously reduced LVEF',
      '既往LVEF降低',
      'LVEF lower than before',
    ],
  ],
])('%s', (said, texts) => {
  for (const text of texts) expect([text, functionSaid(text)]).toEqual([text, said]);
});
