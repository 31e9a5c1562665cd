// What does an investigator say of an item of the 2019 EULAR/ACR criteria: is it due to lupus?
//
// @source clinical specification, section 2, R-2.2: an item with a more likely explanation than lupus is not counted

import { isoDay, type Day } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { Attribution, Screening } from '../screening.ts';
import { items, type Item, type ItemId, mostPoints } from './items.ts';

/** Name of an item in an attribution; SLEDAI-2K has items of the same name. */
export const statedAs = (id: ItemId): string => `eular-acr:${id}`;

/** The latest attribution of an item up to the screening date. An item counts whenever it was there, so none lapses. */
export function attributionOf({ id }: Item, { attributions, date }: Screening): Attribution | undefined {
  let last: Attribution | undefined;
  for (const each of attributions) {
    if (each.date > date || each.item !== statedAs(id)) continue;
    if (last === undefined || each.date >= last.date) last = each;
  }
  return last;
}

/** That an investigator has judged an item to be due to lupus, as evidence. */
export const attributionEvidence = ({ id }: Item, { author, date }: Attribution): Evidence => ({
  label: say(`eular.item.${id}`),
  value: say('sledai.attributed-to-lupus', { author, date: isoDay(date) }),
});

/** The most points that items judged not to be lupus may have given to a recorded total: the highest of each domain. */
export function pointsTakenAway(screening: Screening): number {
  if (screening.attributions.length === 0) return 0;
  return mostPoints(items.filter((item) => attributionOf(item, screening)?.to === 'not-lupus'));
}

/** Days on which an attribution that is dated ahead begins to count. */
export const attributionDays = ({ attributions, date }: Screening): readonly Day[] =>
  attributions
    .filter((each) => each.date > date && items.some(({ id }) => statedAs(id) === each.item))
    .map((each) => each.date);
