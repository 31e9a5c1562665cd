// What does the page handle: what CDS services send (CDS Hooks 2.0.1), and what it shows?

export type Service = {
  readonly id: string;
  readonly hook: string;
  readonly title?: string;
  readonly description: string;
  readonly prefetch?: Readonly<Record<string, string>>;
};

export type Coding = { readonly system?: string; readonly code?: string; readonly display?: string };

export type Action = {
  readonly type: 'create' | 'update' | 'delete';
  readonly description: string;
  readonly resource?: fhir4.FhirResource;
  readonly resourceId?: string;
};

export type Suggestion = {
  readonly uuid?: string;
  readonly label: string;
  readonly isRecommended?: boolean;
  readonly actions?: readonly Action[];
};

export type Link = { readonly label: string; readonly url: string; readonly type: 'absolute' | 'smart' };

export type Card = {
  readonly uuid?: string;
  readonly summary: string;
  readonly detail?: string;
  readonly indicator: 'info' | 'warning' | 'critical';
  readonly source: { readonly label: string; readonly url?: string; readonly topic?: Coding };
  readonly suggestions?: readonly Suggestion[];
  readonly selectionBehavior?: 'at-most-one' | 'any';
  readonly overrideReasons?: readonly Coding[];
  readonly links?: readonly Link[];
};

/** One call as the side panel shows it. */
export type Exchange = {
  readonly title: string;
  readonly method: string;
  readonly url: string;
  readonly request?: unknown;
  readonly status: number;
  readonly response: unknown;
  readonly milliseconds: number;
  /** What was asked of the FHIR server first, and how long that took. */
  readonly prefetch?: readonly { readonly key: string; readonly query: string; readonly found: string }[];
  readonly prefetchMilliseconds?: number;
};

/** A patient of the demo hospital as `/demo/stories` lists them. */
export type ListedStory = {
  readonly patientId: string;
  readonly name: string;
  /** What the story is about, in every language. */
  readonly told: Readonly<Record<'en' | 'zh-CN', { readonly title: string; readonly about: string }>>;
};

/** Every resource of a type about the patient whose chart is open. */
export type All = <N extends fhir4.FhirResource['resourceType']>(
  type: N,
) => Promise<Extract<fhir4.FhirResource, { readonly resourceType: N }>[]>;

/** A line of the chart; its first cell is a date. */
export type Row = { readonly cells: readonly string[]; readonly className?: string | undefined };

export type Tab = { readonly title: string; readonly count: number; readonly content: HTMLElement };

/** An order of the catalogue, without a patient. */
export type Order = Omit<fhir4.MedicationRequest, 'id' | 'subject'> | Omit<fhir4.ServiceRequest, 'id' | 'subject'>;

/** An order that was chosen for a patient, under an id that only the page knows. */
export type Draft = (fhir4.MedicationRequest | fhir4.ServiceRequest) & { readonly id: string };

/** Tells the service what became of a card; answers whether it took that, in words too. */
export type Report = (outcome: object) => Promise<{ readonly taken: boolean; readonly words: string }>;

/** The clinician's desk with one patient's chart on it. */
export type Desk = {
  readonly patientId: string;
  readonly services: readonly Service[];
  readonly onExchange: (exchange: Exchange) => void;
  /** Something of the chart on the FHIR server has changed. */
  readonly onChange: () => void;
  /** Orders were signed: the services may say something else about the patient. */
  readonly onSigned: () => void;
};
