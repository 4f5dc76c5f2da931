import type { Context as AnyContext } from 'hono';
import type { Language, Person } from '../kernel/index.ts';

/** What a request is known by in the log. */
export interface Known {
  readonly Variables: { route: string; who: string };
}
export type Context = AnyContext<Known>;

interface Socket {
  readonly remoteAddress?: string;
  readonly localAddress?: string;
}

function toSocket(context: Context): Socket {
  const env = context.env as { readonly incoming?: { readonly socket?: Socket } } | undefined;
  return env?.incoming?.socket ?? {};
}

/** The network address a request comes from; empty where there is none. */
export function toAddress(context: Context): string {
  return toSocket(context).remoteAddress ?? '';
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** Whether a request comes from the machine the server runs on. */
export function isThisMachine(context: Context): boolean {
  const { remoteAddress = '', localAddress } = toSocket(context);
  return LOOPBACK.test(remoteAddress) || (remoteAddress !== '' && remoteAddress === localAddress);
}

/** The server's address as the browser sees it. */
export function toOrigin(context: Context, secure: boolean): string {
  return `${secure ? 'https' : 'http'}://${context.req.header('host') ?? ''}`;
}

/** The language asked for, else the person's own. */
export function toLanguage(context: Context, person: Person | null): Language {
  const asked = context.req.header('x-circuito-language');
  if (asked === 'es' || asked === 'en') return asked;
  return person?.language ?? 'es';
}
