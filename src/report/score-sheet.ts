// What do the filled-in score sheets of SLEDAI-2K and of the 2019 EULAR/ACR criteria look like?

import type { EvidenceJson } from './evidence-json.ts';

/** The recorded total that decides, or why there is none. */
export type RecordedTotal =
  | { readonly state: 'found'; readonly totals: readonly EvidenceJson[] }
  | { readonly state: 'none'; readonly why: string };

export type AttributionJson = { readonly to: 'lupus' | 'not-lupus'; readonly author: string; readonly date: string };

export type SledaiItem = {
  /** Stable id, such as "urinary-casts": what an attribution names. */
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  /** Decided by results; the other items need an examination. */
  readonly measured: boolean;
  /** `possible`: something speaks for it and does not prove it. `unknown`: nothing is known. */
  readonly state: 'present' | 'absent' | 'possible' | 'unknown';
  /** Settled by an investigator or by the form of the recorded score, not computed. */
  readonly signed: boolean;
  readonly why?: string;
  readonly evidence: readonly EvidenceJson[];
  /** The attribution in force; one that newer findings or a normal result overrule is not. */
  readonly attribution?: AttributionJson;
  /** What may be stated about it: nothing of an item that results show to be absent. */
  readonly attributable: readonly ('lupus' | 'not-lupus')[];
};

export type SledaiSheet = {
  /** All 24 descriptors in the order of the form. */
  readonly items: readonly SledaiItem[];
  /** Points of the items present; 105 less the points of the items absent. */
  readonly lower: number;
  readonly upper: number;
  readonly maximum: number;
  readonly windowDays: number;
  readonly recorded: RecordedTotal;
  /** No recorded total of the window can have been missed. */
  readonly complete: boolean;
};

export type EularAcrItem = {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  /** What an attribution calls it, such as "eular-acr:fever". */
  readonly statedAs: string;
  /** `possible`: something shows it whose cause is open. What is not proven may still be true. */
  readonly state: 'proven' | 'possible' | 'not-proven';
  /** The highest proven item of its domain: only this one counts. */
  readonly counted: boolean;
  readonly evidence: readonly EvidenceJson[];
  /** The attribution in force. */
  readonly attribution?: AttributionJson;
  /** What may be stated about it: it is due to lupus only where something shows it or an examination can. */
  readonly attributable: readonly ('lupus' | 'not-lupus')[];
};

export type EularAcrDomain = {
  readonly id: string;
  readonly name: string;
  /** False for the three immunological domains. */
  readonly clinical: boolean;
  readonly points: number;
  readonly most: number;
  readonly items: readonly EularAcrItem[];
};

export type EularAcrSheet = {
  /** Antinuclear antibodies of 1:80 or more, ever. */
  readonly entry: {
    readonly state: 'positive' | 'negative' | 'open' | 'none';
    readonly evidence: readonly EvidenceJson[];
  };
  readonly domains: readonly EularAcrDomain[];
  /** Proven points, and the most that the criteria give: over a whole life nothing can be excluded. */
  readonly lower: number;
  readonly upper: number;
  readonly classifiedFrom: number;
  readonly recorded: RecordedTotal;
};
