// How does the configured service come to the list of its trials?

import type { Connect } from '../access/open-access.ts';
import { fetchKeys } from '../access/fetch-keys.ts';
import { sourceOf } from './client-keys.ts';
import { ConfigError, type Config } from '../config/config.ts';
import { allCriteria } from '../eligibility/digest.ts';
import { titleOfProtocol } from '../eligibility/protocol-words.ts';
import type { Language } from '../logic/language.ts';
import { protocols } from '../protocols/index.ts';
import { demoPerson, type Recognise } from '../screening/worklist/access/person.ts';
import { tokenReader } from '../screening/worklist/access/token.ts';
import type { Trial } from '../screening/worklist/dependencies.ts';
import type { Log } from '../telemetry/log.ts';

/** Every trial by registration id, with the questions of all its versions. */
export const trials: ReadonlyMap<string, Trial> = new Map(
  [...Map.groupBy(protocols, ({ id }) => id)].map(([id, versions]) => {
    const [first] = versions;
    return [
      id,
      {
        id,
        titleIn: (language: Language) => (first === undefined ? id : titleOfProtocol(first, language)),
        questions: new Set(versions.flatMap((version) => allCriteria(version).map((criterion) => criterion.id))),
      },
    ];
  }),
);

/**
 * How visitors of the list are recognised: in the demo everybody is its coordinator; otherwise by the configured provider.
 * Undefined where there is none.
 * @throws ConfigError if its key file cannot be read, or for a trial that does not exist.
 */
export async function recogniserOf(
  config: Config,
  { connect, now, log }: { readonly connect: Connect; readonly now: () => number; readonly log: Log },
): Promise<Recognise | undefined> {
  if (config.mode === 'demo') return async () => await Promise.resolve(demoPerson);
  const settings = config.worklist.access;
  if (settings === undefined) return undefined;
  const { keys } = settings;
  const other = Object.keys(settings.trials).find((id) => !trials.has(id));
  if (other !== undefined) {
    throw new ConfigError(`worklist.access.trials: there is no trial ${other}, only ${[...trials.keys()].join(', ')}`);
  }
  const dispatchers = new Map(
    'jku' in keys ? [[new URL(keys.jku).href, connect({ reach: 'public', networks: keys.networks })]] : [],
  );
  return tokenReader({
    settings,
    keys: await sourceOf('worklist.access', keys),
    fetch: fetchKeys(dispatchers),
    now,
    clockToleranceSeconds: config.clockToleranceSeconds,
    refused: ({ refusal: reason, claim }) =>
      log({ event: 'refused', reason, ...(claim !== undefined && { claim }), list: settings.issuer }),
  });
}
