import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  type Configuration,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Refusal } from '../../kernel/index.ts';
import { findProvider, loadProviderSecret, type ProviderSetting } from './provider-setting.ts';
import { makeSecret, toDigest } from './secret.ts';
import { admit, type Door, type SignedIn, toLogin } from './sign-in.ts';
import type { Visit } from './start-session.ts';

/** The page of ours that the provider brings the browser back to. */
export const PROVIDER_PAGE = '/entrar/proveedor';

const TICKET_MS = 10 * 60_000;
const TIMEOUT_S = 10;
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$)/;

/** Where a provider is told to send the browser back. */
export function toRedirectUri(origin: string): string {
  return `${origin}${PROVIDER_PAGE}`;
}

function getProvider({ ledger }: Door): ProviderSetting {
  const provider = findProvider(ledger);
  if (!provider) throw new Refusal('provider-absent');
  return provider;
}

const toDetail = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the provider says of itself. Plain HTTP is taken on this machine alone. */
async function discover(door: Door, { issuer, client_id }: ProviderSetting): Promise<Configuration> {
  const secret = loadProviderSecret(door.folder);
  const how = secret === null ? None() : ClientSecretBasic(secret);
  const execute = LOOPBACK.test(issuer) ? [allowInsecureRequests] : [];
  try {
    return await discovery(new URL(issuer), client_id, undefined, how, { execute, timeout: TIMEOUT_S });
  } catch (error) {
    throw new Refusal('provider-unreachable', { detail: toDetail(error) });
  }
}

/**
 * Begins to sign in by the provider: the address the page goes to, and the secret that the browser
 * keeps meanwhile, so that only the browser that began may end it.
 */
export async function beginProviderSignIn(
  door: Door,
  origin: string,
): Promise<{ readonly url: string; readonly secret: string }> {
  const provider = getProvider(door);
  const config = await discover(door, provider);
  const verifier = randomPKCECodeVerifier();
  const [state, nonce] = [randomState(), randomNonce()];
  const url = buildAuthorizationUrl(config, {
    redirect_uri: toRedirectUri(origin),
    scope: 'openid email profile',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  const secret = makeSecret();
  const expires = new Date(Date.parse(door.ports.clock()) + TICKET_MS).toISOString();
  const data = { verifier, state, nonce, redirect_uri: toRedirectUri(origin) };
  door.ledger.gatekeeping.putTicket(toDigest(secret), { kind: 'provider', person_id: null, data }, expires);
  return { url: url.href, secret };
}

/** The person whose address the provider vouches for; a name that people choose for themselves proves nothing. */
function findNamed({ ledger }: Door, claims: Claims) {
  const { email, email_verified } = claims;
  const known = email_verified === true && typeof email === 'string' ? toLogin(email) : null;
  const found =
    known === null ? undefined : (ledger.people.findByEmail(known) ?? ledger.people.findByLogin(known));
  if (!found || found.state !== 'active') throw new Refusal('provider-person-unknown');
  return found;
}

type Claims = Readonly<Record<string, unknown>>;

/** What the provider says of somebody: in the signed token, or where it leaves the address out, asked for. */
async function readClaims(
  config: Configuration,
  back: URL,
  ticket: Readonly<Record<string, string>>,
): Promise<Claims> {
  const tokens = await authorizationCodeGrant(config, back, {
    pkceCodeVerifier: ticket['verifier'],
    expectedState: ticket['state'],
    expectedNonce: ticket['nonce'],
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('no id token');
  if (claims['email'] !== undefined) return claims;
  return fetchUserInfo(config, tokens.access_token, claims.sub);
}

/**
 * Ends it: `url` is the whole address the browser was brought back to, `ticket` the secret it kept.
 * State, nonce, PKCE, signature, issuer and audience are checked; the person must exist already.
 * Refuses `sign-in-over`, `provider-refused`, `provider-person-unknown`.
 */
export async function endProviderSignIn(
  door: Door,
  given: { readonly ticket: string | null; readonly url: string },
  visit: Visit,
): Promise<SignedIn> {
  const provider = getProvider(door);
  const digest = toDigest(given.ticket ?? '');
  const ticket = door.ledger.gatekeeping.findTicket(digest, 'provider', door.ports.clock());
  if (!ticket) throw new Refusal('sign-in-over');
  // Once only, whatever comes of it.
  door.ledger.gatekeeping.dropTicket(digest);
  const kept = ticket.data as Readonly<Record<string, string>>;
  const config = await discover(door, provider);
  // The address is told by the browser: only what comes after the page is taken from it.
  const back = new URL(kept['redirect_uri'] ?? '');
  back.search = URL.canParse(given.url) ? new URL(given.url).search : '';
  const claims = await readClaims(config, back, kept).catch((error: unknown) => {
    throw new Refusal('provider-refused', { detail: toDetail(error) });
  });
  const person = findNamed(door, claims);
  return admit(door, person, provider.trusts_second_factor ? 'provider-with-code' : 'provider', visit);
}

/** The provider that is set, without its secret, and the address to register at it. */
export function findSignInSetting({ ledger, folder }: Pick<Door, 'ledger' | 'folder'>, origin: string) {
  const provider = findProvider(ledger);
  return {
    provider: provider && { ...provider, has_secret: loadProviderSecret(folder) !== null },
    redirect_uri: toRedirectUri(origin),
  };
}
