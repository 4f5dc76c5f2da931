import { join } from 'node:path';
import { type Document, isMap, isScalar, type Node, Pair, parseDocument, Scalar, YAMLMap } from 'yaml';
import { type DeadlineRule, type LocalText, Refusal } from '../kernel/index.ts';
import type { Catalogue } from './catalogue.ts';
import { findText, replaceFile } from './own-calendar.ts';
import type { Written } from './sheet-fields.ts';
import { printWritten, toWrittenNode } from './written-node.ts';

/** Where the rules that a form writes are kept. */
const OWN_FILE = 'deadlines/propios.yaml';

/** One text where both languages say the same, as a person would write it. */
function toWritten({ es, en }: LocalText): Written {
  return es === en ? es : { es, en };
}

/** The fields of a rule that say something, in the order of the files. */
function toFields(rule: DeadlineRule, replaces: boolean): { readonly [key: string]: Written } {
  return {
    ...(replaces && { replaces: true }),
    name: toWritten(rule.name),
    kinds: [...rule.kinds],
    country: rule.country,
    regulator: rule.regulator,
    institutions: [...rule.institutions],
    ...(rule.when !== null && { when: rule.when }),
    from: rule.from,
    ...(rule.until !== null && { until: rule.until }),
    limit: { [rule.counts]: rule.amount },
    pauses: rule.pauses,
    source: toWritten(rule.source),
    ...(rule.confirmed !== null && { confirmed: rule.confirmed }),
    ...(rule.confirmed_by !== null && { confirmed_by: rule.confirmed_by }),
  };
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

type Fields = YAMLMap<Node, Node | null>;

/** Puts the fields of one entry into another, whose comments stay. */
function refill(entry: Fields, given: Fields): void {
  for (const { key, value } of given.items) {
    const same = entry.items.find((pair) => keyOf(pair) === String(key));
    if (same === undefined) entry.items.push(new Pair(key, value));
    else if (isScalar(same.value) && isScalar(value)) same.value.value = value.value;
    else same.value = value;
  }
  entry.items = entry.items.filter((pair) => given.items.some(({ key }) => String(key) === keyOf(pair)));
}

/** The rules of a file; a file that is no list of rules is refused, not written over. */
function entriesOf(document: Document, file: string): Fields {
  if (document.contents === null || (isMap(document.contents) && !document.has('deadlines')))
    document.set('deadlines', new YAMLMap());
  const found = document.errors.length > 0 ? null : document.get('deadlines');
  if (!isMap(found)) throw new Refusal('deadline-file-unreadable', { file: `packs/propio/${file}` });
  return found as Fields;
}

/** The own file that has a rule already, else the one that forms write. */
async function findFile(catalogue: Catalogue, folder: string, id: string): Promise<string> {
  const own = catalogue.deadlines.get(id)?.pack === 'propio';
  const files = own ? (catalogue.packs.find((pack) => pack.id === 'propio')?.files ?? []) : [];
  for (const file of files.filter((path) => path.startsWith('deadlines/'))) {
    const document = parseDocument((await findText(join(folder, file))) ?? '', { version: '1.2' });
    if (isMap(document.contents) && document.hasIn(['deadlines', id])) return file;
  }
  return OWN_FILE;
}

/**
 * Writes a deadline rule into the institution's own pack: in the place of the one of its id, or below
 * the others; one of ours of that id gives way to it (`replaces: true`). Comments of the file stay.
 * Whoever holds the content reads the packs again after. Refuses `deadline-file-unreadable`.
 *
 * @param folder folder of the institution's own pack
 * @returns the file written, from that folder: `deadlines/propios.yaml`
 */
export async function writeDeadline(
  catalogue: Catalogue,
  folder: string,
  rule: DeadlineRule,
): Promise<string> {
  const file = await findFile(catalogue, folder, rule.id);
  const text = await findText(join(folder, file));
  const document = parseDocument(text ?? '', { version: '1.2' });
  const entries = entriesOf(document, file);
  const kept = entries.items.find((pair) => keyOf(pair) === rule.id);
  const known = catalogue.deadlines.get(rule.id);
  const replaces =
    kept === undefined
      ? known !== undefined && known.pack !== 'propio'
      : isMap(kept.value) && kept.value.get('replaces') === true;
  const node = toWrittenNode(document, toFields(rule, replaces));
  if (kept === undefined) entries.items.push(new Pair<Node, Node | null>(new Scalar(rule.id), node));
  else if (isMap(kept.value) && isMap(node)) refill(kept.value as Fields, node as Fields);
  else kept.value = node;
  await replaceFile(join(folder, file), printWritten(document, text ?? ''));
  return file;
}
