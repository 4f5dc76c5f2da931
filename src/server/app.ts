import { Hono } from 'hono';
import { type Route, ROUTES } from '../contract/index.ts';
import { Refusal } from '../kernel/index.ts';
import { toAnswerer } from './answer-call.ts';
import { answerError } from './answer-error.ts';
import type { AppSettings } from './app-settings.ts';
import type { HostDoor } from './call.ts';
import type { Context, Known } from './caller.ts';
import { refuseStrangeHost } from './gate.ts';
import { HANDLERS } from './handlers/index.ts';
import { toOpenApi } from './open-api.ts';

/** What a browser is told with every answer. */
const HEADERS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
];
/** Unless the answer says its own. */
const DEFAULTS: readonly (readonly [string, string])[] = [
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cache-control', 'no-store'],
];

function refuseUnknownPath(context: Context): never {
  throw new Refusal('route-not-found', { path: context.req.path.slice(0, 200) });
}

/** Builds what answers requests: the wire's routes, its description, and the screens. */
export function toApp(settings: AppSettings): Hono<Known> {
  const { host, secure, log, now_ms } = settings;
  const app = new Hono<Known>();
  const answerFailure = (context: Context, error: unknown) =>
    answerError(context, error, host.current().ports.clock(), log);

  const door: Omit<HostDoor, 'getJob'> = {
    reloadContent: async () => {
      await host.reload();
      return host.current();
    },
    write: (actor, work) => host.write(work, { actor }),
    version: host.version,
    demo: settings.demo,
    backups: settings.backups,
    mailer: settings.mailer,
    health: () => ({ ready: !settings.stopping(), version: settings.version, writing: host.writing() }),
  };

  app.onError((error, context) => answerFailure(context, error));
  app.use('*', async (context, next) => {
    const start = now_ms();
    try {
      refuseStrangeHost(context, settings.names);
      if (settings.stopping()) throw new Refusal('server-stopping');
      // A call is answered whole or not at all: what only a header is wanted of would be made for nothing.
      if (context.req.method === 'HEAD' && context.req.path.startsWith('/api/')) refuseUnknownPath(context);
      await next();
    } catch (error) {
      context.res = answerFailure(context, error);
    }
    const { headers } = context.res;
    for (const [name, value] of HEADERS) headers.set(name, value);
    for (const [name, value] of DEFAULTS) if (!headers.has(name)) headers.set(name, value);
    if (secure) headers.set('strict-transport-security', 'max-age=31536000');
    const ms = now_ms() - start;
    headers.set('server-timing', `total;dur=${ms.toFixed(1)}`);
    log({
      at: host.current().ports.clock(),
      kind: 'request',
      method: context.req.method,
      route: context.get('route') ?? '-',
      status: context.res.status,
      ms: Math.round(ms * 10) / 10,
      who: context.get('who') ?? null,
    });
  });

  for (const [key, route] of Object.entries(ROUTES) as [keyof typeof HANDLERS, Route][]) {
    const [method, path] = key.split(' ') as ['get' | 'post' | 'put' | 'delete', string];
    const answer = toAnswerer(settings, door, route, HANDLERS[key]);
    app[method](path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) => {
      context.set('route', key);
      return answer(context);
    });
  }

  let described: string | null = null;
  app.get('/api/openapi.json', (context) => {
    described ??= JSON.stringify(toOpenApi(settings.version));
    return context.body(described, 200, { 'content-type': 'application/json' });
  });
  app.get('/health', (context) => context.json(door.health()));
  app.all('/api/*', refuseUnknownPath);
  app.get('*', (context) => {
    if (!settings.web) throw new Refusal('web-not-built');
    return settings.web.answer(context) ?? refuseUnknownPath(context);
  });
  app.notFound(refuseUnknownPath);
  return app;
}
