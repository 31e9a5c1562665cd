// What are the parts of a record after tolerant reading, and before anybody asks what they mean?

import type { Moment } from '../logic/calendar.ts';
import type { Message } from '../logic/message.ts';
import type { Concept } from '../terminology/concept.ts';
import type { DrugIdentity, Identified, RouteClass, Strength } from '../terminology/drugs.ts';
import type { Json, Resource } from './record.ts';

type Entry = { readonly reference: string; readonly resource: Resource };

/** A diagnosis that is neither refuted nor entered in error. */
export type ConditionEntry = Entry & {
  readonly concept: Concept;
  /** `active` stands for active, recurrence and relapse; `inactive` for inactive, remission and resolved. */
  readonly clinical: 'active' | 'inactive' | 'not-stated';
  /** `possible` stands for unconfirmed, provisional and differential; a missing status counts as confirmed. */
  readonly verification: 'confirmed' | 'possible';
  /** Whether a status was sent whose code or words are known. */
  readonly verificationStated: boolean;
  readonly onset: Moment | undefined;
  readonly abatement: Moment | undefined;
  readonly recorded: Moment | undefined;
};

/** A procedure that was carried out or is under way; `begun`: broken off, or nobody knows how it stands. */
export type ProcedureEntry = Entry & {
  readonly concept: Concept;
  readonly status: 'completed' | 'in-progress' | 'begun';
  /** When it was done or began; undefined also where only the end of what is under way is given. */
  readonly performed: Moment | undefined;
  /** End of performedPeriod, or the one day it was done; undefined while open or not given. */
  readonly ended: Moment | undefined;
  readonly reasons: readonly Concept[];
};

export type MedicationSource = 'administration' | 'dispense' | 'statement' | 'request';

/** One resource that says a drug was given, dispensed, taken or ordered, and whose status lets it count. */
export type MedicationEntry = Entry & {
  readonly source: MedicationSource;
  readonly identified: Identified;
  /** Every name and code the medication came with. */
  readonly concepts: readonly Concept[];
  /** active | completed | stopped | in-progress … as sent. */
  readonly status: string;
  /** Patient-reported request (intent plan): ranks like a statement; `source` then already says "statement". */
  readonly reported: boolean;
  /** Why it was given: reasonCode, and the code of a Condition that reasonReference names. */
  readonly reasons: readonly Concept[];
  /** Why it ended or was not continued: statusReason. */
  readonly statusReasons: readonly Concept[];
  /** effectivePeriod / effectiveDateTime / whenHandedOver / occurrence as sent; start and end days. */
  readonly start: Moment | undefined;
  readonly end: Moment | undefined;
  /** effectiveDateTime: a point in time, not a span. */
  readonly point: boolean;
  /** authoredOn / dateAsserted / whenPrepared. */
  readonly authored: Moment | undefined;
  /** dosageInstruction[] / dosage[] / [dosage] as sent. */
  readonly dosages: readonly Json[];
  /** Stated route, else the one the product implies; undefined if neither says. */
  readonly route: RouteClass | undefined;
  /** Stated by the Medication resource for its one ingredient; comes before the strength of the product table. */
  readonly strength?: Strength;
};

/** A vaccination with status completed. */
export type ImmunizationEntry = Entry & {
  readonly concept: Concept;
  readonly when: Moment | undefined;
  /** occurrenceString, when no date was given. */
  readonly whenText: string | undefined;
  /** Its status says that it was given; false where nobody can tell. */
  readonly sure: boolean;
};

/**
 * A report with status final, amended, corrected or appended (`preliminary` is shown and never decides), or an Observation whose
 * answer is words about no measurement: `conclusion` is then its name and the answer.
 */
export type ReportEntry = Entry & {
  readonly concept: Concept;
  readonly when: Moment | undefined;
  readonly status: 'valid' | 'preliminary';
  /** conclusion, conclusionCode texts, and text attachments, in that order. */
  readonly conclusion: string | undefined;
  /** Those of which letters were lost on the way: shown, and not read. */
  readonly illegible?: string;
  readonly conclusionConcepts: readonly Concept[];
};

export type AllergyEntry = Entry & {
  readonly concept: Concept;
  readonly identified: Identified;
  readonly verification: 'confirmed' | 'possible';
  readonly type: 'allergy' | 'intolerance' | 'not-stated';
  readonly reactions: readonly Concept[];
};

/** An AdverseEvent that really happened (actuality actual). */
export type AdverseEventEntry = Entry & {
  readonly event: Concept;
  readonly when: Moment | undefined;
  /** Drugs under suspicion. */
  readonly suspects: readonly DrugIdentity[];
};

export type TrialEntry = Entry & {
  readonly status: string;
  readonly start: Moment | undefined;
  readonly end: Moment | undefined;
  /** The ResearchStudy, if it was in the record. */
  readonly study: Resource | undefined;
  /** Identifiers of the study: from the resource, or from the reference itself. */
  readonly studyIdentifiers: readonly { readonly system: string | undefined; readonly value: string }[];
  readonly interventional: 'yes' | 'no' | 'not-stated';
};

export type ListEntry = Entry & {
  readonly concept: Concept;
  readonly when: Moment | undefined;
  readonly status: string;
  readonly mode: string;
};

/** Something that was sent and does not count: which, what it is, and why not. */
export type IgnoredEntry = {
  readonly reference: string;
  readonly name: string;
  readonly why: Message;
  /** What a refuted diagnosis or a procedure not done was, or the drug of an entry that says why it was not given. */
  readonly concept?: Concept;
  /** Why a drug was withheld, cancelled or put on hold. */
  readonly statusReasons?: readonly Concept[];
  /** The drug of an administration that was begun all the same, or of an entry that counts by its status while its words say otherwise. */
  readonly begun?: MedicationEntry;
  /** The drug of an order, statement or dispense that is on hold, broken off, or nobody knows how it stands: it may have been taken. */
  readonly halted?: MedicationEntry;
  /** The drug of a statement that says it is not taken: an order of it proves nothing for those days. */
  readonly untaken?: MedicationEntry;
};
