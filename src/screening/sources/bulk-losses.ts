// What do the error and deletion files of a bulk export say is missing or gone?

import { failureOf } from '../../fhir/bundle.ts';
import { isJson, objectAt, objectsAt, textArrayAt, textAt } from '../../fhir/json.ts';
import type { Json } from '../../fhir/record.ts';
import { readLines } from './grouping/read-lines.ts';
import { isRead } from './grouping/placement.ts';

const lineBytes = 1_000_000;

async function valuesIn(file: string, onValue: (value: unknown) => void): Promise<void> {
  await readLines({
    file,
    offset: 0,
    lineBytes,
    onLine: (bytes, from, to) => {
      onValue(parsed(bytes.toString('utf8', from, to)));
    },
    onTooLong: () => {
      onValue(undefined);
    },
    onOffset: () => {},
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a file of OperationOutcomes says is missing, by resource type; "*" where it does not say of which type. */
export async function lossesIn(file: string): Promise<Readonly<Record<string, string>>> {
  const losses: Record<string, string> = {};
  try {
    await valuesIn(file, (value) => {
      const failure = isJson(value) ? failureOf(value) : 'error-file-unreadable';
      if (failure === undefined) return;
      for (const type of isJson(value) ? typesNamed(value) : ['*']) losses[type] ??= failure;
    });
  } catch {
    losses['*'] ??= 'error-file-unreadable';
  }
  return losses;
}

/** The types that every failing issue names by its expression, "Observation" or "Observation.code"; "*" if one names none. */
function typesNamed(outcome: Json): readonly string[] {
  const issues = objectsAt(outcome, 'issue').filter((issue) => failureOf({ issue: [issue] }) !== undefined);
  const types = issues.flatMap((issue) => {
    const places = [...textArrayAt(issue, 'expression'), ...textArrayAt(issue, 'location')];
    const named = places.map((place) => /^([A-Z][A-Za-z]+)(?:$|[./[])/.exec(place)?.[1] ?? '*');
    return named.length === 0 ? ['*'] : named;
  });
  return types.length === 0 ? ['*'] : types.map((type) => (isRead(type) ? type : '*'));
}

/** Tells "Type/id" of what a file of deletion Bundles names; false if something of the file could not be read. */
export async function deletionsIn(file: string, onDeleted: (key: string) => void): Promise<boolean> {
  let whole = true;
  try {
    await valuesIn(file, (value) => {
      if (!isJson(value) || value['resourceType'] !== 'Bundle') whole = false;
      else for (const entry of objectsAt(value, 'entry')) deletionIn(objectAt(entry, 'request') ?? {}, onDeleted);
    });
  } catch {
    whole = false;
  }
  return whole;
}

function deletionIn(request: Json, onDeleted: (key: string) => void): void {
  const key = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})$/.exec(textAt(request, 'url') ?? '')?.[1];
  if (textAt(request, 'method') === 'DELETE' && key !== undefined) onDeleted(key);
}
