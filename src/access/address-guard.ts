// To which network addresses may the service connect?

import { BlockList, isIP } from 'node:net';

/** `public`: the open internet and the named private networks; `loopback`: this machine and nothing else. */
export type NetworkRule = { readonly reach: 'public' | 'loopback'; readonly networks: readonly string[] };

/** Addresses that are not the open internet. @source IANA special-purpose address registries (RFC 6890 and its successors). */
const special =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 2001::/23 2001:db8::/32 2002::/16 3fff::/20'.split(
    ' ',
  );

/** Global unicast: every other IPv6 address is special. */
const globalUnicast = ['2000::/3'] as const;

const loopback = ['127.0.0.0/8', '::1/128'] as const;

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function listOf(blocks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [address = '', bits = ''] = block.split('/');
    list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

const lists = { special: listOf(special), unicast: listOf(globalUnicast), loopback: listOf(loopback) } as const;

/** "::ffff:10.0.0.1" is the IPv4 address it stands for; brackets and zone are taken off. */
const plain = (address: string): string =>
  address
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');

/** Answers whether an address (never a name) may be connected to. */
export function addressFilter(rule: NetworkRule): (address: string) => boolean {
  const named = listOf(rule.networks);
  return (given) => {
    const address = plain(given);
    const kind = family(address);
    if (isIP(address) === 0) return false;
    if (rule.reach === 'loopback') return lists.loopback.check(address, kind);
    if (named.check(address, kind)) return true;
    return !lists.special.check(address, kind) && (kind === 'ipv4' || lists.unicast.check(address, kind));
  };
}

/** True for a host that is this machine by its name or its literal address. */
export const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' || addressFilter({ reach: 'loopback', networks: [] })(hostname);
