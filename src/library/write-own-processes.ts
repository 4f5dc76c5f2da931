import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, isMap, parseDocument, YAMLMap } from 'yaml';
import type { Band, LocalText } from '../kernel/index.ts';

/** A process of the institution's own, as its form asks for it. */
export interface OwnProcess {
  readonly id: string;
  readonly name: LocalText;
  /** The family its results roll up to; null for a family of its own. */
  readonly parent: string | null;
  /** Band of the map, for a family of its own; null where the one above says it. */
  readonly band: Band | null;
  readonly aliases: readonly string[];
}

const FILE = join('processes', 'propios.yaml');

function toEntry({ name, parent, band, aliases }: OwnProcess): Record<string, unknown> {
  return {
    ...(parent !== null && { parent }),
    ...(band !== null && { band }),
    name: { es: name.es, en: name.en },
    ...(aliases.length > 0 && { aliases: [...aliases] }),
  };
}

const toText = (document: Document): string =>
  document.toString({ lineWidth: 110, flowCollectionPadding: false });

/** The text of a file of processes that has this one alone. */
export function printOwnProcess(process: OwnProcess): string {
  return toText(new Document({ processes: { [process.id]: toEntry(process) } }));
}

async function findText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/**
 * Adds processes of the institution's own to `processes/propios.yaml` of its pack, beside those that are
 * there; comments stay. All of them or none. Whoever holds the content reads the packs again after.
 *
 * @param folder folder of the institution's own pack
 * @returns the file written, from that folder
 */
export async function writeOwnProcesses(folder: string, processes: readonly OwnProcess[]): Promise<string> {
  const path = join(folder, FILE);
  const text = await findText(path);
  const document = text === null ? new Document({}) : parseDocument(text, { version: '1.2' });
  if (!isMap(document.get('processes'))) document.set('processes', new YAMLMap());
  for (const process of processes)
    document.setIn(['processes', process.id], document.createNode(toEntry(process)));
  await mkdir(join(folder, 'processes'), { recursive: true });
  await writeFile(`${path}.tmp`, toText(document), { flush: true });
  await rename(`${path}.tmp`, path);
  return FILE;
}
