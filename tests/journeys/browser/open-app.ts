import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { buildWeb } from '../../../scripts/build-web-files.ts';
import type { Role } from '../../../src/kernel/index.ts';
import { openBrowser } from '../browser.ts';
import { startTestServer, type TestServer } from '../start-server.ts';

export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Somebody at a browser of their own: its page, and what went wrong in it so far. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of scripts, and refusals of the page's policy; reading empties it. */
  readonly faults: () => string[];
  /** Opens an address of the app and waits until everything it asked for has come. */
  readonly go: (address: string) => Promise<void>;
  /** Goes to another screen without loading the page again, as a link does. */
  readonly move: (address: string) => Promise<void>;
  /** Waits until the page has asked for everything and drawn it. */
  readonly settle: () => Promise<void>;
  /** Goes down the page until nothing waits to be asked for, and back to the top. */
  readonly reachEnd: () => Promise<void>;
  /** The text one reads, each run of blanks as one. */
  readonly read: (selector?: string) => Promise<string>;
  /** Calls the wire with the cookie of this browser. */
  // oxlint-disable-next-line typescript/no-explicit-any -- who asks knows the shape of the answer
  readonly ask: (address: string) => Promise<{ readonly status: number; readonly body: any }>;
  readonly close: () => Promise<void>;
}

export interface App {
  readonly server: TestServer;
  /** A new browser profile that took a role of the demo; null for nobody yet. */
  readonly enter: (role: Role | null, options?: BrowserContextOptions) => Promise<Visitor>;
  readonly close: () => Promise<void>;
}

/** One blank for several, and plain ones: narrow and hard blanks are for the eye. */
export function toPlain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/**
 * True once nothing that is in the window is loading: no loader, no skeleton, a title, no colour on
 * its way to another, and two frames drawn since. What is further down is asked for when one gets there.
 */
const IS_DRAWN = `(async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  const loading = [...document.querySelectorAll('.mantine-Loader-root, .mantine-Skeleton-root, [data-loading="true"]')];
  return document.querySelector('h1') !== null && !loading.some((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
})()`;

async function toVisitor(context: BrowserContext, url: string): Promise<Visitor> {
  // Sooner than the test's own end, so that what was waited for is named.
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  const asked = new Set<unknown>();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    if (request.url().startsWith(url) && !request.url().endsWith('/events')) asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  const settle = async () => {
    const until = Date.now() + 15_000;
    for (let quiet = 0; quiet < 2; ) {
      if (Date.now() > until)
        throw new Error(`${page.url()} is still loading: ${toPlain(await page.innerText('body'))}`);
      // The server is in this same program: it needs its turns.
      await new Promise((resolve) => setTimeout(resolve, 10));
      const isDrawn = await page.evaluate(IS_DRAWN);
      quiet = isDrawn === true && asked.size === 0 ? quiet + 1 : 0;
    }
  };
  return {
    page,
    context,
    settle,
    move: async (address) => {
      await page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)})`);
      await settle();
    },
    reachEnd: async () => {
      const waiting = page.locator('.mantine-Skeleton-root');
      while ((await waiting.count()) > 0) {
        await page.evaluate("document.querySelector('.mantine-Skeleton-root')?.scrollIntoView()");
        await settle();
      }
      await page.evaluate('scrollTo(0, 0)');
    },
    faults: () => faults.splice(0),
    go: async (address) => {
      asked.clear();
      await page.goto(`${url}${address}`);
      await settle();
    },
    read: async (selector = 'main') => toPlain(await page.innerText(selector)),
    ask: async (address) => {
      const response = await context.request.get(`${url}${address}`);
      return { status: response.status(), body: (await response.json()) as unknown };
    },
    close: () => context.close(),
  };
}

/** A real server over a world, on the clock given or a folder given, and a real browser before it. */
export async function openApp(
  world: 'tiny' | 'demo' | null,
  { clock, folder }: { readonly clock?: () => string; readonly folder?: string } = {},
): Promise<App> {
  await buildWeb();
  const [server, browser] = await Promise.all([
    startTestServer({ world, ...(clock && { clock }), ...(folder !== undefined && { folder }) }),
    openBrowser(),
  ]);
  return {
    server,
    enter: async (role, options = {}) => {
      const context = await browser.newContext({
        viewport: WIDE,
        locale: 'es-EC',
        reducedMotion: 'reduce',
        ...options,
      });
      if (role !== null) {
        const data = { role };
        const headers = { origin: server.url };
        const response = await context.request.post(`${server.url}/api/demo/role`, { data, headers });
        if (!response.ok()) throw new Error(`no role ${role}: ${await response.text()}`);
      }
      return toVisitor(context, server.url);
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
