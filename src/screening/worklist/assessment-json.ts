// What does a reader get to see of the stored assessment, in her language?

import { z } from 'zod';
import { print } from '../../eligibility/print.ts';
import type { Language } from '../../logic/language.ts';
import type { Database } from '../../store/store.ts';
import { protocolName } from '../run/assessing.ts';
import type { Vault } from '../run/vault.ts';
import { message, storedPart, verdict } from '../stored-assessment.ts';
import { mayActAs, type Role } from './access/person.ts';
import { wordsForCriteria } from './criterion-words.ts';
import { listWords } from './words.ts';

const evidence = z.looseObject({ label: z.string(), labelMessage: message, reference: z.string().exactOptional() });

const part = storedPart.extend({ evidence: z.array(evidence), ignored: z.array(evidence) }).loose();

const criterion = part.extend({ parts: z.array(part).exactOptional() });

const change = z.looseObject({ criterion: z.string(), becomes: verdict });

const order = z.looseObject({
  criterion: z.string(),
  coding: z.object({ system: z.string(), code: z.string(), display: z.string() }),
});

const schema = z.looseObject({
  protocol: z.object({ id: z.string(), version: z.string(), digest: z.string() }),
  criteria: z.array(criterion),
  changes: z.array(change),
  orders: z.array(order),
  flags: z.array(z.string()),
});

/** The assessment text of one run; undefined where it is no longer kept. */
export async function storedText(
  database: Database,
  vault: Vault,
  { run, patient }: { readonly run: string; readonly patient: string },
): Promise<string | undefined> {
  const result = await database
    .selectFrom('results')
    .select('assessment')
    .where('run', '=', run)
    .where('patient', '=', patient)
    .executeTakeFirst();
  return result === undefined ? undefined : vault.openAssessment(run, patient, result.assessment);
}

export type AssessmentReader = {
  readonly role: Role;
  readonly language: Language;
  /** False for a reader who may know a patient by her number only: ids of resources on the EHR would tell more. */
  readonly mayIdentify: boolean;
};

/**
 * The EligibilityAssessment without who it is about, its reasons in the reader's language. Only an investigator sees what a
 * confidential criterion says; for anybody else it has no verdict, and changes, orders and flags do not tell it either.
 */
export function assessmentJson(text: string, { role, language, mayIdentify }: AssessmentReader): object {
  const { patient: _patient, ...stored } = schema.parse(JSON.parse(text));
  const isFull = mayActAs(role, 'investigator');
  const hidden = new Set(stored.criteria.flatMap((each) => (each.confidential === true && !isFull ? [each.id] : [])));
  const isShown = ({ criterion: id }: { readonly criterion: string }): boolean =>
    !hidden.has(id.split('.', 1)[0] ?? id);
  const seeChart = listWords(language)('see-chart');
  const { protocol, orders } = stored;
  const words = wordsForCriteria(protocolName(protocol), language);
  const shownOrders = orders.filter(isShown).map((each) => ({ ...each, ...words.order(each) }));
  const inWords = (each: z.infer<typeof part>): object => ({
    ...inLanguage(each, language, mayIdentify),
    ...words.names(each),
    ...words.answer(each),
    orders: shownOrders.filter(({ criterion: id }) => id === each.id || id.startsWith(`${each.id}.`)),
  });
  return {
    ...stored,
    criteria: stored.criteria.map((each) =>
      hidden.has(each.id)
        ? {
            id: each.id,
            type: each.type,
            ...words.names(each),
            confidential: true,
            reason: seeChart,
            evidence: [],
            missing: [],
            ignored: [],
          }
        : { ...inWords(each), ...(each.parts !== undefined && { parts: each.parts.map(inWords) }) },
    ),
    changes: stored.changes.filter(isShown).map((each) => ({ ...each, ...words.change(each) })),
    orders: shownOrders,
    flags: isFull ? stored.flags : [],
  };
}

/** Without the messages: what is left is for reading. */
function inLanguage(
  { reasonMessage, missingMessages, ...rest }: z.infer<typeof part>,
  language: Language,
  mayIdentify: boolean,
): object {
  const shown = ({ labelMessage, reference, ...each }: z.infer<typeof evidence>): object => ({
    ...each,
    ...(mayIdentify && reference !== undefined && { reference }),
    label: print(labelMessage, language),
  });
  return {
    ...rest,
    reason: print(reasonMessage, language),
    missing: missingMessages.map((each) => print(each, language)),
    evidence: rest.evidence.map(shown),
    ignored: rest.ignored.map(shown),
  };
}
