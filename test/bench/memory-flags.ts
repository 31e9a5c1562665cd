// With which flags does a script of package.json start Node? They stand there once for the service and once for screening.

import packageFile from '../../package.json' with { type: 'json' };

const scripts: Readonly<Record<string, string>> = packageFile.scripts;

/** The flags of the first program that a script starts, as they stand there. */
export const memoryFlagsOf = (script: string): readonly string[] =>
  (scripts[script] ?? '')
    .split(' && ')[0]
    ?.split(' ')
    .filter((word) => word.startsWith('--')) ?? [];
