// How do the tests of the 2019 EULAR/ACR criteria write down what an answer shows and what it misses?

import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';

export const result = (n: number, label: Message, value: string, date: string): Evidence => ({
  reference: `Observation/r${String(n)}`,
  label,
  value,
  date,
});
export const titre = (n: number, value: string) => result(n, say('measurement.ANA'), value, '2023-03-18');
export const score = (n: number, value: string) => result(n, say('measurement.EULAR-ACR-2019'), value, '2023-03-20');
export const item = (id: string, points: number) => say('eular.item', { item: say(`eular.item.${id}`), points });
export const disease = (n: number, label = 'sle.diagnosis'): Evidence => ({
  reference: `Condition/r${String(n)}`,
  label: say(label),
  value: '系统性红斑狼疮',
  ...(label !== 'sle.refuted' && { date: '2023-03-01' }),
});
export const proven = (p: number, d: number) => [
  result(p, item('proteinuria', 4), '0.9 g/(24.h)', '2025-01-10'),
  result(d, item('lupus-antibodies', 6), '180 [IU]/mL', '2024-01-10'),
];

export const only = (id: string) => ({ what: say(id), orders: [] });
export const record = only('eular.record-total');
export const diagnose = only('eular.record-diagnosis');
export const list = only('eular.record-items');
export const order = {
  what: say('measurement.ANA'),
  orders: [
    {
      coding: {
        system: 'http://loinc.org',
        code: '5048-4',
        display: 'Nuclear Ab [Titer] in Serum by Immunofluorescence',
      },
      windowDays: 50_000,
    },
  ],
};

export const values = (lower: number, recorded: string | Message = say('eular.no-total')) => ({
  total: recorded,
  needed: 10,
  lower,
});
