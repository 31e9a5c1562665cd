// When are course and scores of a patient of the list read, and how are they shown?

import { button, el, replaceKeepingPlace } from '../dom.ts';
import type { Attribution } from '../scores/judgement.ts';
import { ServiceRefusal } from '../service.ts';
import type { PatientDetail } from './answers.ts';
import { mayActAs, type Context } from './context.ts';
import type { Deeds } from './deeds.ts';

export type LookedUpPart = {
  readonly element: HTMLElement;
  /** Reads again where what is stated or screened is not what it was when it was read last. */
  readonly update: (detail: PatientDetail, deeds: Deeds) => void;
};

/** An investigator's attributions that stand, by item. */
function attributionsIn({
  statements,
}: PatientDetail): ReadonlyMap<string, { readonly id: string; readonly to: Attribution }> {
  return new Map(
    statements.flatMap(({ id, kind, question, verdict, withdrawn }) =>
      kind === 'attribution' && withdrawn === undefined && (verdict === 'lupus' || verdict === 'not-lupus')
        ? [[question, { id, to: verdict }] as const]
        : [],
    ),
  );
}

/** The part of the page for them; the drawing is loaded only when somebody opens a patient. */
export function lookedUpPart({ service, place, role, speech }: Context): LookedUpPart {
  const { say, shared, language } = speech;
  const element = el('div', { class: 'looked-up' });
  const shown = {};
  let basis: string | undefined;

  const read = async (detail: PatientDetail, deeds: Deeds): Promise<void> => {
    const own = basis;
    const stated = attributionsIn(detail);
    const state = (item: string, to: Attribution | undefined): void => {
      const [deed, body] =
        to === undefined
          ? [`statements/${stated.get(item)?.id ?? ''}/withdraw`, {}]
          : ['statements', { kind: 'attribution', question: item, verdict: to }];
      void deeds.change(deed, body);
    };
    element.setAttribute('aria-busy', 'true');
    if (element.childElementCount === 0)
      element.replaceChildren(el('p', { class: 'waiting', role: 'status' }, say('looked-up.reading')));
    try {
      const [looked, { courseAndScores }] = await Promise.all([
        service.lookedUp(place.trial, place.number),
        import('./course-and-scores.ts'),
      ]);
      if (own !== basis) return;
      const judging = {
        words: shared,
        stated: new Map([...stated].map(([item, { to }]) => [item, to])),
        onState: mayActAs(role, 'investigator') ? state : undefined,
      };
      replaceKeepingPlace(
        element,
        ...courseAndScores(looked, { speech, language, judging, shown, screenedFor: detail.patient.asOf }),
      );
    } catch (error) {
      if (own === basis) element.replaceChildren(...apology(error, () => void read(detail, deeds)));
    }
    if (own === basis) element.removeAttribute('aria-busy');
  };

  /** Where no server can be asked, asking again helps nobody. */
  const apology = (error: unknown, again: () => void): readonly HTMLElement[] => {
    const isHopeless = error instanceof ServiceRefusal && error.cause === 422;
    return [
      el('p', { class: 'note', role: 'status' }, say(isHopeless ? 'looked-up.not-possible' : 'looked-up.failed')),
      ...(isHopeless ? [] : [button(say('looked-up.again'), again)]),
    ];
  };

  return {
    element,
    update: (detail, deeds) => {
      const now = JSON.stringify([[...attributionsIn(detail)], detail.screening?.started]);
      if (now === basis) return;
      basis = now;
      void read(detail, deeds);
    },
  };
}
