// In how many ways can the same daily amount be ordered?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import type { World } from './world.ts';

export const quantity = (value: number, unit: string): Json => ({ value, unit, system: systems.ucum, code: unit });

const daily = (times: number): Json => ({ repeat: { frequency: times, period: 1, periodUnit: 'd' } });

const gts = 'http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation';

/** A Dosage of so many mg a day, without bounds. `text` ways only where `texts` allows them. */
export function dailyDose(world: World, mg: number, texts = true): Json {
  const { random } = world;
  const ways: (() => Json)[] = [
    () => ({ timing: daily(1), doseAndRate: [{ doseQuantity: quantity(mg, 'mg') }] }),
    () => ({ timing: daily(2), doseAndRate: [{ doseQuantity: quantity(mg / 2, 'mg') }] }),
    () => ({ timing: { code: coded(gts, 'BID') }, doseAndRate: [{ doseQuantity: quantity(mg / 2, 'mg') }] }),
    () => ({ timing: { code: { text: '每日1次' } }, doseAndRate: [{ doseQuantity: quantity(mg, 'mg') }] }),
    () => ({
      timing: { repeat: { timeOfDay: ['08:00:00', '20:00:00'] } },
      doseAndRate: [{ doseQuantity: quantity(mg / 2, 'mg') }],
    }),
    () => ({ timing: daily(1), doseAndRate: [{ doseQuantity: quantity(mg / 1000, 'g') }] }),
    () => ({
      timing: daily(1),
      doseAndRate: ['calculated', 'admin-amount', 'ordered'].map((code) => ({
        type: coded('http://epic.com/CodeSystem/dose-rate-type', code),
        doseQuantity: quantity(mg, 'mg'),
      })),
    }),
    () => ({
      timing: { repeat: { frequency: 1, period: 12, periodUnit: 'h' } },
      doseAndRate: [{ doseQuantity: quantity(mg / 2, 'mg') }],
    }),
  ];
  if (texts)
    ways.push(
      () => ({ text: `${String(mg)} mg po qd` }),
      () => ({ text: `每次${String(mg)}mg 口服 每日1次` }),
      () => ({ text: `${String(mg / 2)} mg bd` }),
      () => ({ text: `Take ${String(mg)} mg by mouth once daily. Check blood count every 2 weeks.` }),
      () => ({ text: `${String(mg)}mg qd，每月复查肝肾功能` }),
      () => ({ text: `${String(mg)} mg daily, do not stop suddenly` }),
    );
  return random.pick(ways)();
}
