// In which states can a patient be on the list, and from which state to which may a person move her?

export const states = ['new', 'in-review', 'contacted', 'declined', 'referred', 'enrolled', 'not-suitable'] as const;

export type State = (typeof states)[number];

/** `in-review` can be reached from everywhere: it takes a mistake back. */
const allowed: Readonly<Record<State, readonly State[]>> = {
  new: ['in-review', 'contacted', 'declined', 'referred', 'not-suitable'],
  'in-review': ['contacted', 'declined', 'referred', 'not-suitable'],
  contacted: ['in-review', 'declined', 'referred', 'not-suitable'],
  declined: ['in-review', 'contacted'],
  referred: ['in-review', 'declined', 'enrolled', 'not-suitable'],
  enrolled: ['in-review', 'declined', 'not-suitable'],
  'not-suitable': ['in-review'],
};

/** Where a person may move a patient from this state. */
export const nextStates = (state: State): readonly State[] => allowed[state];

/** Whether a person may move a patient so. */
export const mayMove = (from: State, to: State): boolean => allowed[from].includes(to);

/** A person has put the patient aside: nothing is written to the EHR about her until she comes back. */
export const isSetAside = (state: State): boolean => state === 'declined' || state === 'not-suitable';

/** States that a table holds as text. @throws Error if it is none: somebody else has written it. */
export function stateOf(text: string): State {
  const state = states.find((each) => each === text);
  if (state === undefined) throw new Error('no state of the list');
  return state;
}
