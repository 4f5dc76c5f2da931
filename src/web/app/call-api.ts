import type { Answer, ROUTES, Route, Sent } from '../../contract/index.ts';
import { currentLanguage } from '../ui/language.ts';
import { Refused } from './refused.ts';

type AllRoutes = typeof ROUTES;

/** A verb of the wire: `get /api/health`. */
export type ApiKey = keyof AllRoutes;
type RouteOf<K extends ApiKey> = AllRoutes[K] extends Route ? AllRoutes[K] : never;
/** What is sent with a verb: `params`, `query`, `body`, or `file` and `name`. */
export type ApiSent<K extends ApiKey> = Sent<RouteOf<K>>;

/** The state of a long piece of work. */
export type Job = Answer<AllRoutes['get /api/jobs/{id}']>;
/** What a verb answers; a long one answers with its job. */
export type ApiAnswer<K extends ApiKey> = RouteOf<K>['mode'] extends 'job' ? Job : Answer<RouteOf<K>>;

/** What a long verb's job ends with, in its `result`. */
export type JobResult<K extends ApiKey> = Answer<RouteOf<K>>;

/** The loose shape under every {@link ApiSent}. */
interface AnySent {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly name?: string;
}

const LOST = {
  es: {
    code: 'no-answer',
    sentence: 'El servidor no responde. Compruebe que Circuito siga abierto e intente de nuevo.',
  },
  en: {
    code: 'no-answer',
    sentence: 'The server does not answer. Check that Circuito is running and try again.',
  },
};

/** The address of a verb with its path parameters and query filled in, for links and downloads. */
export function toAddress<K extends ApiKey>(key: K, sent?: Partial<ApiSent<K>>): string {
  const { params = {}, query = {} } = (sent ?? {}) as AnySent;
  const route = key.slice(key.indexOf(' ') + 1);
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

function toRequest(key: ApiKey, sent: AnySent, signal?: AbortSignal): RequestInit {
  const method = key.slice(0, key.indexOf(' ')).toUpperCase();
  const headers: Record<string, string> = { 'x-circuito-language': currentLanguage() };
  // A page of another origin cannot add this header, so the server demands it on every write.
  if (method !== 'GET') headers['x-circuito'] = '1';
  if (sent.file !== undefined) {
    headers['x-file-name'] = encodeURIComponent(sent.name ?? 'archivo');
    headers['content-type'] = 'application/octet-stream';
    return { method, headers, body: sent.file, signal };
  }
  if (sent.body === undefined) return { method, headers, signal };
  headers['content-type'] = 'application/json';
  return { method, headers, body: JSON.stringify(sent.body), signal };
}

async function toRefused(response: Response): Promise<Refused> {
  const text = await response.text();
  try {
    const { refused } = JSON.parse(text) as { refused: ConstructorParameters<typeof Refused>[1] };
    if (typeof refused.sentence === 'string') return new Refused(response.status, refused);
  } catch {
    // Not ours: a proxy's page, or half an answer.
  }
  return new Refused(response.status, LOST[currentLanguage()]);
}

async function request(key: ApiKey, sent: AnySent, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(toAddress(key, sent as never), toRequest(key, sent, signal));
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused(0, LOST[currentLanguage()]);
  }
  if (!response.ok) throw await toRefused(response);
  return response;
}

/** Calls a verb. What the server will not do comes out as {@link Refused}. */
export async function callApi<K extends ApiKey>(
  key: K,
  sent?: ApiSent<K>,
  signal?: AbortSignal,
): Promise<ApiAnswer<K>> {
  const response = await request(key, sent ?? {}, signal);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as ApiAnswer<K>;
}

/** Calls a verb that answers with a file, and gives the file and its name. */
export async function callForFile<K extends ApiKey>(
  key: K,
  sent?: ApiSent<K>,
): Promise<{ file: Blob; name: string }> {
  const response = await request(key, sent ?? {});
  const disposition = response.headers.get('content-disposition') ?? '';
  const name =
    /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1] ?? /filename="?([^";]+)/i.exec(disposition)?.[1];
  return { file: await response.blob(), name: name === undefined ? 'circuito' : decodeURIComponent(name) };
}
