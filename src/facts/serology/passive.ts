// May antibodies have come with an immunoglobulin instead of from an infection?

import { isoRange } from '../../logic/calendar.ts';
import type { Evidence } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { Exposure } from '../drugs/exposures.ts';

/**
 * Immunoglobulins that the patient received, as a note beside a positive antibody: they may carry antibodies to hepatitis B
 * core or Treponema. The note changes no verdict.
 * @source spec section 7 E8: "HBcAb after IVIG/transfusion can be passive: note"
 */
export const passiveAntibodies = (exposures: readonly Exposure[]): readonly Evidence[] =>
  exposures
    .filter(({ classes }) => classes.has('immunoglobulin') || classes.has('specific-immunoglobulin'))
    .map(({ reference, ingredient, start }) => ({
      reference,
      label: say('serology.passive'),
      value: ingredient,
      ...(start !== undefined && { date: isoRange(start) }),
    }));
