// What does the list of a trial work with?

import type { TimeZone } from '../../logic/calendar.ts';
import type { Language } from '../../logic/language.ts';
import type { Sealing } from '../../store/sealing.ts';
import type { Store } from '../../store/store.ts';
import type { LookedUp, LookingReader } from '../run/looked-up.ts';
import type { Vault } from '../run/vault.ts';
import type { StateChanged } from './change-state.ts';
import type { ListSettings } from '../../config/list-rules.ts';
import type { VisitDependencies } from './visit.ts';

export type Trial = {
  readonly id: string;
  readonly titleIn: (language: Language) => string;
  /** Ids of every single criterion of every version. */
  readonly questions: ReadonlySet<string>;
};

export type WorklistDependencies = Pick<VisitDependencies, 'recognise' | 'now'> & {
  readonly store: Store;
  readonly sealing: Sealing;
  readonly vault: Vault;
  readonly trials: ReadonlyMap<string, Trial>;
  readonly settings: ListSettings;
  readonly consentBeforeName: boolean;
  readonly zone: TimeZone;
  readonly language: Language;
  /** Asks for one patient to be screened again soon; undefined where nobody can. */
  readonly rescreen?: (patient: string, trial: string) => Promise<void>;
  /** Reads course and scores of a patient now; undefined where nobody can. */
  readonly lookUp?: (patient: string, reader: LookingReader) => Promise<LookedUp>;
  readonly stateChanged?: StateChanged;
};
