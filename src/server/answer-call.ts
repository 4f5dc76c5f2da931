import { rm } from 'node:fs/promises';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Route } from '../contract/index.ts';
import {
  findProfile,
  identify,
  type Identity,
  type Institution,
  sayInOwnWords,
  toLocalToday,
  toUnprivileged,
} from '../usecases/index.ts';
import { answerFile } from './answer-file.ts';
import type { AppSettings } from './app-settings.ts';
import type { Call, FileAnswer, Handler, HostDoor } from './call.ts';
import { type Context, toAddress, toLanguage, toOrigin } from './caller.ts';
import { followJob, getJob, toJobAnswer } from './follow-job.ts';
import { gate, refuseForeign } from './gate.ts';
import type { Job } from './jobs.ts';
import { readCall } from './read-call.ts';
import { takeFile } from './take-file.ts';

/** What proves who calls: the secret of a session, or of a token. */
interface Proof {
  readonly session: string | null;
  readonly bearer: string | null;
  readonly ip: string;
}

/** Who calls, and how they proved it. */
interface Caller extends Proof {
  readonly identity: Identity | null;
}

/** The name of the cookie. Servers on one machine share their cookies whatever their port: over HTTP the port tells them apart. */
function toCookieName({ secure, port }: AppSettings): string {
  return secure ? '__Host-circuito' : `circuito-${port}`;
}

function readProof(context: Context, cookie: string): Proof {
  const bearer = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? null;
  const session = getCookie(context, cookie) ?? null;
  return { session: bearer === null ? session : null, bearer, ip: toAddress(context) };
}

/** Who that is now; null where nobody. */
function findIdentity(institution: Institution, { session, bearer, ip }: Proof): Identity | null {
  if (bearer !== null) return identify(institution, { bearer, ip });
  return session === null ? null : identify(institution, { session, ip });
}

/** Holds an answer against its schema: on in tests. */
function checkAnswer({ response }: Route, answer: unknown): void {
  if (typeof response === 'string') return;
  const found = response.safeParse(answer);
  if (!found.success) throw new Error(`an answer that its schema does not take: ${found.error.message}`);
}

/** Answers the calls of one route. */
export function toAnswerer(
  settings: AppSettings,
  door: Omit<HostDoor, 'getJob'>,
  route: Route,
  handler: Handler<Route>,
): (context: Context) => Promise<Response> {
  const { host, jobs, secure } = settings;
  const cookie = toCookieName(settings);

  /** What the handler gets; who calls and what they reach is asked again when the call's turn comes. */
  const toRun = (
    context: Context,
    { identity, session }: Caller,
    read: Awaited<ReturnType<typeof readCall>>,
    file: Call['file'],
  ): ((institution: Institution) => ReturnType<Handler<Route>>) => {
    const language = toLanguage(context, identity?.person ?? null);
    const always = {
      ...read,
      file,
      language,
      via: identity?.via ?? null,
      request: {
        ip: toAddress(context),
        agent: context.req.header('user-agent') ?? '',
        session,
        origin: toOrigin(context, secure),
      },
      setSession: (secret: string | null): void => {
        if (secret === null) deleteCookie(context, cookie, { path: '/', secure });
        else setCookie(context, cookie, secret, { path: '/', httpOnly: true, secure, sameSite: 'Lax' });
      },
      host: { ...door, getJob: (id: string) => toJobAnswer(getJob(jobs, id, identity), language) },
    };
    return (institution) => {
      const today = toLocalToday(institution);
      const person = identity && institution.ledger.people.person(identity.person.id, today);
      const later = identity !== null && identity.whole !== null;
      const now =
        identity && person
          ? { ...identity, person: later ? toUnprivileged(person) : person, whole: later ? person : null }
          : null;
      const scope = gate(route, now, today);
      return handler({ ...always, institution, today, scope, who: now?.person ?? null } as unknown as Call);
    };
  };

  const begin = (
    actor: string,
    run: (institution: Institution) => Promise<unknown>,
    sweep: () => Promise<void>,
  ): Job =>
    jobs.begin(actor, async (tell) => {
      const work = async (institution: Institution): Promise<unknown> => {
        tell.begin();
        const result = await run(institution);
        if (settings.check_answers) checkAnswer(route, result);
        return result;
      };
      try {
        return await host.write(work, { actor, progress: tell.progress });
      } finally {
        await sweep();
      }
    });

  const inMode = <T>(actor: string | null, run: (institution: Institution) => Promise<T>): Promise<T> => {
    const named = (institution: Institution) => run({ ...institution, ledger: institution.ledger.as(actor) });
    if (route.mode === 'open') return named(host.current());
    return route.mode === 'read' ? host.read(named) : host.write(run, { actor });
  };

  return async (context) => {
    if (route.may === 'public' && context.req.method !== 'GET') settings.knock(toAddress(context));
    const proof = readProof(context, cookie);
    const identity = findIdentity(host.current(), proof);
    const actor = identity?.person.id ?? null;
    if (actor !== null) context.set('who', actor);
    if (context.req.method !== 'GET') refuseForeign(context, identity, secure);
    gate(route, identity, toLocalToday(host.current()));
    const language = toLanguage(context, identity?.person ?? null);
    if (route.response === 'events') {
      const job = getJob(jobs, context.req.param('id') ?? '', identity);
      const isStill = () => findIdentity(host.current(), proof)?.person.id === job.owner;
      return followJob(context, jobs, job, language, isStill);
    }
    const { facts } = host.current();
    const file = route.body === 'file' ? await takeFile(context, facts.temp, settings.upload_bytes) : null;
    const sweep = async (): Promise<void> => {
      if (file) await rm(file.path, { force: true });
    };
    let handed = false;
    try {
      const run = toRun(context, { ...proof, identity }, await readCall(context, route), file);
      if (route.mode === 'job') {
        const job = begin(actor ?? '', run, sweep);
        handed = true;
        return context.json(toJobAnswer(job, language), 202);
      }
      const answer = await inMode(actor, run);
      if (route.response === 'file') return await answerFile(context, answer as unknown as FileAnswer);
      if (settings.check_answers) checkAnswer(route, answer);
      const { words } = findProfile(host.current().ledger) ?? {};
      return context.json(sayInOwnWords(answer as unknown as object, words));
    } finally {
      if (!handed) await sweep();
    }
  };
}
