import { describe, expect, it } from 'vitest';
import { failureFrom, isUnwell } from '../../src/access/failure.ts';

const broken = (code: string): Error =>
  Object.assign(new Error('fetch failed'), { cause: Object.assign(new Error(), { code }) });

describe('a connection that could not be made', () => {
  it.each([
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unknown-host'],
    ['EAI_AGAIN', 'unknown-host'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ])('for %s says %s, so that whoever connects the server knows where to look', (code, reason) => {
    const failure = failureFrom(broken(code));
    expect(failure).toEqual({ reason });
    expect(isUnwell(failure)).toBe(true);
  });

  it('that broke off may be tried again', () => {
    expect(failureFrom(broken('ECONNRESET'))).toEqual({ reason: 'unreachable', reset: true });
  });
});
