// What does the generator know about the patient it is writing down?

import type { Chart } from './chart.ts';
import type { DrugDay } from './glucocorticoid-oracle.ts';
import type { Random } from './random.ts';
import type { Claims } from './verdicts.ts';

/** Something that would count as an intervention for lupus of the central nervous system, with no stated reason. */
export type Intervention = { readonly daysAgo: number };

/** A systemic glucocorticoid or immunosuppressant, as criteria about other diseases see it. */
export type Course = {
  readonly startAgo: number;
  readonly endAgo: number;
  readonly reason?: 'lupus';
  /** A reader may also hold that it is no treatment: ordered as needed, or conditioning. */
  readonly doubtful?: true;
};

/** Points of the 2019 EULAR/ACR classification that the record proves; `sure: false` where a careful reader may doubt. */
export type Points = {
  readonly domain: string;
  readonly points: number;
  readonly clinical: boolean;
  readonly sure: boolean;
};

export type World = {
  readonly random: Random;
  readonly chart: Chart;
  readonly asOf: number;
  readonly sex: 'female' | 'male';
  /** First and last possible day of birth. */
  readonly birth: readonly [number, number];
  /** Completed years at the latest possible birth and at the earliest. */
  readonly age: readonly [number, number];
  readonly attested: boolean;
  /** The day for which the infusion is planned. */
  readonly plannedInfusion: number | undefined;
  readonly kg: number;
  readonly heightCm: number;
  /** Facts that the scenarios of one criterion leave for the criteria that they touch. */
  readonly facts: {
    sle: 'confirmed' | 'provisional' | 'refuted' | 'none';
    ana: 'positive' | 'negative' | 'none';
    classificationTotal: number | undefined;
    readonly points: Points[];
    readonly doses: DrugDay[];
    readonly courses: Course[];
    readonly interventions: Intervention[];
    /** Signals of severe nephritis; a doubtful one leaves both answers right. */
    kidneySignal: 'none' | 'doubtful' | 'open' | 'sure';
    infection: boolean;
    /** Days ago that a drug surely called cytotoxic was last given; `perhaps` of one that some call so. */
    cytotoxicAgo: { sure: number; perhaps: number };
    /** Findings of activity in the window: points of results, and those that something else in the chart may explain. */
    readonly findings: { sure: number; fever: boolean; leukopenia: boolean; thrombocytopenia: boolean };
    /** What so many points of findings mean, where findings decide. */
    byFindings: ((points: number) => Claims) | undefined;
    /** Days ago that an item of the nervous system was scored. */
    nervousItemsAgo: number | undefined;
    onDialysis: boolean;
    ecgAbnormal: boolean;
    vasopressor: boolean;
    /** Days ago that something was given by vein which only an unknown code names. */
    namelessAgo: number | undefined;
  };
};

/** One way the part of a chart can look: it writes what a hospital would and claims what the specification then demands. */
export type Scenario = (world: World) => Claims;

/** All the scenarios for one criterion or part; `usual` is what most candidates' charts show. */
export type Topic = {
  readonly usual: Scenario;
  readonly others: Readonly<Record<string, Scenario>>;
};

export const signal = (world: World, how: 'doubtful' | 'open' | 'sure'): void => {
  const { facts } = world;
  if (facts.kidneySignal !== 'sure') facts.kidneySignal = how;
};
