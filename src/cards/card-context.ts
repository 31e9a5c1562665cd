// What does a card need to know besides the assessment?

import type { Language } from '../logic/language.ts';
import type { PatientRecord } from '../fhir/record.ts';

/**
 * How a client takes suggestions. `any`: several, each with one or more actions. `epic`: several, each with exactly one action.
 * `at-most-one`: one of several alternatives.
 */
export const cardShapes = ['any', 'epic', 'at-most-one'] as const;

export type CardShape = (typeof cardShapes)[number];

export type CardContext = {
  readonly language: Language;
  readonly trial: {
    readonly title: string;
    /** Page of the registry. */
    readonly url: string;
    readonly recruiting: boolean;
    /** Whom to call, as the site wrote it. */
    readonly contact?: string;
  };
  /** Where the evidence page opens; none where the site has none. */
  readonly evidence?:
    | { readonly type: 'absolute'; readonly url: string }
    | { readonly type: 'smart'; readonly url: string; readonly appContext: string }
    | undefined;
  /** Whether patients with one mendable criterion against them get a card. */
  readonly nearMisses: boolean;
  readonly shape: CardShape;
  readonly retrieved: PatientRecord['retrieved'];
  /** Resources of other patients that were sent and dropped. */
  readonly dropped: number;
  /** A fresh UUID at every call. */
  readonly newId: () => string;
};
