// What does a person say an item of a score is due to? Buttons that state it, and take it back.

import type { AttributionJson } from '../../report/score-sheet.ts';
import { button, el } from '../dom.ts';
import type { PageWords } from '../words.ts';

export type Attribution = AttributionJson['to'];

export type Judging = {
  readonly words: PageWords;
  /** What was stated on this page, by the name under which an item is stated. */
  readonly stated: ReadonlyMap<string, Attribution>;
  /** Undefined where the reader may not state anything. */
  readonly onState?: ((item: string, to: Attribution | undefined) => void) | undefined;
};

type Judged = {
  /** What an attribution calls the item. */
  readonly statedAs: string;
  readonly name: string;
  readonly attributable: readonly Attribution[];
};

/** One button for each thing that may be stated; nothing where nothing may. */
export function judgement(
  { statedAs, name, attributable }: Judged,
  { words, stated, onState }: Judging,
): HTMLElement | string {
  if (onState === undefined) return '';
  const given = stated.get(statedAs);
  const offered = (['lupus', 'not-lupus'] as const).filter((each) => each === given || attributable.includes(each));
  if (offered.length === 0) return '';
  return el(
    'span',
    { class: 'choices', role: 'group', 'aria-label': name },
    ...offered.map((to) =>
      button(words(`attribute.${to}`), () => onState(statedAs, given === to ? undefined : to), {
        class: 'choice',
        'aria-pressed': String(given === to),
        'data-focus': `judge-${statedAs}-${to}`,
      }),
    ),
  );
}

/** The state of an item in words, with the judgement that settled it. */
export const judgedState = (word: string, attribution: AttributionJson | undefined, words: PageWords): string =>
  attribution === undefined
    ? word
    : words('state.attributed', { state: word, to: words(`attributed.${attribution.to}`) });
