// To which patient does one line of NDJSON belong?

import { referencedTypes, searches } from '../../../fhir/searches.ts';
import { targetOf, type Target } from '../../../fhir/referenced.ts';
import { lineScanner, type Bare, type Line, type Span } from './line-scan.ts';

/**
 * `patient`: about this patient. `shared`: about nobody, for whoever refers to it. `elsewhere`: of a type that is not read,
 * about nobody, or about something that is no patient of this server. `outcome`: what the server says of the export itself.
 * `unreadable`: it cannot be told what or whose it is.
 */
export type Placement =
  | {
      readonly kind: 'patient';
      readonly patient: string;
      readonly key: string;
      readonly refers: string;
      /** As `Line.sound`. */
      readonly sound: number;
      /** As `Line.bare`, of an Observation that names its patient by a relative reference. */
      readonly bare: Bare | undefined;
    }
  | { readonly kind: 'shared'; readonly key: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'outcome' }
  | { readonly kind: 'unreadable'; readonly type: string | undefined };

const ownTypes: ReadonlySet<string> = new Set(searches.map(({ type }) => type));
const sharedTypes: ReadonlySet<string> = new Set(referencedTypes);

/** Whether resources of this type are read at all. */
export const isRead = (type: string): boolean => ownTypes.has(type) || sharedTypes.has(type);

/** With it "Patient/1" begins, and no absolute reference. */
const capitalP = 0x50;

const elsewhere: Placement = { kind: 'elsewhere' };

/** What stands on another server: of no type that is read here. */
const foreign: Target = { type: '', id: '' };

/** A FHIR id that is also safe as part of a line and of a file name. */
const idForm = /^[A-Za-z0-9\-.]{1,64}$/;

/**
 * Prepares the placing of lines.
 * @param base base URL of the server the lines come from; without it absolute references name nobody that is known.
 */
export function placing(base: string | undefined): (bytes: Buffer, from: number, to: number) => Placement {
  const targetAt = (bytes: Buffer, span: Span): Target | undefined => {
    if (span.from < 0) return undefined;
    const text = textAt(bytes, span);
    const id = text.startsWith('Patient/') ? text.slice('Patient/'.length) : '';
    if (idForm.test(id) && id !== '.' && id !== '..') return { type: 'Patient', id };
    const target = targetOf(text, base ?? '');
    if (target !== undefined) return target;
    return base !== undefined && /^https?:\/\//.test(text) ? foreign : undefined;
  };

  const typeAt = repeating(textAt);
  const aboutAt = repeating(targetAt);

  const ofPatient = (bytes: Buffer, line: Line, type: string, id: string): Placement => {
    if (type === 'Patient') {
      return idForm.test(id)
        ? { kind: 'patient', patient: id, key: `Patient/${id}`, refers: '', sound: line.sound, bare: undefined }
        : unreadable(type);
    }
    if (!line.hasAbout) return elsewhere;
    const about = aboutAt(bytes, line.about);
    if (about === undefined) return unreadable(type);
    if (about.type !== 'Patient') return elsewhere;
    const refers = targetAt(bytes, line.refers);
    const shared = refers !== undefined && sharedTypes.has(refers.type);
    return {
      kind: 'patient',
      patient: about.id,
      key: `${type}/${idForm.test(id) ? id : ''}`,
      refers: shared ? `${refers.type}/${refers.id}` : '',
      sound: line.sound,
      bare: type === 'Observation' && bytes[line.about.from] === capitalP ? line.bare : undefined,
    };
  };

  const scan = lineScanner();
  return (bytes, from, to) => {
    const line = scan(bytes, from, to);
    const type = line === undefined ? '' : typeAt(bytes, line.resourceType);
    if (line === undefined || type === '') return unreadable(typeNamed(bytes, from, to));
    const id = textAt(bytes, line.id);
    if (ownTypes.has(type)) return ofPatient(bytes, line, type, id);
    if (sharedTypes.has(type)) return idForm.test(id) ? { kind: 'shared', key: `${type}/${id}` } : unreadable(type);
    return type === 'OperationOutcome' ? { kind: 'outcome' } : elsewhere;
  };
}

const unreadable = (type: string | undefined): Placement => ({ kind: 'unreadable', type });

/** Most lines say of type and patient what the line before said: what was read from the same bytes is not read again. */
function repeating<T>(read: (bytes: Buffer, span: Span) => T): (bytes: Buffer, span: Span) => T {
  let last: { readonly bytes: Buffer; readonly value: T } | undefined;
  return (bytes, span) => {
    if (last !== undefined && isSame(last.bytes, bytes, span)) return last.value;
    const value = read(bytes, span);
    last = { bytes: Buffer.from(bytes.subarray(span.from, span.to)), value };
    return value;
  };
}

function isSame(one: Buffer, bytes: Buffer, { from, to }: Span): boolean {
  if (to - from !== one.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== bytes[from + at]) return false;
  return true;
}

/** The text between two quotes; "" where there is none. */
function textAt(bytes: Buffer, { from, to }: Span): string {
  if (from < 0) return '';
  const raw = bytes.toString('utf8', from, to);
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return '';
  }
}

/** The type that a broken line names first, if it can be trusted at all: of what it may be a loss. */
function typeNamed(bytes: Buffer, from: number, to: number): string | undefined {
  const type = /^\s*\{\s*"resourceType"\s*:\s*"([A-Za-z]+)"/.exec(
    bytes.toString('utf8', from, Math.min(to, from + 200)),
  )?.[1];
  return type !== undefined && isRead(type) ? type : undefined;
}
