// What does the system say about a process? Only Linux tells.

import { readdirSync, readFileSync } from 'node:fs';

export type Usage = {
  /** Megabytes in memory. */
  readonly resident: number;
  /** Open descriptors. */
  readonly descriptors: number;
};

/** Undefined where the process is gone, or the system does not tell. */
export function usageOf(pid: number): Usage | undefined {
  try {
    const pages = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return { resident: Number(pages) / 1000, descriptors: readdirSync(`/proc/${String(pid)}/fd`).length };
  } catch {
    return undefined;
  }
}

/** The processes that a process has started and that still run; none where the system does not tell. */
export function childrenOf(pid: number): readonly number[] {
  try {
    const path = `/proc/${String(pid)}/task/${String(pid)}/children`;
    return readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
