// How are the whole answers about arrhythmias asked for, and written down in a line each?

import { severeArrhythmiaNow } from '../../../src/facts/heart/rhythm.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { asking, screening, seen } from './answers.ts';
import { clinically } from '../history-entries.ts';
import { expected, type Whole } from '../whole.ts';

export const ask = asking((record, exposures) => severeArrhythmiaNow(record, exposures, screening, 90));

export const onset = { onsetDateTime: '2026-01-10' };
export const [active, unstated, over] = [
  onset,
  { ...onset, clinicalStatus: undefined },
  { ...onset, ...clinically('resolved') },
];
export const shown = (value: string, kind = 'diagnosis'): Evidence => seen(value, '2026-01-10', kind);
export const [ventricular, paroxysmal, fibrillation] = [
  'Ventricular tachycardia',
  'Paroxysmal supraventricular tachycardia',
  'Atrial fibrillation',
] as const;
export function answer(
  verdict: Whole['verdict'],
  reason: string,
  name: string,
  more: Partial<Pick<Whole, 'evidence' | 'days'>> & { readonly drug?: string } = {},
): Whole {
  const { drug = '', ...rest } = more;
  const unknown = verdict === 'unknown';
  const values = { name, drug };
  return expected(verdict, say(unknown ? 'heart.status-unknown' : `heart.rhythm-${reason}`, values), {
    evidence: [shown(name)],
    missing: unknown ? [{ what: say('heart.status', values), orders: [] }] : [],
    ...rest,
  });
}
