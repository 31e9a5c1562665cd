// In which words, and in which order, does the digest tell what is new?

import { listIn, type Language } from '../../logic/language.ts';
import { stateOf } from '../worklist/states.ts';
import { listWords } from '../worklist/words.ts';
import type { Digest } from './digest.ts';

export type DigestSection = { readonly heading: string; readonly lines: readonly string[] };

/** The digest as plain text in pieces: whoever puts it into HTML escapes it there. */
export type DigestWords = {
  readonly subject: string;
  readonly title: string;
  readonly summary: readonly string[];
  /** Only those with something in them. */
  readonly sections: readonly DigestSection[];
  readonly footer: string;
};

/** The digest in words. It names patients by their numbers alone, and says "see chart" where no question may be named. */
export function digestWords(digest: Digest, language: Language): DigestWords {
  const words = listWords(language);
  const { trial, since, until, open, candidates, states, entered, returned, left, changed } = digest;
  const seeChart = words('see-chart');
  const sections = [
    { heading: words('digest.entered', { count: entered.length }), lines: entered },
    { heading: words('digest.returned', { count: returned.length }), lines: returned },
    {
      heading: words('digest.changed', { count: changed.length }),
      lines: changed.map(({ number, questions }) =>
        words('digest.answers', {
          number,
          questions: questions.length === 0 ? seeChart : listIn(language, questions, 'ids'),
        }),
      ),
    },
    { heading: words('digest.left', { count: left.length }), lines: left },
  ].filter(({ lines }) => lines.length > 0);
  return {
    subject: words('digest.subject', { trial: trial.id, entered: entered.length + returned.length, open }),
    title: words('digest.title', { trial: trial.id, title: trial.title }),
    summary: [
      words('digest.period', {
        since: since.slice(0, 16).replace('T', ' '),
        until: until.slice(0, 16).replace('T', ' '),
      }),
      words('digest.open', { open, candidates }),
      ...states.map(({ state, count }) => words('digest.state', { state: words(`state.${stateOf(state)}`), count })),
    ],
    sections: sections.length === 0 ? [{ heading: words('digest.nothing'), lines: [] }] : sections,
    footer: words('digest.footer'),
  };
}

/** As plain text, for a terminal or a mail. */
export const digestText = ({ title, summary, sections, footer }: DigestWords): string =>
  [
    title,
    '',
    ...summary,
    ...sections.flatMap(({ heading, lines }) => ['', heading, ...lines.map((line) => `  ${line}`)]),
    '',
    footer,
    '',
  ].join('\n');
