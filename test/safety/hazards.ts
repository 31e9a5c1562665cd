// Which hazards does the safety file list, and which tests control each?

import { readFileSync } from 'node:fs';
import { namedTests, rowsOf } from '../named-tests.ts';

const page = readFileSync(new URL('../../docs/safety/hazards.md', import.meta.url), 'utf8');

/** Rows of the hazard log: number, hazard, harm, severity, control, tests. */
export const hazards = rowsOf(page, /^H\d+$/);

/** The tests that control the hazards. */
export const controls = namedTests(hazards);
