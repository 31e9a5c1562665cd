// How does a reader sign in? At the configured OpenID Connect provider, by authorization code with PKCE (RFC 7636, S256).
//
// The access token stays in this tab's sessionStorage until it ends and goes to this service only.

export type SignIn = {
  readonly clientId: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly scope: string;
};

const kept = { token: 'list.token', ends: 'list.ends', attempt: 'list.attempt' } as const;

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const secret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** The page itself, without what stands after it: as it is registered at the provider. */
const returnAddress = (): string => new URL('./', location.href).href;

/** How the service has its readers sign in; undefined where a proxy does it, or nobody has to. */
export async function signInConfig(): Promise<SignIn | undefined> {
  const response = await fetch(new URL('config', returnAddress()));
  const config: { readonly signIn?: SignIn } = response.ok ? await response.json() : {};
  return config.signIn;
}

/** The token of a sign-in that has not ended. */
export function keptToken(): string | undefined {
  if (Number(sessionStorage.getItem(kept.ends)) <= Date.now()) forget();
  return sessionStorage.getItem(kept.token) ?? undefined;
}

/** Ends the sign-in in this tab; the provider is not told. */
export function forget(): void {
  sessionStorage.removeItem(kept.token);
  sessionStorage.removeItem(kept.ends);
}

/** Goes to the provider; it sends the browser back to this page. */
export async function goToSignIn({ clientId, authorizationEndpoint, scope }: SignIn): Promise<void> {
  const [state, verifier] = [secret(), secret()];
  sessionStorage.setItem(kept.attempt, JSON.stringify([state, verifier, location.hash]));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const address = new URL(authorizationEndpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: returnAddress(),
    scope,
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  location.assign(address);
}

/**
 * Takes the code that the provider sent with the browser and asks for the token. Every attempt counts once; an answer to a
 * question that this tab did not ask is dropped. What the provider added is taken out of the address.
 */
export async function returned({ clientId, tokenEndpoint }: SignIn): Promise<'signed-in' | 'refused' | 'not-returned'> {
  const { searchParams } = new URL(location.href);
  if (!searchParams.has('state')) return 'not-returned';
  const [state, verifier, hash]: readonly (string | undefined)[] = JSON.parse(
    sessionStorage.getItem(kept.attempt) ?? '[]',
  );
  sessionStorage.removeItem(kept.attempt);
  history.replaceState({}, '', `${location.pathname}${hash ?? ''}`);
  const code = searchParams.get('code');
  if (code === null || verifier === undefined || state !== searchParams.get('state')) return 'refused';
  const response = await fetch(tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: returnAddress(),
      code,
      code_verifier: verifier,
    }),
  }).catch(() => undefined);
  if (response?.ok !== true) return 'refused';
  const { access_token: token, expires_in: seconds }: { access_token?: string; expires_in?: number } =
    await response.json();
  if (token === undefined) return 'refused';
  sessionStorage.setItem(kept.token, token);
  sessionStorage.setItem(kept.ends, String(Date.now() + (seconds ?? 300) * 1000));
  return 'signed-in';
}
