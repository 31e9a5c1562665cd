// Which version of the program, with which data tables, is this?

import packageJson from '../../package.json' with { type: 'json' };
import { tables } from '../terminology/tables.ts';
import { engineDigest } from './digest.ts';

export const engine = { version: packageJson.version, digest: engineDigest(packageJson.version, tables) } as const;
