// What does a reason that connect-check reports mean, and what is to be asked of those who run the FHIR server?

const suppressed =
  'the server left something out on purpose: ask which filter or consent rule applies to this client; ' +
  'of a warning that stands on every page see above, and docs/configuration.md';

const further =
  'less came than the server itself counts, or it does not say where the rest is: ask how its searches are paged';

const refused = 'this search is refused: ask which parameters are supported for this type, and which are required';

const faulty = 'a fault on their side: give them the time and the search, to look up in their log';

const unregistered =
  'no token was given: are the client and its public key registered there? (the service publishes its keys: docs/screening.md)';

const advice: ReadonlyMap<string, string> = new Map([
  ['unknown-host', 'no name service knows this host: is the name right, and is it known on this machine?'],
  [
    'unreachable',
    'nothing answers there, or it hangs up: are host and port right, and do the firewalls let this machine through?',
  ],
  [
    'certificate',
    'its certificate is not trusted here, has expired or is for another name: ask for the certificate of their authority, and start with NODE_EXTRA_CA_CERTS=FILE',
  ],
  [
    'forbidden-address',
    'its address is not public: name its network with --network, and as `networks` in the configuration',
  ],
  ['timeout', 'no answer in time: ask how long this search takes on their side, and which proxy stands in between'],
  ['circuit-open', 'not asked any more, since the calls before it failed: mend those first'],
  ['redirect', 'it sends callers elsewhere, often to a sign-in page or from http to https: ask for the final base URL'],
  [
    'not-final',
    'a success other than 200 (202, 206, 204) says itself that it is not the whole answer: ask for a plain 200',
  ],
  [
    'not-json',
    'no FHIR JSON came, often a page of a sign-in or a proxy, or XML: ask that "Accept: application/fhir+json" is heeded',
  ],
  [
    'encoded',
    'the answer is compressed though "Accept-Encoding: identity" was asked: ask that server and proxy heed it',
  ],
  ['unsafe-json', 'no JSON in UTF-8, or a text with two values under one name: ask which program writes it'],
  [
    'structure',
    'a resource is not in UTF-8, or has two values under one name, and was set apart: ask which program writes it',
  ],
  ['too-large', 'longer than 20 MB: ask for pages'],
  ['status-400', refused],
  ['status-405', refused],
  ['status-422', refused],
  ['status-401', 'the token was refused, or none was sent: is it expired, and made for this server?'],
  ['status-403', 'the scope or the patient is not allowed: ask what was granted to this client'],
  [
    'status-404',
    'nothing is there: is --server the base URL itself, and the id that of a Patient on this server? Of a search: is the type served, and its next page kept?',
  ],
  ['status-410', 'the next page was no longer kept: ask how long pages are kept, and for larger ones'],
  ['status-429', 'too many calls: ask for the quota, and for one that allows fifteen searches at once'],
  ['no-birth-date', 'the Patient has no birth date: take another one, or ask why it is withheld'],
  [
    'other-patient',
    'data of another patient came: are records merged, is `patient` passed over, or do references name another base URL?',
  ],
  [
    'modifier-extension',
    'a resource has a `modifierExtension`, which may negate it, and was set apart: ask what it means',
  ],
  [
    'foreign-link',
    'the next page is at another address than the base URL: behind a proxy the server must know its public base URL',
  ],
  ['paging-loop', 'a page leads back to an earlier one: ask how its searches are paged'],
  ['too-many-pages', 'more than a hundred pages: ask for larger ones'],
  ['fewer-than-total', further],
  ['full-page', further],
  ['by-category', 'only by category: complete if the site states "everyObservationHasCategory"'],
  ['wrong-type', 'something other than a searchset Bundle of this type came: is --server the base URL itself?'],
  ['not-r4', 'it is no FHIR R4 server: ask for the base URL of R4'],
  ['suppressed', suppressed],
  ['security', suppressed],
  ['forbidden', suppressed],
  ['token-status-400', unregistered],
  ['token-status-401', unregistered],
  ['no-token-endpoint', 'its SMART configuration names none that may be asked: give it with --token-endpoint'],
]);

/** What to do about a reason; undefined where its word is all there is to say. */
export const adviceOn = (reason: string): string | undefined =>
  advice.get(reason) ??
  advice.get(reason.replace(/^token-/, '')) ??
  (/^(?:token-)?status-5\d\d$/.test(reason) ? faulty : undefined);
