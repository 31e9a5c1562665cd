// What does every part of the page work with?

import type { Role } from './answers.ts';
import type { ListService } from './list-service.ts';
import type { Place } from './place.ts';
import type { Speech } from './words.ts';

export type Context = {
  readonly service: ListService;
  readonly speech: Speech;
  readonly place: Place;
  readonly role: Role;
  /** Name of the reader, as it stands under what she writes. */
  readonly person: string;
};

const ranks: readonly Role[] = ['viewer', 'coordinator', 'investigator'];

/** Each role may do what those before it may. */
export const mayActAs = (role: Role, needed: Role): boolean => ranks.indexOf(role) >= ranks.indexOf(needed);
