import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Node } from 'yaml';
import { Document, isAlias, isMap, isScalar, isSeq, Pair, parseDocument, Scalar, visit, YAMLMap } from 'yaml';
import type { Characterisation, LocalText, Parties } from '../kernel/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Written } from './sheet-fields.ts';
import { printWritten, toWrittenNode } from './written-node.ts';

type Entries = YAMLMap<Node, Node | null>;

interface OwnFile {
  /** Path in the folder of the own pack. */
  readonly path: string;
  readonly text: string;
  readonly document: Document;
}

/** One text where both languages say the same, as a person would write it. */
function toWritten({ es, en }: LocalText): Written {
  return es === en ? es : { es, en };
}

/** The fields of a version that say something, in the order of the files. */
function toFields(version: Characterisation): { readonly [key: string]: Written } {
  const lists = (texts: readonly LocalText[]): Written => texts.map(toWritten);
  const parties = ({ internal, external }: Parties): { readonly [key: string]: Written } => ({
    ...(internal.length > 0 && { internal: lists(internal) }),
    ...(external.length > 0 && { external: lists(external) }),
  });
  const fields: { readonly [key: string]: Written } = {
    from: version.from,
    responsible: toWritten(version.responsible),
    objective: toWritten(version.objective),
    starts: toWritten(version.starts),
    ends: toWritten(version.ends),
    suppliers: parties(version.suppliers),
    inputs: lists(version.inputs),
    activities: lists(version.activities),
    outputs: lists(version.outputs),
    clients: parties(version.clients),
    documents: lists(version.documents),
    norms: lists(version.norms),
    resources: lists(version.resources),
    indicators: [...version.indicators],
  };
  const says = (value: Written): boolean => typeof value !== 'object' || Object.keys(value).length > 0;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value)));
}

async function findText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function entriesOf(document: Document): Entries | null {
  const found = document.get('processes');
  return isMap(found) ? (found as Entries) : null;
}

/** The entry of a process as its file has it, with the comments inside; null where the file has none. */
function findEntry(document: Document, process: string): Pair<Node, Node | null> | null {
  return entriesOf(document)?.items.find((pair) => keyOf(pair) === process) ?? null;
}

/** What was said once and repeated by a mark has no meaning in another file: it is said in full. */
function withoutMarks(document: Document, entry: Node | null): Node | null {
  let marked = false;
  visit(entry, {
    Node: (_, node) => {
      marked ||= isAlias(node) || ('anchor' in node && Boolean(node.anchor));
    },
  });
  return marked ? toWrittenNode(new Document({}), entry?.toJS(document) as Written) : entry;
}

/** Every file of processes of a pack, in the order they are read. */
async function loadProcessFiles(folder: string, files: readonly string[]): Promise<OwnFile[]> {
  const found: OwnFile[] = [];
  for (const path of files.filter((each) => each.startsWith('processes/'))) {
    const text = await findText(join(folder, path));
    if (text !== null) found.push({ path, text, document: parseDocument(text, { version: '1.2' }) });
  }
  return found;
}

/**
 * The file of the own pack that says what the process is: the one that has it, or a new one with a
 * copy of ours that takes its place.
 */
async function loadOwnFile(catalogue: Catalogue, folder: string, process: string): Promise<OwnFile> {
  const pack = catalogue.packs.find(({ id }) => id === catalogue.processes.get(process)?.pack);
  const files = pack ? await loadProcessFiles(pack.folder, pack.files) : [];
  const source = files.find(({ document }) => findEntry(document, process) !== null);
  if (pack === undefined || source === undefined) throw new Error(`no file of process ${process}`);
  if (resolve(pack.folder) === resolve(folder)) return source;
  const path = `processes/${process}.yaml`;
  const text = await findText(join(folder, path));
  const document = text === null ? new Document({}) : parseDocument(text, { version: '1.2' });
  if (entriesOf(document) === null) document.set('processes', new YAMLMap());
  const entry = withoutMarks(source.document, findEntry(source.document, process)?.value ?? null);
  if (!isMap(entry)) throw new Error(`process ${process} is no group of fields`);
  entry.set('replaces', true);
  const entries = entriesOf(document)!;
  const key = new Scalar(process);
  const at = entries.items.findIndex((pair) => keyOf(pair) === process);
  entries.items.splice(at < 0 ? entries.items.length : at, at < 0 ? 0 : 1, new Pair<Node, Node>(key, entry));
  return { path, text: text ?? source.text, document };
}

/** Puts a version among those of a process by its date; one of the same date gives way. */
function putVersion(document: Document, entry: YAMLMap, version: Characterisation): void {
  const node = toWrittenNode(document, toFields(version));
  const kept = entry.get('characterisations');
  if (!isSeq(kept)) {
    entry.set('characterisations', document.createNode([]));
    (entry.get('characterisations') as { items: Node[] }).items.push(node);
    return;
  }
  const items = kept.items as Node[];
  const fromOf = (item: Node): string => (isMap(item) ? String(item.get('from')) : '');
  const same = items.findIndex((item) => fromOf(item) === version.from);
  const later = items.findIndex((item) => fromOf(item) > version.from);
  if (same >= 0) items.splice(same, 1, node);
  else items.splice(later < 0 ? items.length : later, 0, node);
  kept.flow = false;
}

/**
 * Writes a version of what a process is into the institution's own pack: beside the versions before
 * it, by its date, where the process is the institution's own; else into a file that copies ours and
 * takes its place (`replaces: true`). Comments stay. Whoever holds the content reads the packs again after.
 *
 * @param folder folder of the institution's own pack
 * @returns the file written, from that folder: `processes/entrega-pin.yaml`
 */
export async function writeCharacterisation(
  catalogue: Catalogue,
  folder: string,
  process: string,
  version: Characterisation,
): Promise<string> {
  const { path, text, document } = await loadOwnFile(catalogue, folder, process);
  const entry = findEntry(document, process)?.value;
  if (!isMap(entry)) throw new Error(`process ${process} is no group of fields`);
  putVersion(document, entry, version);
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, printWritten(document, text));
  await rename(`${file}.tmp`, file);
  return path;
}
