// What does a plain medication order say?

export type Json = Record<string, any>;

export const ucum = 'http://unitsofmeasure.org';

/** What a plain order says: one dosage, so many times a day or so, from a day on, perhaps until a day. */
export type Order = {
  readonly dosage: Json;
  readonly repeat: Json;
  readonly quantity: Json | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
};

export function orderOf(resource: Json): Order | undefined {
  const [dosage, ...others] = resource['dosageInstruction'] ?? [];
  const repeat = dosage?.timing?.repeat;
  const plain = resource['resourceType'] === 'MedicationRequest' && resource['intent'] === 'order';
  if (!plain || others.length > 0 || repeat?.frequency === undefined || repeat.period !== 1) return undefined;
  const { start, end } = repeat.boundsPeriod ?? {};
  return { dosage, repeat, quantity: dosage.doseAndRate?.[0]?.doseQuantity, start, end };
}

export const nameOf = (resource: Json): string => {
  const concept = resource['medicationCodeableConcept'];
  return String(concept?.text ?? concept?.coding?.[0]?.display ?? '');
};

/** mg of one piece, from the name of the product. */
const strengthOf = (resource: Json): number | undefined => {
  const match = /([\d.]+) ?MG(?!\/)/i.exec(nameOf(resource));
  return match?.[1] === undefined ? undefined : Number(match[1]);
};

/** mg of one dose, if it can be told. */
export function milligramsOf(resource: Json, quantity: Json | undefined): number | undefined {
  if (quantity === undefined || quantity['unit'] === 'mg') return quantity?.['value'];
  const strength = strengthOf(resource);
  return strength === undefined || quantity['unit'] === undefined ? undefined : quantity['value'] * strength;
}

export const mg = (value: number): Json => ({ value, unit: 'mg', system: ucum, code: 'mg' });
