// What does the evidence page send to the service, and what does it ask first? Types only, for service and page alike.
//
// `GET /assessment/config` answers `AssessmentConfig`. `POST /assessment` with `AssessmentRequest` answers `EvidenceReport`;
// `POST /assessment/package` with the same body answers a FHIR R4 document Bundle (application/fhir+json). Both posts need
// content type application/json, the header `pageHeader`, and a page of this service or of a configured origin. Errors are
// OperationOutcomes. Nothing is stored.

/** A header that only a script can set: the value is free, "1" will do. */
export const pageHeader = 'x-evidence-page';

/** What a person states on the page: it holds for this one answer and is not kept. */
export type StatedAttribution = { readonly item: string; readonly to: 'lupus' | 'not-lupus' };
export type StatedAnswer = { readonly question: string; readonly verdict: 'met' | 'not-met' };

export type AssessmentRequest = {
  /**
   * A FHIR R4 Bundle (collection or searchset) with what the page read: exactly one Patient. A `next` link or an
   * OperationOutcome inside marks what could not be read.
   */
  readonly record: unknown;
  /** Searches that the page could not complete, by name in `AssessmentConfig.searches`; what is not named is complete. */
  readonly unread?: readonly {
    readonly search: string;
    readonly state: 'partial' | 'unavailable';
    /** Code such as "status-403", "timeout", "further-pages". */
    readonly reason: string;
    /** Of a partial search that came newest first: nothing after this day was missed. YYYY-MM-DD. */
    readonly completeSince?: string;
  }[];
  /** "ID@VERSION"; the configured protocol otherwise. */
  readonly protocol?: string;
  /** YYYY-MM-DD, in demo mode only; today otherwise. */
  readonly asOf?: string;
  /** Each settles one SLEDAI-2K item as of the day of assessment. */
  readonly attributions?: readonly StatedAttribution[];
  readonly answers?: readonly StatedAnswer[];
  readonly language?: string;
  /** Of the package only: whether the guardian agreed to the referral. */
  readonly consent?: 'obtained' | 'not-recorded';
};

/** What the site has stated about a FHIR server (docs/configuration.md): the page heeds it as the hook does. */
export type StatedAboutServer = {
  readonly base: string;
  /** "SYSTEM|CODE" of warnings beside the matches that do not mean that something is missing. */
  readonly harmlessWarnings: readonly string[];
  readonly everyObservationHasCategory: boolean;
};

export type AssessmentConfig = {
  /** Client id of the page at the EHR's authorization server; none where the page only reads an open server. */
  readonly clientId?: string;
  /** Scopes to ask for, one per search; `launch` or `launch/patient` comes from the page. */
  readonly scopes: string;
  /** FHIR servers that the page may read: its connect-src. */
  readonly fhirBases: readonly string[];
  /** One for each of them. */
  readonly stated: readonly StatedAboutServer[];
  /** In the order in which they are read; `{id}` stands for the patient's id, no query means a read of the Patient. */
  readonly searches: readonly {
    readonly name: string;
    readonly type: string;
    readonly query?: string;
    readonly newestFirst: boolean;
  }[];
  /** Types that are not searched for but read when something refers to them. */
  readonly referencedTypes: readonly string[];
  readonly protocols: readonly { readonly id: string; readonly version: string; readonly title: string }[];
  readonly languages: readonly string[];
  readonly contact?: string;
  /** The page has to send a bearer token to the service too: the id_token of the launch, whose audience is the client id. */
  readonly requireToken: boolean;
  /** `asOf` may be sent. */
  readonly demo: boolean;
};
