// Who looks at a list, and what may she do there?

/** Each role may do what the roles before it may. */
export const roles = ['viewer', 'coordinator', 'investigator'] as const;

export type Role = (typeof roles)[number];

export type Person = {
  /** As it stands in the audit trail: the subject of the token. */
  readonly subject: string;
  /** As it stands under notes and statements. */
  readonly name: string;
  /** Her role on the list of a trial; undefined for none. */
  readonly roleFor: (trial: string) => Role | undefined;
};

/** Who is behind a request; undefined for nobody whom this service knows. */
export type Recognise = (authorization: string | undefined) => Promise<Person | undefined>;

/** Whether a role may do what another one is needed for; nobody without a role may do anything. */
export const mayActAs = (role: Role | undefined, needed: Role): boolean =>
  role !== undefined && roles.indexOf(role) >= roles.indexOf(needed);

/** The one person of the demo hospital, who may do everything; for a service that only its own machine reaches. */
export const demoPerson: Person = { subject: 'demo', name: 'Demo coordinator', roleFor: () => 'investigator' };
