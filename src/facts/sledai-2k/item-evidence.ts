// How are the items of SLEDAI-2K shown as evidence?

import type { Evidence } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import { items, type Item, type ItemId } from './items.ts';
import type { ScoredItem, Sledai } from './score.ts';

const titles: ReadonlyMap<ItemId, Message> = new Map(items.map(({ id }) => [id, say(`sledai.item.${id}`)]));

/** The name of an item. */
export const title = ({ id }: Item): Message => titles.get(id) ?? say(`sledai.item.${id}`);

/** An item's evidence, each piece under the item's name with its points and why it is not settled. */
export function evidenceOfItems(score: Sledai, state: ScoredItem['state']): readonly Evidence[] {
  const shown: Evidence[] = [];
  for (const { item, state: own, evidence, why } of score.items) {
    if (own !== state) continue;
    const label =
      why === undefined
        ? say('sledai.item', { item: title(item), points: item.weight })
        : say('sledai.item-why', { item: title(item), points: item.weight, why });
    if (evidence.length === 0) shown.push({ label });
    for (const each of evidence) shown.push({ ...each, label });
  }
  return shown;
}

/** only the items of the nervous system reach the limit, which is a matter of exclusion E2 too. */
export function nervousSystemOnly(limit: number, answers: ReadonlyMap<string, boolean>): Evidence | undefined {
  if (answers.size === 0) return undefined;
  const present = items.filter(({ id }) => answers.get(id) === true);
  const nervous = present.filter((item) => item.nervousSystem === true);
  const others = present.filter((item) => item.nervousSystem !== true).reduce((sum, { weight }) => sum + weight, 0);
  if (nervous.length === 0 || others >= limit) return undefined;
  return { label: say('sledai.nervous-system-only', { items: nervous.map(title), limit }) };
}
