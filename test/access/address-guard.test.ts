import { describe, expect, it } from 'vitest';
import { addressFilter, isLoopbackHost } from '../../src/access/address-guard.ts';

const open = addressFilter({ reach: 'public', networks: [] });
const hospital = addressFilter({ reach: 'public', networks: ['10.20.0.0/16', 'fd12:3456::/32'] });
const loopback = addressFilter({ reach: 'loopback', networks: [] });

describe('an address', () => {
  it.each(['8.8.8.8', '203.0.112.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'of the internet may be connected to: %s',
    (address) => {
      expect([open(address), loopback(address)]).toEqual([true, false]);
    },
  );

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.20.1.1',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    '::ffff:7f00:1',
  ])('that is special may not: %s', (address) => {
    expect(open(address)).toBe(false);
  });

  it('of a private network may be when the network is named', () => {
    expect(['10.20.1.1', 'fd12:3456::1', '::ffff:10.20.1.1'].map(hospital)).toEqual([true, true, true]);
    expect(['10.21.1.1', '127.0.0.1', 'fd13::1'].map(hospital)).toEqual([false, false, false]);
  });

  it('of this machine is all that the demo reaches', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map(loopback)).toEqual([true, true, true]);
    expect(['10.0.0.1', '0.0.0.0', '8.8.8.8'].map(loopback)).toEqual([false, false, false]);
  });

  it('with a zone is the one without it', () => {
    expect(['fd12:3456::1%eth0', '2606:4700::1111%en12'].map(hospital)).toEqual([true, true]);
    expect(['::1%lo', '[::1%lo]'].map(loopback)).toEqual([true, true]);
  });

  it('in brackets is the one inside, and brackets elsewhere make it none', () => {
    expect(['[2606:4700::1111]', '[::ffff:8.8.8.8]'].map(open)).toEqual([true, true]);
    expect(['8.8[.8.8', '2606:]4700::1111', '8.8.8.8[', ']8.8.8.8'].map(open)).toEqual([false, false, false, false]);
  });

  it.each(['a::ffff:8.8.8.8', '8::ffff:8.8.8.8', '::ffff:8.8.8', '::ffff:x'])('is not %s', (address) => {
    expect(open(address)).toBe(false);
  });

  it('is never a name', () => {
    expect(['localhost', 'example.org', ''].map(open)).toEqual([false, false, false]);
    expect(['%8.8.8.8', 'x%1'].map(open)).toEqual([false, false]);
    expect(['localhost', '127.0.0.1', '[::1]'].map(isLoopbackHost)).toEqual([true, true, true]);
    expect(['localhost.example.org', '127.0.0.1.example.org', '10.0.0.1'].map(isLoopbackHost)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
