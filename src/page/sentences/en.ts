// Every sentence of the pages in English, one file per topic; what the record and the trial say comes from the service.

import type { Catalogue } from '../../logic/words.ts';
import { criteria } from './en/criteria.ts';
import { frame } from './en/frame.ts';
import { overview } from './en/overview.ts';
import { scores } from './en/scores.ts';
import { timeline } from './en/timeline.ts';

export const en = { ...frame, ...overview, ...timeline, ...criteria, ...scores } as const satisfies Catalogue;
