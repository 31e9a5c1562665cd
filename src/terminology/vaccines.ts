// Is this vaccine live?

import data from './data/vaccines.json' with { type: 'json' };
import { codeSystemOf, type CodeSystem } from './code-systems.ts';
import { textsOf, type Coding, type Concept } from './concept.ts';

/** `unclear`: the record does not say enough, or its code and its text disagree. */
export type VaccineKind = 'live' | 'not-live' | 'unclear';

/** Where a vaccine was given; it tells the live form from the other for influenza, polio and typhoid. */
export type VaccineRoute = 'injected' | 'mucosal';

/** `by-route`: live if swallowed or sprayed, not live if injected. `not-live-unless-named`: a name that says live prevails. */
type Opinion = VaccineKind | 'by-route' | 'not-live-unless-named';

type CodeTable = Readonly<Record<string, readonly string[]>>;

const opinions = ['live', 'not-live', 'unclear', 'by-route', 'not-live-unless-named'] as const;

const byCode = (table: CodeTable): ReadonlyMap<string, Opinion> =>
  new Map(opinions.flatMap((opinion) => (table[opinion] ?? []).map((code): [string, Opinion] => [code, opinion])));

const cvx = byCode(data.codes.cvx);
const atc = byCode(data.codes.atc);
const snomed = byCode(data.codes.snomed);
const icd11 = byCode(data.codes.icd11);

/** The opinion of the longest listed beginning of an ATC code. */
function byAtc(code: string): Opinion | undefined {
  for (let length = code.length; length >= 3; length -= 1) {
    const found = atc.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** NHSA: an X, then the ATC group, then a local tail. */
const byNhsa = (code: string): Opinion | undefined => (code.startsWith('XJ0') ? byAtc(code.slice(1, 6)) : undefined);

const readers: ReadonlyMap<CodeSystem | undefined, (code: string) => Opinion | undefined> = new Map([
  ['cvx', (code: string) => cvx.get(code.replace(/^0+/, ''))],
  ['atc', byAtc],
  ['nhsa', byNhsa],
  ['snomed', (code: string) => snomed.get(code)],
  [undefined, (code: string) => icd11.get(code)],
]);

const opinionOfCode = ({ system, code }: Coding): Opinion | undefined =>
  readers.get(codeSystemOf(system))?.(code.trim().toUpperCase());

const anyOf = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'i');

const saysLive = anyOf(data.names['says-live']);
const saysNotLive = anyOf(data.names['says-not-live']);
const alwaysLive = anyOf(data.names['always-live']);
const neverLive = anyOf(data.names['never-live']);
const liveByRoute = anyOf(data.names['by-route']);

/** What a name says: first whether it calls the vaccine live or not, then which vaccine it is. */
function opinionOfName(name: string): Opinion | undefined {
  // "灭活疫苗" (inactivated) contains "活疫苗" (live): what is said of not being live is read first and taken out.
  const text = name.normalize('NFKC').replace(/non-?\s?live|not live/gi, 'inactivated');
  const rest = text.replace(/灭活|非活|非减毒/g, ' ');
  const told = both(saysLive.test(rest), saysNotLive.test(text));
  if (told !== undefined) return told;
  const known = both(alwaysLive.test(text), neverLive.test(text));
  if (known !== undefined) return known;
  return liveByRoute.test(text) ? 'by-route' : undefined;
}

function both(live: boolean, notLive: boolean): VaccineKind | undefined {
  if (live) return notLive ? 'unclear' : 'live';
  return notLive ? 'not-live' : undefined;
}

/**
 * Whether a vaccine is live, by its codes (CVX, ATC, NHSA, SNOMED CT, ICD-11) and its names in English and Chinese.
 * Where a code and a name contradict each other, or nothing is known: `unclear`.
 * @source CDC CVX list; WHO SMART Immunizations, live attenuated vaccines; spec section 7 "Live vaccines"
 */
export function vaccineKind(concept: Concept, route?: VaccineRoute): VaccineKind {
  const heard = new Set([...concept.codings.map(opinionOfCode), ...textsOf(concept).map(opinionOfName)]);
  if (heard.has('live')) return heard.has('not-live') ? 'unclear' : 'live';
  if (heard.has('not-live') || heard.has('not-live-unless-named')) return 'not-live';
  if (!heard.has('by-route') || route === undefined) return 'unclear';
  return route === 'mucosal' ? 'live' : 'not-live';
}

const injected =
  /^(im|sc|sq|id|78421000|34206005|372464004)$|intramuscular|subcutaneous|intradermal|inject|肌内|肌肉|皮下|皮内|注射/i;
const mucosal = /^(po|nasinhlc|naspray|26643006|46713006)$|oral|nasal|口服|鼻/i;

/** Reads the route of an Immunization (HL7 v3, SNOMED CT or text). */
export function vaccineRoute(concept: Concept): VaccineRoute | undefined {
  const words = [...concept.codings.map(({ code }) => code), ...textsOf(concept)];
  const [byNeedle, byMucosa] = [injected, mucosal].map((pattern) => words.some((word) => pattern.test(word.trim())));
  if (byNeedle === byMucosa) return undefined;
  return byNeedle === true ? 'injected' : 'mucosal';
}

const vaccineSystem = /cvx|\.292$/i;

/** Words for a vaccine, and names that can be nothing else. */
const vaccineName =
  /vaccin|impfstoff|疫苗|卡介苗|\bbcg\b|\bmmrv?\b|m-m-r|varivax|varilrix|varizell|proquad|mmrvaxpro|priorix|rotateq|rotarix|stamaril|flumist|\bfluenz\b|vivotif|vaxchora|zostavax|shingrix|gardasil|prevnar|prevenar|acam2000|qdenga|dengvaxia|ixchiq|imojev|ervebo|yf-?vax|糖丸/i;

/** Whether a drug or service is a vaccination at all, live or not: a CVX code, an ATC code J07, or a name that says so. */
export const isVaccine = (concept: Concept): boolean =>
  concept.codings.some(({ system, code }) => vaccineSystem.test(system) || /^X?J07/.test(code)) ||
  textsOf(concept).some((text) => vaccineName.test(text));
