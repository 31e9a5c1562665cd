// In which order do the test files run? The long ones come first, so that no worker is left with one of them at the end.

import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Beginnings of paths. The quota's minute is mostly waited for: it comes first, and the others compute beside it. */
const long = [
  'test/screening/command/quota.test.ts',
  'test/docs/',
  'test/truth/',
  'test/screening/command/',
  'test/page/',
  'test/demo/',
  'test/server.test.ts',
  'test/cli/',
  'test/properties/',
  'test/fuzz/',
  'test/chaos/',
  'test/store/',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const file = relative(process.cwd(), moduleId);
  const found = long.findIndex((each) => file.startsWith(each));
  return found === -1 ? long.length : found;
};

export default class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
