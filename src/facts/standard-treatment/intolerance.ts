// Does anything point to an intolerance of a standard lupus treatment?

import { isoRange, parseMoment, type Day, type DayRange } from '../../logic/calendar.ts';
import { eachOnce } from '../../logic/each-once.ts';
import { finding, type Evidence, type Finding, type Turn } from '../../logic/finding.ts';
import { say, verbatim, type Message } from '../../logic/message.ts';
import { nameOf, textsOf, type Concept } from '../../terminology/concept.ts';
import { classesOf, type DrugIdentity, type Identified } from '../../terminology/drugs.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import { drugSearches } from '../../fhir/searches.ts';
import { classIn, isAdverseEffect } from './intolerance-classes.ts';
import type { Screening } from '../screening.ts';
import { drugName } from '../drugs/evidence.ts';
import { startOf } from '../entry-time.ts';
import { notesOf } from '../../fhir/notes.ts';

/** Where an intolerance can be on record. */
const searches = ['allergyIntolerances', 'adverseEvents', 'conditions', ...drugSearches] as const;

/** Standard treatments: glucocorticoids, hydroxychloroquine and the eleven agents. @source NCT06222853, inclusion criterion 2 */
const standardClasses = ['glucocorticoid', 'glucocorticoid-unconverted', 'hydroxychloroquine', 'trial-agent'] as const;

const isStandard = ({ classes }: Pick<DrugIdentity, 'classes'>): boolean =>
  standardClasses.some((each) => classes.has(each));

/** Of an entry whose code and text disagree, one of the two may be a standard treatment. */
const mayBeStandard = (identified: Identified): boolean => isStandard({ classes: classesOf(identified) });

/** HL7 reasons for ending an order: allergy, intolerance. */
const reasonCodes: ReadonlySet<string> = new Set(['salg', 'sintol']);
const harmWords =
  /intoleran|not tolerated|unable to tolerate|toxic|adverse|side[- ]effect|allerg|hypersensitiv|anaphyla|reaction|induced|due to drug|unverträglich|überempfindlich|allergie|nebenwirkung|toxizität|(?<=(?:prednis\w{1,6}|steroid|dexamethasone)[- ])psychosis|myopath|poisoning|retinopath|maculopath|不耐受|不能耐受|无法耐受|难以耐受|毒性|中毒|不良反应|副作用|副反应|过敏|药物性|所致|输[注液]反应|膀胱炎|相关(?=[\u4e00-\u9fff])|激素性|类固醇性|视网膜病变|黄斑病变|肝损/i;
/** What a drug does to the body: as the reason why it was stopped, that is harm by it. */
const harmDone =
  /leu[ck]o(?:cyto)?penia|neutropenia|cytopenia|thrombocytopenia|an(?:a)?emia|myelosuppress|hepat(?:itis|otox|ic)|\bliver\b|transaminas|vomit|nausea|diarrh|\brash\b|\bgi (?:upset|intol|side|symptoms)|stomach upset|upset stomach|\blfts?\b|mucositis|cystitis|neuropath|nephrotox|creatinine|retinopath|maculopath|pancreatitis|hyperglyc|diabetes|osteonecrosis|infection|白细胞(?:减少|低|下降)|粒细胞|血小板(?:减少|低|下降)|贫血|骨髓抑制|肝(?:损|功能|毒|酶|炎)|转氨酶|呕吐|恶心|腹泻|皮疹|黏膜炎|粘膜炎|膀胱炎|肾(?:损|功能|毒)|肌酐|视网膜|黄斑|胰腺炎|血糖|骨坏死|感染|胃肠道(?:反应|不适|症状)/i;
const denial =
  /\bno known\b|\bno\b|\bnot allergic\b|\bden(?:ies|ied)\b|\bwithout\b|无(?!菌|痛|力|症状|法)|否认|未见|耐受良好|tolerated well/i;

const clausesOf = (text: string): readonly string[] =>
  text.split(/[,;.()，；。（）]/).filter((clause) => clause.trim() !== '');

/** Whether a clause of a text holds one of the words and does not deny it: "leukopenia, no infection" speaks of harm. */
const speaks = (text: string, words: RegExp): boolean =>
  clausesOf(text).some((clause) => words.test(clause) && !denial.test(clause));

const namesHarm = (text: string): boolean => speaks(text, harmWords);
const namesHarmDone = (text: string): boolean => speaks(text, harmDone);

const speaksOfHarm = ({ lexicon }: IndexedRecord, concept: Concept): boolean =>
  concept.codings.some(({ code }) => reasonCodes.has(code)) || textsOf(concept).some(lexicon.read(namesHarm));

const speaksOfHarmDone = (record: IndexedRecord, concept: Concept): boolean =>
  speaksOfHarm(record, concept) || textsOf(concept).some(record.lexicon.read(namesHarmDone));

/** Whether one of the texts denies in every clause. */
const denied = (concept: Concept): boolean =>
  textsOf(concept).some((text) => clausesOf(text).every((clause) => denial.test(clause)));

/** Something that points to an intolerance, and the day from which on it does, if that is known. */
type Sign = { readonly from: Day | undefined; readonly evidence: Evidence };

const signOf = (
  reference: string,
  label: Message,
  {
    value,
    from,
    shown = from,
  }: { readonly value?: string | Message; readonly from?: DayRange | undefined; readonly shown?: DayRange | undefined },
): Sign => ({
  from: from?.from,
  evidence: {
    reference,
    label,
    ...(value !== undefined && { value }),
    ...(shown !== undefined && { date: isoRange(shown) }),
  },
});

/**
 * An allergy, intolerance or adverse event on record that names a standard treatment, or a treatment ended for its harm:
 * `needs-investigator`, because the registry does not say which drugs, how many, or how severe. Never `met`. Nothing:
 * `not-met` (absence-based) if the searches were complete.
 * @source NCT06222853 inclusion criterion 2; clinical specification 1.4-F
 */
export function intolerance(record: IndexedRecord, { date }: Screening): Finding {
  const signs = [
    ...allergies(record),
    ...adverseEvents(record),
    ...endedForHarm(record),
    ...withheldForHarm(record),
    ...namedForHarm(record),
    ...diagnoses(record),
  ];
  const evidence: Evidence[] = [];
  const turns: Turn[] = [];
  for (const { from, evidence: shown } of signs)
    if (from !== undefined && from > date) turns.push({ on: from });
    else evidence.push(shown);
  if (evidence.length > 0) {
    const drugs = eachOnce(evidence.map(({ label }) => label));
    const reason = say('intolerance.evidence', { drugs });
    return finding('needs-investigator', reason, { evidence, flags: ['INTOLERANCE_EVIDENCE'], turns });
  }
  if (searches.every((search) => isComplete(record.retrieved[search])))
    return finding('not-met', say('intolerance.none'), { turns });
  const missing = [{ what: say('intolerance.missing'), orders: [] }];
  return finding('unknown', say('intolerance.incomplete'), { missing, turns });
}

const allergies = (record: IndexedRecord): readonly Sign[] =>
  record.allergies.flatMap(({ reference, resource, concept, identified, reactions }) => {
    const named = mayBeStandard(identified) || classIn(concept) !== undefined;
    if (!named || denied(concept)) return [];
    const from =
      parseMoment(resource['recordedDate'], record.zone) ?? parseMoment(resource['onsetDateTime'], record.zone);
    const value = reactions.length === 0 ? {} : { value: verbatim(reactions.map(nameOf).join(', ')) };
    return [signOf(reference, say('intolerance.of', { drug: nameOf(concept) }), { ...value, from })];
  });

const adverseEvents = (record: IndexedRecord): readonly Sign[] =>
  record.adverseEvents.flatMap(({ reference, event, when, suspects }) => {
    const named = denied(event) ? undefined : record.lexicon.identifyDrug([event]);
    const drugs = [...suspects, ...(named?.state === 'known' ? [named.drug] : [])].filter(isStandard);
    const names = [...new Set(drugs.flatMap((each) => each.ingredients))].sort().join(', ');
    const drug = names !== '' ? names : denied(event) ? undefined : classIn(event);
    if (drug === undefined) return [];
    return [signOf(reference, say('intolerance.adverse-event', { drug }), { value: nameOf(event), from: when })];
  });

/** Treatments whose order or statement says, as its reason or in a note, that they ended for an allergy, an intolerance or a side effect. */
const endedForHarm = (record: IndexedRecord): readonly Sign[] =>
  record.medications.flatMap((entry) => {
    const { reference, identified, end } = entry;
    const notes = notesOf(entry.resource).map((text): Concept => ({ codings: [], text }));
    const reason =
      entry.statusReasons.find((each) => speaksOfHarmDone(record, each)) ??
      notes.find((each) => speaksOfHarm(record, each));
    if (reason === undefined || !mayBeStandard(identified)) return [];
    const from = startOf(entry);
    const label = say('intolerance.ended', { drug: drugName(entry) });
    return [signOf(reference, label, { value: nameOf(reason), from, shown: end ?? from })];
  });

/** Treatments that were not given, cancelled or put on hold, with such a reason. */
const withheldForHarm = (record: IndexedRecord): readonly Sign[] =>
  record.ignored.flatMap(({ reference, name, concept, statusReasons = [] }) => {
    const reason = statusReasons.find((each) => speaksOfHarmDone(record, each));
    if (reason === undefined || concept === undefined || !mayBeStandard(record.lexicon.identifyDrug([concept])))
      return [];
    return [signOf(reference, say('intolerance.withheld', { drug: name }), { value: nameOf(reason) })];
  });

/** Entries of medications that name an intolerance instead: "MTX intolerance", "Allergy to hydroxychloroquine". */
const namedForHarm = (record: IndexedRecord): readonly Sign[] =>
  record.ignored.flatMap(({ begun, name }) => {
    if (begun === undefined || !mayBeStandard(begun.identified)) return [];
    const isHarm = begun.concepts.some((each) => speaksOfHarm(record, each));
    return isHarm ? [signOf(begun.reference, say('intolerance.of', { drug: name }), { from: startOf(begun) })] : [];
  });

/** Diagnoses whose own words name a standard treatment and a harm by it. */
const diagnoses = (record: IndexedRecord): readonly Sign[] =>
  record.conditions.flatMap(({ reference, concept, onset, recorded }) => {
    if (!speaksOfHarm(record, concept) && !isAdverseEffect(concept)) return [];
    const named = record.lexicon.identifyDrug([{ codings: [], text: textsOf(concept).join(' ') }]);
    const drug =
      named.state === 'known' && isStandard(named.drug) ? named.drug.ingredients.join(', ') : classIn(concept);
    if (drug === undefined) return [];
    const label = say('intolerance.diagnosis', { drug });
    return [signOf(reference, label, { value: nameOf(concept), from: onset ?? recorded })];
  });
