// What was a script of the tests asked for? What it does not understand ends it with its usage, before anything was run.

import { parseArgs, type ParseArgsConfig } from 'node:util';

export type ScriptOptions<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config>> & {
  /** The positive number under an option; anything else ends the script: a proof of nothing must not pass. */
  readonly number: (name: string) => number;
};

/** Reads the options of the running script; an unknown one, or one without its value, ends it with code 2. */
export function scriptOptions<Config extends ParseArgsConfig>(usage: string, config: Config): ScriptOptions<Config> {
  const refuse = (why: string): never => {
    console.error(`${why}\nusage: ${usage}`);
    return process.exit(2);
  };
  const given = (): ReturnType<typeof parseArgs<Config>> => {
    try {
      return parseArgs(config);
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
  };
  const options = given();
  const number = (name: string): number => {
    const text = Object.entries(options.values).find(([key]) => key === name)?.[1];
    const value = typeof text === 'string' && text.trim() !== '' ? Number(text) : Number.NaN;
    return value > 0 && Number.isFinite(value) ? value : refuse(`--${name} must be a number above 0`);
  };
  return { ...options, number };
}
