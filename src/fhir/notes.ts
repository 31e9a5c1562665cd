// What do the notes of a resource say?

import { objectsAt, textAt } from './json.ts';
import type { Json } from './record.ts';

/** The texts of its notes, blank ones left out. */
export const notesOf = (resource: Json): readonly string[] =>
  resource['note'] === undefined ? none : objectsAt(resource, 'note').flatMap((note) => textAt(note, 'text') ?? []);

const none: readonly string[] = [];
