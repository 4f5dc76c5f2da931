import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

interface WebFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly br: Buffer | null;
}

/** The screens as they were built, held in memory and compressed once. */
export interface WebFiles {
  readonly answer: (context: Context) => Response | null;
}

/** Where the response's nonce goes in the page. */
const NONCE = '__NONCE__';

/** What a page may load: itself alone. Styles that the page's own code adds bear the nonce of the answer. */
function toPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What was compressed when the screens were built, or null where that was not done. */
async function findCompressed(path: string): Promise<Pick<WebFile, 'gzip' | 'br'> | null> {
  const [small, br] = await Promise.all([`${path}.gz`, `${path}.br`].map((name) => readFile(name))).catch(
    () => [],
  );
  return small && br ? { gzip: small, br } : null;
}

async function loadFile(path: string): Promise<WebFile> {
  const plain = await readFile(path);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  if (/woff2|png/.test(type)) return { type, plain, gzip: null, br: null };
  const compressed = await findCompressed(path);
  if (compressed) return { type, plain, ...compressed };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const [small, br] = await Promise.all([promisify(gzip)(plain), promisify(brotliCompress)(plain, quality)]);
  return { type, plain, gzip: small, br };
}

/** Loads the built screens of a folder; null when they were not built. */
export async function loadWebFiles(folder: string): Promise<WebFiles | null> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!names?.some(({ name }) => name === 'index.html')) return null;
  const files = new Map<string, WebFile>();
  for (const entry of names) {
    if (!entry.isFile() || /\.(?:gz|br)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length).replaceAll('\\', '/'), await loadFile(path));
  }
  const page = files.get('/index.html')!;
  return {
    answer: (context) => {
      const path = context.req.path;
      const file = files.get(path);
      // Every address that is not a file is a screen: the page reads the address itself.
      if (!file || path === '/index.html') {
        const isPart = extname(path) !== '' || path.startsWith('/assets/');
        if (isPart && path !== '/index.html') return null;
        const nonce = randomBytes(16).toString('base64');
        return context.body(page.plain.toString('utf8').replaceAll(NONCE, nonce), 200, {
          'content-type': page.type,
          'cache-control': 'no-store',
          'content-security-policy': toPolicy(nonce),
        });
      }
      const accepts = context.req.header('accept-encoding') ?? '';
      const kind =
        accepts.includes('br') && file.br ? 'br' : accepts.includes('gzip') && file.gzip ? 'gzip' : null;
      const body = kind === null ? file.plain : file[kind]!;
      return context.body(new Uint8Array(body), 200, {
        'content-type': file.type,
        'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        ...(kind && { 'content-encoding': kind }),
        vary: 'accept-encoding',
      });
    },
  };
}
