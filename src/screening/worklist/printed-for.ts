// How is a reason put into words for somebody who knows a patient by her number only?

import { print } from '../../eligibility/print.ts';
import type { Language } from '../../logic/language.ts';
import type { Message } from '../../logic/message.ts';

const reference = /\b([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}/g;

/**
 * A reason in words, for readers who know a patient by her number only: of a resource it tells the type, not the id, which
 * whoever can read the EHR could look up.
 */
export const printedFor = (message: Message, language: Language): string =>
  print(message, language).replaceAll(reference, '$1');
