import { Refusal } from '../../kernel/index.ts';
import { toBuiltInKind, toNumberKind } from './excel-value.ts';
import type { NumberKind } from './excel-value.ts';
import type { WorkbookZip } from './open-workbook-zip.ts';
import { findAttribute, XmlScanner } from './scan-xml.ts';
import type { XmlVisitor } from './scan-xml.ts';

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What all sheets of a workbook share. */
export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly from_1904: boolean;
  readonly strings: readonly string[];
  /** What each cell style shows of a number. */
  readonly kinds: readonly NumberKind[];
}

async function scanPart(zip: WorkbookZip, name: string, visitor: XmlVisitor): Promise<boolean> {
  const scanner = new XmlScanner(visitor);
  return zip.readPart(name, (text) => scanner.push(text));
}

/** Names and parts of the relations that a part declares, by id. */
async function readRelations(
  zip: WorkbookZip,
  part: string,
): Promise<Map<string, { type: string; target: string }>> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
  const relations = new Map<string, { type: string; target: string }>();
  await scanPart(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = findAttribute(attributes, 'Target') ?? '';
      relations.set(findAttribute(attributes, 'Id') ?? '', {
        type: (findAttribute(attributes, 'Type') ?? '').split('/').pop()!,
        target: target.startsWith('/') ? target.slice(1) : joinPart(folder, target),
      });
    },
  });
  return relations;
}

function joinPart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Text as spreadsheets hide control characters in it: `_x000D_` is a carriage return. */
export function toCellText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

async function readStrings(zip: WorkbookZip, part: string): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  await scanPart(zip, part, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = phonetic === 0;
      else if (name === 'rPh') phonetic++;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(toCellText(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
    },
  });
  return strings;
}

async function readKinds(zip: WorkbookZip, part: string): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  await scanPart(zip, part, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        codes.set(
          Number(findAttribute(attributes, 'numFmtId')),
          findAttribute(attributes, 'formatCode') ?? '',
        );
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(findAttribute(attributes, 'numFmtId') ?? 0);
        const code = codes.get(id);
        kinds.push(code === undefined ? toBuiltInKind(id) : toNumberKind(code));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}

/** Refuses what is a zip but no .xlsx, each by its own code. */
function checkKind(zip: WorkbookZip): void {
  const names = new Set(zip.names);
  if (names.has('[Content_Types].xml')) {
    if (zip.names.some((name) => name.toLowerCase().endsWith('workbook.bin')))
      throw new Refusal('binary-workbook');
    if (zip.names.some((name) => name.startsWith('word/') || name.startsWith('ppt/')))
      throw new Refusal('not-a-table');
    return;
  }
  if (names.has('mimetype') && names.has('content.xml')) throw new Refusal('ods-file');
  throw new Refusal('packed-file');
}

/**
 * Reads what the sheets of a workbook need: their names, the texts they share, the formats of
 * numbers, and whether dates count from 1900 or 1904. Refuses `ods-file`, `binary-workbook`,
 * `packed-file`, `not-a-table`, `workbook-damaged`, `xml-entities`.
 */
export async function readWorkbook(zip: WorkbookZip): Promise<WorkbookParts> {
  checkKind(zip);
  const root = await readRelations(zip, '');
  const main =
    [...root.values()].find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await readRelations(zip, main);
  const sheets: SheetEntry[] = [];
  let from_1904 = false;
  const found = await scanPart(zip, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr')
        from_1904 = /^(1|true|on)$/i.test(findAttribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(findAttribute(attributes, 'id') ?? '');
      if (!relation || relation.type !== 'worksheet') return;
      const state = findAttribute(attributes, 'state') ?? 'visible';
      sheets.push({
        name: findAttribute(attributes, 'name') ?? '',
        part: relation.target,
        hidden: state !== 'visible',
      });
    },
  });
  if (!found || sheets.length === 0) throw new Refusal('workbook-damaged');
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target;
  const stringsPart = partOf('sharedStrings');
  const stylesPart = partOf('styles');
  return {
    sheets,
    from_1904,
    strings: stringsPart ? await readStrings(zip, stringsPart) : [],
    kinds: stylesPart ? await readKinds(zip, stylesPart) : [],
  };
}
