// Of which items may an investigator say what they are due to?

import { items as eularAcr } from './eular-acr-2019/items.ts';
import { statedAs } from './eular-acr-2019/stated.ts';
import { items as sledai } from './sledai-2k/items.ts';

/** Names as attributions carry them: "proteinuria" of SLEDAI-2K, "eular-acr:proteinuria" of the 2019 EULAR/ACR criteria. */
export const attributableItems: readonly string[] = [
  ...sledai.map(({ id }) => id),
  ...eularAcr.map(({ id }) => statedAs(id)),
];
