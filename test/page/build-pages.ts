// Before any test: the pages are built if their sources are newer, as `npm start` does it.

import { buildPages } from '../../src/page/build.mjs';

export default async function setup(): Promise<void> {
  await buildPages();
}
