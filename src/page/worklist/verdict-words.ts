// What are a question and an answer called? An exclusion criterion is present or not present, never "met".

import type { Speech } from './words.ts';

/** "I7" as it is; an item of a score with the name of its score, since two scores have a proteinuria. */
export function questionName(question: string): string {
  const [score, item] = question.split(':', 2);
  if (score === 'eular-acr' && item !== undefined) return `EULAR/ACR ${item}`;
  return /^[IE]\d/.test(question) ? question : `SLEDAI-2K ${question}`;
}

/** The word for an answer to a question such as "I4.ALT", or for what an item of a score is judged to be due to. */
export function verdictWords(question: string, verdict: string, { say, shared }: Speech): string {
  const isExclusion = /^E\d/.test(question);
  switch (verdict) {
    case 'met':
      return isExclusion ? shared('judge.present').toLowerCase() : say('verdict.met');
    case 'not-met':
      return isExclusion ? shared('judge.absent').toLowerCase() : say('verdict.not-met');
    case 'unknown':
    case 'needs-investigator':
    case 'absent':
    case 'lupus':
    case 'not-lupus':
      return say(`verdict.${verdict}`);
    default:
      return verdict;
  }
}
