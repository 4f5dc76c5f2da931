/** What a program did to files, in order, as strace saw it; paths are absolute. */
export type DiskEvent =
  | { readonly kind: 'open'; readonly fd: number; readonly path: string; readonly truncate: boolean }
  | { readonly kind: 'close'; readonly fd: number }
  | { readonly kind: 'write'; readonly fd: number; readonly data: Buffer; readonly offset: number | null }
  | { readonly kind: 'resize'; readonly fd: number; readonly size: number }
  | { readonly kind: 'sync'; readonly fd: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string };

/** Options of strace whose output `readTrace` understands: threads, every string whole and in hexadecimal. */
export const STRACE = [
  '-f',
  '-qq',
  '-xx',
  '-s',
  '100000000',
  '-e',
  'trace=open,openat,creat,close,write,writev,pwrite64,pwritev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,truncate,ftruncate,mkdir,mkdirat,link,linkat,copy_file_range,sync_file_range',
];

const decode = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

function toEvent(name: string, args: string, result: number): DiskEvent | undefined {
  const texts = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex]) => decode(hex ?? ''));
  const path = texts[0]?.toString() ?? '';
  const fd = Number(/^\d+/.exec(args)?.[0] ?? -1);
  const last = Number(/(\d+)$/.exec(args)?.[1] ?? 0);
  switch (name) {
    case 'open':
    case 'openat':
    case 'creat':
      return { kind: 'open', fd: result, path, truncate: args.includes('O_TRUNC') };
    case 'close':
      return { kind: 'close', fd };
    case 'write':
    case 'pwrite64': {
      const data = texts[0]?.subarray(0, result) ?? Buffer.alloc(0);
      return { kind: 'write', fd, data, offset: name === 'write' ? null : last };
    }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', fd };
    case 'ftruncate':
      return { kind: 'resize', fd, size: last };
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { kind: 'rename', from: path, to: texts[1]?.toString() ?? '' };
    case 'unlink':
    case 'unlinkat':
      return { kind: 'remove', path };
    case 'mkdir':
    case 'mkdirat':
      return { kind: 'folder', path };
    default:
      // A call the replay does not know would make its verdict worthless.
      throw new Error(`the replay does not understand ${name}(${args.slice(0, 200)})`);
  }
}

/** Reads the output of strace, joining the calls that another thread interrupted; failed calls are left out. */
export function readTrace(text: string): DiskEvent[] {
  const events: DiskEvent[] = [];
  const begun = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      begun.set(thread, rest.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const whole = resumed === null ? rest : `${begun.get(thread) ?? ''}${resumed[1] ?? ''}`;
    const call = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(whole);
    if (call === null || Number(call[3]) < 0) continue;
    const event = toEvent(call[1] ?? '', (call[2] ?? '').trim(), Number(call[3]));
    if (event !== undefined) events.push(event);
  }
  return events;
}
