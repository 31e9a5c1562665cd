// What is an answer called? An exclusion criterion is present or not present, never "met".

import type { Speech } from './words.ts';

/** The word for an answer to a question such as "I4.ALT", or for what a SLEDAI-2K item is judged to be due to. */
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
