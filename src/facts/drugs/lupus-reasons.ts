// Which reasons of a drug are lupus, whichever criterion asks?

import type { ValueSetName } from '../../terminology/value-sets.ts';

/**
 * Lupus, its organ forms and manifestations, the narrower names by which alone it may be told ("DLE", "class IV"), what is secondary
 * to it and what overlaps with it. A criterion that counts more than this says so beside it.
 */
export const lupusReasons: readonly ValueSetName[] = [
  'sle',
  'sle-possible',
  'sle-secondary',
  'drug-induced-lupus',
  'cutaneous-lupus-only',
  'overlap-mctd',
  'discoid-lupus',
  'subacute-cutaneous-lupus',
  'lupus-nephritis',
  'lupus-nephritis-class-ii',
  'lupus-nephritis-class-iii',
  'lupus-nephritis-class-iv',
  'lupus-nephritis-class-v',
  'crescentic-nephritis',
  'neuropsychiatric-lupus',
  'peripheral-neuropathic-lupus',
  'lupus-pericarditis',
  'lupus-pneumonitis',
  'lupus-cardiomyopathy',
  'acute-cutaneous-lupus',
  'lupus-rash',
  'synovitis-arthritis',
  'pleural-effusion',
  'pleurisy',
  'pericarditis',
  'pericardial-effusion',
  'myocarditis',
  'myositis',
  'vasculitis',
  'alveolar-haemorrhage',
];
