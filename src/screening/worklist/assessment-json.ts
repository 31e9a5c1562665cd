// What does a reader get to see of the stored assessment, in her language?

import { z } from 'zod';
import { print } from '../../eligibility/print.ts';
import type { Language } from '../../logic/language.ts';
import type { Database } from '../../store/store.ts';
import type { Vault } from '../run/vault.ts';
import { message } from '../stored-assessment.ts';
import { mayActAs, type Role } from './access/person.ts';
import { listWords } from './words.ts';

const evidence = z.looseObject({ label: z.string(), labelMessage: message });

const part = z.looseObject({
  id: z.string(),
  type: z.enum(['inclusion', 'exclusion']),
  reasonMessage: message,
  missingMessages: z.array(message),
  evidence: z.array(evidence),
  ignored: z.array(evidence),
  confidential: z.literal(true).exactOptional(),
});

const criterion = part.extend({ parts: z.array(part).exactOptional() });

const about = z.looseObject({ criterion: z.string() });

const schema = z.looseObject({
  criteria: z.array(criterion),
  changes: z.array(about),
  orders: z.array(about),
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

/**
 * The EligibilityAssessment without who it is about, its reasons in the reader's language. Only an investigator sees what a
 * confidential criterion says; for anybody else it has no verdict, and changes, orders and flags do not tell it either.
 */
export function assessmentJson(text: string, role: Role, language: Language): object {
  const { patient: _patient, ...stored } = schema.parse(JSON.parse(text));
  const isFull = mayActAs(role, 'investigator');
  const hidden = new Set(stored.criteria.flatMap((each) => (each.confidential === true && !isFull ? [each.id] : [])));
  const isShown = ({ criterion: id }: { readonly criterion: string }): boolean =>
    !hidden.has(id.split('.', 1)[0] ?? id);
  const seeChart = listWords(language)('see-chart');
  return {
    ...stored,
    criteria: stored.criteria.map((each) =>
      hidden.has(each.id)
        ? { id: each.id, type: each.type, confidential: true, reason: seeChart, evidence: [], missing: [], ignored: [] }
        : {
            ...inLanguage(each, language),
            ...(each.parts !== undefined && { parts: each.parts.map((one) => inLanguage(one, language)) }),
          },
    ),
    changes: stored.changes.filter(isShown),
    orders: stored.orders.filter(isShown),
    flags: isFull ? stored.flags : [],
  };
}

/** Without the messages: what is left is for reading. */
function inLanguage({ reasonMessage, missingMessages, ...rest }: z.infer<typeof part>, language: Language): object {
  const shown = ({ labelMessage, ...each }: z.infer<typeof evidence>): object => ({
    ...each,
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
