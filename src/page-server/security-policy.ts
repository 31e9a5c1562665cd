// What may a built page load, to whom may it speak, and who may frame it?

export type PagePolicy = {
  /** FHIR servers and their token endpoints: addresses or origins. */
  readonly connectTo: readonly string[];
  /** Web origins of the EHRs that show the page in a frame of theirs. */
  readonly frameAncestors: readonly string[];
};

/** A path in a policy matches only itself unless it ends in a slash; the whole origin is named instead. */
const originOf = (address: string): string => new URL(address).origin;

/** The headers of every page: nothing from elsewhere, no inline script or style, no address handed on. */
export function pageHeaders({ connectTo, frameAncestors }: PagePolicy): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...new Set(connectTo.map(originOf))].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}
