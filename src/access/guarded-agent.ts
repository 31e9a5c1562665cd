// How is a connection opened only to addresses that the rule allows?

import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type Socket } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { addressFilter, type NetworkRule } from './address-guard.ts';

/** A connection that the rule forbids. */
export class ForbiddenAddress extends Error {}

type LookupAnswer = (error: Error | null, addresses: LookupAddress[]) => void;

/**
 * An agent that refuses forbidden addresses three times: as a literal in the URL, among the answers of the name service,
 * and on the connected socket, before anything is sent.
 */
export function guardedAgent(rule: NetworkRule, connections: number, timeout: number): Dispatcher {
  const allowed = addressFilter(rule);
  const filteredLookup = (hostname: string, options: LookupOptions, answer: LookupAnswer): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const permitted = error === null ? addresses.filter(({ address }) => allowed(address)) : [];
      answer(error ?? (permitted.length === 0 ? new ForbiddenAddress() : null), permitted);
    });
  };
  const connect = buildConnector({ lookup: filteredLookup, timeout, autoSelectFamily: true });
  return new Agent({
    connections,
    headersTimeout: timeout * 5,
    bodyTimeout: timeout * 5,
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !allowed(host)) {
        callback(new ForbiddenAddress(), null);
        return;
      }
      connect(options, (error, socket) => {
        if (error !== null) callback(error, null);
        else if (reaches(socket, allowed)) callback(null, socket);
        else {
          socket.destroy();
          callback(new ForbiddenAddress(), null);
        }
      });
    },
  });
}

const reaches = (socket: Socket, allowed: (address: string) => boolean): boolean =>
  socket.remoteAddress !== undefined && allowed(socket.remoteAddress);
