// Which protocols does the program carry?

import type { Protocol } from '../eligibility/protocol.ts';
import { nct06222853From5To18 } from './nct06222853-5to18/protocol.ts';
import { nct06222853From5 } from './nct06222853-from5/protocol.ts';
import type { Settings } from './nct06222853-5to18/settings.ts';

/** Every protocol, the default first. */
export const protocols: readonly Protocol<Settings>[] = [nct06222853From5To18, nct06222853From5];

/** "ID@VERSION" of every protocol. */
export const protocolNames: readonly string[] = protocols.map(({ id, version }) => `${id}@${version}`);

/** The protocol named "ID@VERSION"; the default for undefined; undefined if there is none of that name. */
export const protocolNamed = (name: string | undefined): Protocol<Settings> | undefined =>
  name === undefined ? protocols[0] : protocols[protocolNames.indexOf(name)];
