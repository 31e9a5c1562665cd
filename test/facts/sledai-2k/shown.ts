// How do the tests of SLEDAI-2K ask for the whole answer, and write down what it shows?

import { sledaiAtLeast } from '../../../src/facts/sledai-2k/at-least.ts';
import { items, type ItemId } from '../../../src/facts/sledai-2k/items.ts';
import type { Attribution } from '../../../src/facts/screening.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { day, recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { whole, type Whole } from '../whole.ts';

export type Asked = RecordOptions & { readonly attributions?: readonly Attribution[]; readonly limit?: number };

/** On 2026-06-01, of the thirty days before; at least 8 points where no other limit is given. */
export const askWhole = (resources: readonly Json[], { attributions = [], limit = 8, ...options }: Asked = {}): Whole =>
  whole(
    sledaiAtLeast(limit, recordOf(resources, options), screeningOn('2026-06-01', { attributions }), {
      windowDays: 30,
      arthritisJoints: 2,
    }),
  );

export const to = (item: ItemId, cause: Attribution['to'], date = '2026-05-30'): Attribution => ({
  item,
  to: cause,
  author: 'Dr. Li',
  date: day(date),
});

export const shown = (n: number, label: Message, value: string, date: string, type = 'Observation'): Evidence => ({
  reference: `${type}/r${String(n)}`,
  label,
  value,
  date,
});

/** An item with its points, and why it is not simply present or absent. */
export const item = (id: ItemId, why?: Message): Message => {
  const values = { item: say(`sledai.item.${id}`), points: items.find((each) => each.id === id)?.weight ?? 0 };
  return why === undefined ? say('sledai.item', values) : say('sledai.item-why', { ...values, why });
};

export const pointer = (limit: number, ...ids: readonly ItemId[]): Evidence => ({
  label: say('sledai.nervous-system-only', { items: ids.map((id) => say(`sledai.item.${id}`)), limit }),
});
