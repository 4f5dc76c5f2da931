import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Refusal } from '../kernel/index.ts';
import type { FileAnswer } from './call.ts';
import type { Context } from './caller.ts';

/** A name as a header takes it: RFC 8187, whatever is in it. */
function toHeaderName(name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed());
  return encoded.replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Answers with a file to keep. Refuses `file-gone` when it is no longer on the disk. */
export async function answerFile(context: Context, { name, type, content }: FileAnswer): Promise<Response> {
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${toHeaderName(name)}`,
  };
  if ('bytes' in content) return context.body(new Uint8Array(content.bytes), 200, headers);
  const file = await open(content.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Refusal('file-gone', { file: name });
    throw error;
  });
  const { size } = await file.stat();
  const body = Readable.toWeb(file.createReadStream()) as ReadableStream;
  return context.body(body, 200, { ...headers, 'content-length': String(size) });
}
