import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DiskEvent } from './read-trace.ts';

const PAGE = 4096;

type Change = { readonly at: number; readonly data: Buffer } | { readonly size: number };

interface File {
  readonly kind: 'file';
  durable: Buffer;
  pending: Change[];
}
interface Folder {
  readonly kind: 'folder';
  readonly durable: Map<string, Node>;
  readonly live: Map<string, Node>;
  pending: { readonly name: string; readonly node: Node | null }[];
}
type Node = File | Folder;

/** What of the unsynced part a power cut leaves: nothing, a random half of the pages, all, or the first half of each page. */
export const CUTS = ['none', 'half', 'all', 'torn'] as const;
export type Cut = (typeof CUTS)[number];

const newFolder = (): Folder => ({ kind: 'folder', durable: new Map(), live: new Map(), pending: [] });

function apply(bytes: Buffer, change: Change): Buffer {
  if ('size' in change) {
    return Buffer.concat([
      bytes.subarray(0, change.size),
      Buffer.alloc(Math.max(0, change.size - bytes.length)),
    ]);
  }
  const end = change.at + change.data.length;
  const grown =
    end > bytes.length ? Buffer.concat([bytes, Buffer.alloc(end - bytes.length)]) : Buffer.from(bytes);
  change.data.copy(grown, change.at);
  return grown;
}

/** The change as it may reach the disk: in pieces that each end at a page of the file. */
function toPages(change: Change): Change[] {
  if ('size' in change) return [change];
  const pages: Change[] = [];
  for (let done = 0; done < change.data.length; ) {
    const length = Math.min(PAGE - ((change.at + done) % PAGE), change.data.length - done);
    pages.push({ at: change.at + done, data: change.data.subarray(done, done + length) });
    done += length;
  }
  return pages;
}

/**
 * A disk that keeps of a file only what was fsynced, and of a folder only the names it had when
 * the folder was: the strictest reading of what an operating system promises.
 */
export class SimulatedDisk {
  readonly #root = newFolder();
  readonly #base: string;
  readonly #handles = new Map<number, { node: Node; position: number }>();

  /** `base` is the folder that exists before the program starts; what happens outside it is ignored. */
  constructor(base: string) {
    this.#base = base;
  }

  #folder(path: string): Folder | undefined {
    if (path === this.#base) return this.#root;
    if (!path.startsWith(`${this.#base}/`)) return undefined;
    const node = this.#folder(dirname(path))?.live.get(basename(path));
    return node?.kind === 'folder' ? node : undefined;
  }

  #name(path: string, node: Node | null): void {
    const folder = this.#folder(dirname(path));
    if (folder === undefined) return;
    const name = basename(path);
    if (node === null) folder.live.delete(name);
    else folder.live.set(name, node);
    folder.pending.push({ name, node });
  }

  #open(path: string, truncate: boolean): Node | undefined {
    const parent = this.#folder(dirname(path));
    const known = this.#folder(path) ?? parent?.live.get(basename(path));
    if (known?.kind === 'file' && truncate) known.pending.push({ size: 0 });
    if (known !== undefined || parent === undefined) return known;
    const made: File = { kind: 'file', durable: Buffer.alloc(0), pending: [] };
    this.#name(path, made);
    return made;
  }

  take(event: DiskEvent): void {
    switch (event.kind) {
      case 'open': {
        const node = this.#open(event.path, event.truncate);
        if (node === undefined) this.#handles.delete(event.fd);
        else this.#handles.set(event.fd, { node, position: 0 });
        return;
      }
      case 'close':
        this.#handles.delete(event.fd);
        return;
      case 'write':
      case 'resize': {
        const handle = this.#handles.get(event.fd);
        if (handle?.node.kind !== 'file') return;
        if (event.kind === 'resize') handle.node.pending.push({ size: event.size });
        else {
          handle.node.pending.push({ at: event.offset ?? handle.position, data: event.data });
          if (event.offset === null) handle.position += event.data.length;
        }
        return;
      }
      case 'sync': {
        const node = this.#handles.get(event.fd)?.node;
        if (node?.kind === 'file') {
          node.durable = node.pending.reduce(apply, node.durable);
          node.pending = [];
        } else if (node !== undefined) {
          for (const { name, node: named } of node.pending) {
            if (named === null) node.durable.delete(name);
            else node.durable.set(name, named);
          }
          node.pending = [];
        }
        return;
      }
      case 'rename': {
        const node = this.#folder(dirname(event.from))?.live.get(basename(event.from));
        if (node === undefined) return;
        this.#name(event.to, node);
        this.#name(event.from, null);
        return;
      }
      case 'remove':
        this.#name(event.path, null);
        return;
      case 'folder':
        this.#name(event.path, newFolder());
        return;
      default:
        event satisfies never;
    }
  }

  /** Writes the disk as a power cut now would leave it into an empty folder. */
  writeAfterCut(target: string, cut: Cut, random: () => number): void {
    const write = (folder: Folder, at: string): void => {
      mkdirSync(at, { recursive: true });
      const names = new Map(folder.durable);
      // A journalling file system orders the names of one folder: some first part of them is there.
      const share = cut === 'none' ? 0 : cut === 'all' ? 1 : random();
      for (const { name, node } of folder.pending.slice(0, Math.round(folder.pending.length * share))) {
        if (node === null) names.delete(name);
        else names.set(name, node);
      }
      for (const [name, node] of names) {
        if (node.kind === 'folder') write(node, join(at, name));
        else writeFileSync(join(at, name), toBytesAfterCut(node, cut, random));
      }
    };
    write(this.#root, target);
  }
}

function toBytesAfterCut(file: File, cut: Cut, random: () => number): Buffer {
  if (cut === 'none') return file.durable;
  let bytes = file.durable;
  for (const change of file.pending.flatMap(toPages)) {
    if (cut === 'half' && random() < 0.5) continue;
    const torn = cut === 'torn' && 'data' in change && random() < 0.5;
    bytes = apply(
      bytes,
      torn ? { at: change.at, data: change.data.subarray(0, Math.ceil(change.data.length / 2)) } : change,
    );
  }
  return bytes;
}
