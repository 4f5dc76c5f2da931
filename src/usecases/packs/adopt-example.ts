import { join, relative } from 'node:path';
import { type LocalText, Refusal } from '../../kernel/index.ts';
import { editSheet, printOwnProcess } from '../../library/index.ts';
import { type Content, type Institution } from '../institution.ts';
import { type KeptSheet, sheetKey } from '../kept-sheet.ts';
import { datasetsOf, getExample, loadExamples } from './list-examples.ts';
import {
  ensureOwnPack,
  findFile,
  findText,
  ownFolder,
  type PackText,
  toDigest,
  writeWhole,
} from './own-pack.ts';
import { proposeCode } from './propose-code.ts';
import { tryFiles } from './try-files.ts';

/** What was taken over with an example. */
export interface Adopted {
  readonly id: string;
  readonly name: LocalText;
  /** Data sets that are new here: their files are what is to be loaded next. */
  readonly datasets: readonly { readonly id: string; readonly name: LocalText }[];
  /** Files written, relative to the own pack. */
  readonly files: readonly string[];
}

/** One thing to copy: its kind of folder and its id. */
type Thing = readonly [kind: 'codes' | 'datasets' | 'processes' | 'populations', id: string];

/** Everything an example leans on that the institution does not have yet, what others need first. */
function listLacking(shelf: Content, here: Content, id: string): Thing[] {
  const { catalogue } = shelf;
  const things: Thing[] = [];
  for (const name of datasetsOf(shelf, id)) {
    const dataset = catalogue.datasets.get(name);
    if (!dataset || here.catalogue.datasets.has(name)) continue;
    for (const { codes } of dataset.columns)
      if (codes !== null && catalogue.codes.has(codes) && !here.catalogue.codes.has(codes))
        things.push(['codes', codes]);
    things.push(['datasets', name]);
  }
  const trail: Thing[] = [];
  let process = catalogue.processes.get(catalogue.sheets.get(id)?.process ?? '');
  while (process && !here.catalogue.processes.has(process.id)) {
    trail.unshift(['processes', process.id]);
    process = catalogue.processes.get(process.parent ?? '');
  }
  const population = catalogue.sheets.get(id)?.population.id ?? '';
  const isNamed = catalogue.populations.has(population) && !here.catalogue.populations.has(population);
  return [...trail, ...things, ...(isNamed ? ([['populations', population]] as const) : [])];
}

function packOf({ catalogue }: Content, [kind, id]: Thing, fallback: string): string {
  return kind === 'populations' ? fallback : (catalogue[kind].get(id)?.pack ?? fallback);
}

/**
 * Takes an example over: its sheet is copied into the own pack, with the data sets, codes and
 * process it leans on where the institution lacks them. From then on it is measured and changed
 * like any other. The content is to be read again by whoever holds it open.
 */
export async function adoptExample(
  institution: Institution,
  input: { readonly example: string },
): Promise<Adopted> {
  const { folder, content, ledger } = institution;
  const shelf = await loadExamples(institution);
  if (content.catalogue.sheets.has(input.example)) {
    const { name } = content.catalogue.sheets.get(input.example)!;
    throw new Refusal('indicator-exists', { indicator: input.example, ...name });
  }
  const sheet = getExample(shelf, input.example);
  await ensureOwnPack(folder);
  const own = ownFolder(folder);
  const lacking = listLacking(shelf, content, sheet.id);
  const overlay = new Map<string, string>();
  for (const thing of lacking) {
    const [kind, id] = thing;
    const file = await getText(shelf, kind, id, packOf(shelf, thing, sheet.pack));
    overlay.set(join(own, kind, `${id}.yaml`), file.text);
  }
  const file = await getText(shelf, 'indicators', sheet.id, sheet.pack);
  const code = sheet.code ?? proposeCode(sheet.name.es, content.catalogue);
  const text = editSheet(file.text, { code }, ['code']);
  overlay.set(join(own, 'indicators', `${sheet.id}.yaml`), text);
  const bytes = new Map([...overlay].map(([path, each]) => [path, new TextEncoder().encode(each)]));
  const {
    broken: [broken],
  } = await tryFiles(institution, bytes);
  if (broken) throw new Refusal('indicator-needed', { file: broken.where.file ?? '' });
  // The sheet goes last: whatever stops this in between leaves no sheet that leans on nothing.
  for (const [path, each] of overlay) {
    if ((await findText(path))?.text !== each) await writeWhole(path, each, { fresh: true });
  }
  const kept: KeptSheet = { version: sheet.version, reason: '', by: ledger.actor, text };
  ledger.changeSetting(sheetKey(sheet.id), kept);
  return {
    id: sheet.id,
    name: sheet.name,
    datasets: lacking.flatMap(([kind, id]) =>
      kind === 'datasets' ? [{ id, name: shelf.catalogue.datasets.get(id)!.name }] : [],
    ),
    files: [...overlay.keys()].map((path) => relative(own, path)),
  };
}

/** A process of a file that has others too, by itself: its name and place, and what it is known by. */
function printProcess({ catalogue }: Content, id: string): PackText | null {
  const process = catalogue.processes.get(id);
  if (!process) return null;
  const { name, parent, band, aliases } = process;
  const text = printOwnProcess({ id, name, parent, band, aliases });
  return { path: id, text, digest: toDigest(text) };
}

async function getText(shelf: Content, kind: string, id: string, pack: string): Promise<PackText> {
  const path = findFile(shelf, kind, id, pack);
  const found = path === null ? null : await findText(path);
  const file = found ?? (kind === 'processes' ? printProcess(shelf, id) : null);
  if (file === null) throw new Error(`no file ${kind}/${id} in pack ${pack}`);
  return file;
}
