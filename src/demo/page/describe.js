// How does one FHIR element read on a chart?

/**
 * @param {fhir4.CodeableConcept | undefined} concept
 * @returns {string}
 */
export const concept = (concept) =>
  concept?.text ??
  concept?.coding?.find(({ display }) => display !== undefined)?.display ??
  concept?.coding?.[0]?.code ??
  '';

/**
 * @param {fhir4.HumanName | undefined} name
 * @returns {string}
 */
export const humanName = (name) => name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim();

/**
 * @param {fhir4.Quantity | undefined} quantity
 * @returns {string}
 */
export const quantity = (quantity) =>
  quantity?.value === undefined
    ? ''
    : `${quantity.comparator ?? ''}${String(quantity.value)} ${quantity.unit ?? quantity.code ?? ''}`.trim();

/**
 * A date as it was written, without seconds.
 * @param {string | undefined} text
 * @returns {string}
 */
export const date = (text) => (text ?? '').slice(0, 10);

/**
 * @param {fhir4.Period | undefined} period
 * @returns {string}
 */
export function period(period) {
  if (period === undefined) return '';
  const [from, to] = [date(period.start), date(period.end)];
  return from === to ? from : `${from} – ${to}`;
}

/**
 * @param {fhir4.Observation} observation
 * @returns {string}
 */
export function result(observation) {
  const { valueQuantity, valueString, valueInteger, valueBoolean, valueCodeableConcept, valueRatio, valueRange } =
    observation;
  if (valueQuantity !== undefined) return quantity(valueQuantity);
  if (valueCodeableConcept !== undefined) return concept(valueCodeableConcept);
  if (valueRatio !== undefined) return `${quantity(valueRatio.numerator)}:${quantity(valueRatio.denominator)}`;
  if (valueRange !== undefined) return `${quantity(valueRange.low)} – ${quantity(valueRange.high)}`;
  if (observation.component !== undefined) return components(observation.component.map((each) => each.valueQuantity));
  return String(valueString ?? valueInteger ?? valueBoolean ?? '');
}

/**
 * "114 / 71 mm[Hg]": the unit once, if it is the same for all.
 * @param {readonly (fhir4.Quantity | undefined)[]} parts
 * @returns {string}
 */
function components(parts) {
  const units = new Set(parts.map((each) => each?.unit));
  if (units.size > 1) return parts.map(quantity).join(' / ');
  return `${parts.map((each) => String(each?.value ?? '')).join(' / ')} ${parts[0]?.unit ?? ''}`.trim();
}

/**
 * @param {fhir4.Observation} observation
 * @returns {string}
 */
export function referenceRange(observation) {
  const range = observation.referenceRange?.[0];
  if (range === undefined) return '';
  if (range.text !== undefined) return range.text;
  const [low, high] = [range.low?.value, range.high?.value];
  if (low === undefined) return high === undefined ? '' : `≤ ${String(high)}`;
  return high === undefined ? `≥ ${String(low)}` : `${String(low)} – ${String(high)}`;
}

/**
 * Completed years between two dates.
 * @param {string} birthDate
 * @param {Date} today
 * @returns {number}
 */
export function age(birthDate, today) {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  const years = today.getFullYear() - year;
  const reached = today.getMonth() + 1 > month || (today.getMonth() + 1 === month && today.getDate() >= day);
  return reached ? years : years - 1;
}
