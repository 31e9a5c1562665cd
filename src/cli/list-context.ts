// On which list does a command work, with which key, and in which language?

import { pseudonymKeyOf } from '../config/files.ts';
import type { Language } from '../logic/language.ts';
import { vault, type Vault } from '../screening/run/vault.ts';
import { trialOf } from '../screening/worklist/number.ts';
import type { Trial } from '../screening/worklist/dependencies.ts';
import { sealing, type Sealing } from '../store/sealing.ts';
import { trials } from '../service/worklist.ts';
import type { StoreContext } from './store/context.ts';
import { languageGiven } from './option-values.ts';
import { UsageError } from './usage-error.ts';

export type OpenList = {
  readonly trial: Trial;
  readonly language: Language;
  readonly sealing: Sealing;
  readonly vault: Vault;
};

/**
 * What the options say; by default the first trial and the configured language.
 * @throws UsageError for a trial or language that is not there, ConfigError without a key.
 */
export async function listContext(
  { config }: StoreContext,
  { protocol, lang }: { readonly protocol?: string | undefined; readonly lang?: string | undefined },
): Promise<OpenList> {
  const [first] = trials.values();
  const trial = protocol === undefined ? first : trials.get(trialOf(protocol));
  if (trial === undefined)
    throw new UsageError(`no trial ${protocol ?? ''}; there are ${[...trials.keys()].join(', ')}`);
  const language = lang === undefined ? config.language : languageGiven(lang);
  const sealed = sealing(await pseudonymKeyOf(config));
  return { trial, language, sealing: sealed, vault: vault(sealed) };
}
