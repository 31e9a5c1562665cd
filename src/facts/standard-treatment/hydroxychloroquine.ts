// Did the patient receive hydroxychloroquine for long enough, or is there a reason why not?

import { isoRange } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Evidence, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import type { Exposure } from '../drugs/exposures.ts';
import type { AdequacySettings } from './immunosuppressants-adequacy.ts';
import { countExposures, entriesWithoutStanding } from './immunosuppressants-counted.ts';
import { agentEvidence, agentOf, shortfall } from './immunosuppressants.ts';
import { absenceOfDrugs } from '../drugs/medication-history.ts';
import type { Screening } from '../screening.ts';
import { sightedDiagnoses } from '../sightings.ts';
import { sleDiagnosis } from '../sle-diagnosis.ts';
import { isOneOf } from '../../terminology/drugs.ts';
import { drugsAhead } from '../drugs/turns.ts';

const drug = 'hydroxychloroquine';
const asked: ReadonlySet<string> = new Set([drug]);
const antimalarials: ReadonlySet<string> = new Set([drug, 'chloroquine']);

export type HydroxychloroquineSettings = AdequacySettings & { readonly medicationHistoryWindowDays: number };

/**
 * 90 days of systemic hydroxychloroquine: `met`. Shorter, only chloroquine, or none but a reason against it (G6PD deficiency,
 * retinopathy or maculopathy, intolerance): `needs-investigator`. None otherwise: `not-met` if the history is attested, complete
 * and legible, else `unknown`.
 * @source NCT06222853 inclusion criterion 2; clinical specification, 1.4-D and 1.4-E
 */
export function hydroxychloroquine(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  settings: HydroxychloroquineSettings,
): Finding {
  const { onset } = sleDiagnosis(record, screening);
  const sorted = countExposures(record, exposures, ({ ingredient }) => ingredient === drug, onset);
  const agent = agentOf(drug, sorted.counted, settings, record, screening);
  const against = contraindications(record, screening);
  const chloroquine = exposures.find(
    ({ ingredient, systemic }) => ingredient === 'chloroquine' && systemic !== 'local',
  );
  const showing = {
    evidence: [...(agent.counted.length === 0 ? [] : [agentEvidence(agent)]), ...against],
    ignored: [...sorted.ignored, ...entriesWithoutStanding(record, asked)],
    flags: [...sorted.flags, ...(sorted.counted.some(({ exposure }) => exposure.unbounded) ? ['UNBOUNDED_ORDER'] : [])],
    turns: [...agent.turns, ...drugsAhead(record, screening, isOneOf(asked))],
  };
  return alsoShowing(decide(), showing);

  function decide(): Finding {
    if (agent.restsOnOrders) {
      const missing = [{ what: say('immunosuppressants.statements'), orders: [] }];
      return finding('unknown', say('immunosuppressants.ordered', { agents: agent.name }), { missing });
    }
    if (agent.adequate === 'yes')
      return finding('met', say('hydroxychloroquine.met', { days: agent.cover?.days ?? 0 }));
    if (agent.exposed)
      return finding('needs-investigator', say('hydroxychloroquine.short', { shortfall: shortfall(agent) }));
    if (agent.counted.length > 0) {
      const missing = [{ what: say('hydroxychloroquine.route'), orders: [] }];
      return finding('unknown', say('hydroxychloroquine.unclear'), { missing });
    }
    if (chloroquine !== undefined)
      return finding('needs-investigator', say('hydroxychloroquine.chloroquine'), {
        evidence: [chloroquineEvidence(chloroquine)],
      });
    if (against.length > 0) return finding('needs-investigator', say('hydroxychloroquine.against'));
    return noneOnRecord();
  }

  function noneOnRecord(): Finding {
    const absence = absenceOfDrugs(record, screening, settings.medicationHistoryWindowDays, {
      ingredients: antimalarials,
      classes: ['antimalarial'],
    });
    const { evidence, ignored, turns, flags } = absence;
    const unsearched = isComplete(record.retrieved.conditions) ? [] : [say('hydroxychloroquine.conditions-incomplete')];
    if (absence.proven && unsearched.length === 0)
      return finding('not-met', say('hydroxychloroquine.none'), { evidence, ignored, turns });
    const reasons = [...absence.reasons, ...unsearched];
    const what = say('hydroxychloroquine.missing');
    const missing = [
      { what, orders: [] },
      ...absence.missing,
      ...unsearched.map((each) => ({ what: each, orders: [] })),
    ];
    return finding('unknown', say('hydroxychloroquine.open', { reasons }), {
      evidence,
      ignored,
      turns,
      flags,
      missing,
    });
  }
}

const chloroquineEvidence = ({ reference, start }: Exposure): Evidence => ({
  reference,
  label: say('hydroxychloroquine.given-instead'),
  value: 'chloroquine',
  ...(start !== undefined && { date: isoRange(start) }),
});

/** Diagnoses that speak against hydroxychloroquine, and a recorded intolerance of it. */
function contraindications(record: IndexedRecord, screening: Screening): readonly Evidence[] {
  const diagnoses = sightedDiagnoses(record, screening, ['g6pd-deficiency', 'retinopathy-maculopathy']);
  const allergies = record.allergies.filter(
    ({ identified }) => identified.state === 'known' && identified.drug.ingredients.includes(drug),
  );
  return [
    ...diagnoses.map(({ entry, when }) => ({
      reference: entry.reference,
      label: say('hydroxychloroquine.contraindication'),
      value: nameOf(entry.concept),
      ...(when !== undefined && { date: isoRange(when) }),
    })),
    ...allergies.map((entry) => ({
      reference: entry.reference,
      label: say('hydroxychloroquine.intolerance'),
      value: nameOf(entry.concept),
    })),
  ];
}
