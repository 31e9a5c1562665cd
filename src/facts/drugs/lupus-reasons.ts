// Which reasons of a drug are lupus, whichever criterion asks?

import type { ValueSetName } from '../../terminology/value-sets.ts';

/**
 * Lupus, its organ forms and manifestations, what is secondary to it and what overlaps with it. A criterion that counts more than
 * this says so beside it.
 */
export const lupusReasons: readonly ValueSetName[] = [
  'sle',
  'sle-possible',
  'sle-secondary',
  'drug-induced-lupus',
  'cutaneous-lupus-only',
  'overlap-mctd',
  'lupus-nephritis',
  'crescentic-nephritis',
  'neuropsychiatric-lupus',
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
