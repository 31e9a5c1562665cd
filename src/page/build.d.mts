// The type of build.mjs, for the tests.

export function buildPages(): Promise<'fresh' | 'built' | 'no-vite'>;
export function keepingMode(build: () => Promise<unknown>): Promise<void>;
