// Does an address lie below a FHIR server's base URL?

/** A caller's base URL: http or https without user, query or fragment; undefined for anything else. */
export function parseBase(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return plain && (url.protocol === 'https:' || url.protocol === 'http:') && !/[?#]/.test(text) ? url : undefined;
}

/** The URL's text without trailing slashes. */
export const withoutSlash = (url: URL): string => url.href.replace(/\/+$/, '');

const path = (url: URL): string => url.pathname.replace(/\/+$/, '');

/** Same protocol, host and port, and a path that begins with the base's whole path. */
export const isUnder = (url: URL, base: URL): boolean =>
  url.origin === base.origin && (path(url) === path(base) || url.pathname.startsWith(`${path(base)}/`));

const usualPorts = new Set(['', '80', '443']);

/**
 * A server's link as a URL below the base, or undefined if it leads elsewhere. Servers behind a proxy often write the
 * wrong scheme or usual port of their own name; such a link is read on the base's own origin.
 */
export function linkUnder(link: string, base: URL): URL | undefined {
  if (link.length > 8_000 || !URL.canParse(link, `${withoutSlash(base)}/`)) return undefined;
  const url = new URL(link, `${withoutSlash(base)}/`);
  const own =
    url.hostname === base.hostname &&
    (url.port === base.port || (usualPorts.has(url.port) && usualPorts.has(base.port)));
  if (!own || url.username !== '' || !/^https?:$/.test(url.protocol)) return undefined;
  const rooted = new URL(`${url.pathname}${url.search}`, base.origin);
  return isUnder(rooted, base) ? rooted : undefined;
}
