// What do the resources look like that are written back?

import type { Status } from '../../eligibility/assessment.ts';
import type { Resource } from '../../fhir/record.ts';
import type { ConsentState } from '../run/screened.ts';
import type { Kind, WriteBack } from '../../config/write-back.ts';

/** System of the identifier (Provenance: of the tag) under which what was written is found again. */
export const keySystem = 'urn:lupus-trial-cds:key';

/** In a draft this stands for the place of another row: the row's key follows. */
const placeOf = 'outbox:';

/** The reference to what another row writes. */
export const referenceTo = (key: string): string => `${placeOf}${key}`;

/** The key that a reference of a draft stands for; undefined for an ordinary reference. */
export const keyIn = (reference: string): string | undefined =>
  reference.startsWith(placeOf) ? reference.slice(placeOf.length) : undefined;

/** What is written about. */
export type Drafted = {
  readonly settings: WriteBack;
  /** "Patient/123". */
  readonly patient: string;
  readonly protocol: { readonly id: string; readonly version: string; readonly digest: string; readonly title: string };
  readonly engine: { readonly version: string; readonly digest: string };
  readonly status: Status;
  /** ISO 8601. */
  readonly at: string;
  /** References of the record on which the assessment rests. */
  readonly evidence: readonly string[];
  /** The key of the row of a kind of this episode; undefined where that kind is not written. */
  readonly keyOf: (kind: Kind) => string | undefined;
};

const identified = (key: string) => [{ system: keySystem, value: key }] as const;

/** At most this many resources of the record are named in a Provenance. */
const mostEvidence = 200;

/** The resource that a row of this kind creates. */
export const draftOf = (kind: Kind, key: string, about: Drafted): Resource => drafts[kind](key, about);

const drafts: Readonly<Record<Kind, (key: string, about: Drafted) => Resource>> = {
  ResearchStudy: (key, { protocol }) => ({
    resourceType: 'ResearchStudy',
    identifier: [...identified(key), { system: 'https://clinicaltrials.gov', value: protocol.id }],
    title: protocol.title,
    status: 'active',
  }),
  ResearchSubject: (key, about) => ({
    resourceType: 'ResearchSubject',
    identifier: identified(key),
    status: about.status,
    study: { reference: placesOf(about).study },
    individual: { reference: about.patient },
  }),
  Flag: (key, { protocol, patient, at }) => ({
    resourceType: 'Flag',
    identifier: identified(key),
    status: 'active',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/flag-category', code: 'research' }] }],
    code: { text: `May meet the criteria of trial ${protocol.id}` },
    subject: { reference: patient },
    period: { start: at },
  }),
  Task: (key, about) => {
    const { settings, protocol, patient, at } = about;
    const { subject } = placesOf(about);
    return {
      resourceType: 'Task',
      identifier: identified(key),
      status: 'requested',
      intent: 'proposal',
      code: { text: 'Check eligibility for a trial' },
      description: `The screening program finds that this patient may meet the criteria of ${protocol.id}. Please check.`,
      ...(subject !== undefined && { focus: { reference: subject } }),
      for: { reference: patient },
      authoredOn: at,
      ...(settings.requester !== undefined && { requester: { reference: settings.requester } }),
      ...(settings.owner !== undefined && { owner: { reference: settings.owner } }),
    };
  },
  Provenance: provenance,
};

/** Where study and subject are found. */
function placesOf({ settings, keyOf }: Drafted) {
  const [study, subject] = [keyOf('ResearchStudy'), keyOf('ResearchSubject')];
  return {
    study: settings.study ?? (study === undefined ? undefined : referenceTo(study)),
    subject: subject === undefined ? undefined : referenceTo(subject),
  };
}

/** Who says so, with which rules, from which resources. A Provenance has no identifier: its tag holds the key. */
function provenance(key: string, { protocol, engine, at, evidence, keyOf }: Drafted): Resource {
  const targets = (['ResearchSubject', 'Flag', 'Task'] as const).flatMap((kind) => keyOf(kind) ?? []);
  return {
    resourceType: 'Provenance',
    meta: { tag: [{ system: keySystem, code: key }] },
    contained: [
      {
        resourceType: 'Device',
        id: 'program',
        deviceName: [{ name: 'lupus-trial-cds', type: 'model-name' }],
        version: [{ value: `${engine.version} (${engine.digest})` }],
      },
    ],
    target: targets.map((each) => ({ reference: referenceTo(each) })),
    recorded: at,
    activity: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation', code: 'CREATE' }],
    },
    agent: [
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'assembler' }],
        },
        who: { reference: '#program' },
      },
    ],
    entity: [
      {
        role: 'source',
        what: {
          identifier: { system: 'urn:lupus-trial-cds:protocol', value: `${protocol.id}@${protocol.version}` },
          display: `Rules ${protocol.digest}`,
        },
      },
      ...evidence.slice(0, mostEvidence).map((reference) => ({ role: 'source', what: { reference } })),
    ],
  };
}

/** What is changed in what was written, when the patient's status is another one or she is no candidate any more. */
export type Patch = Readonly<Record<string, unknown>>;

/** Only Task, Flag and ResearchSubject are taken back; a study and a Provenance stay true. */
export const isTakenBack = (kind: Kind): boolean => kind === 'ResearchSubject' || kind === 'Flag' || kind === 'Task';

/**
 * The changes that take a resource back.
 * @source HL7 FHIR R4 (4.0.1): value sets research-subject-status (`withdrawn`: by the person, before registration;
 * `ineligible`: a criterion is not met), task-status, flag-status
 */
export function withdrawal(kind: Kind, status: Status, consent: ConsentState, at: string): Patch {
  if (kind === 'Task') return { status: 'cancelled', statusReason: { text: noLonger }, lastModified: at };
  if (kind === 'Flag') return { status: 'inactive' };
  if (kind !== 'ResearchSubject') return {};
  if (consent === 'refused') return { status: 'withdrawn' };
  return { status: status === 'candidate' ? 'potential-candidate' : status };
}

const noLonger = 'The screening program no longer finds that the patient may meet the criteria.';

/** The states in which a resource is still ours to change: a human has not carried it further. */
const open: Readonly<Record<Kind, readonly string[]>> = {
  ResearchStudy: [],
  ResearchSubject: ['candidate', 'potential-candidate', 'ineligible', 'screening'],
  Flag: ['active'],
  Task: ['draft', 'requested', 'received', 'accepted', 'ready', 'on-hold', 'in-progress'],
  Provenance: [],
};

/** Whether what stands on the server with this status may be changed by this program. */
export const isOurs = (kind: Kind, status: unknown): boolean =>
  typeof status === 'string' && open[kind].includes(status);
