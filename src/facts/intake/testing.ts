import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { Refusal, toSlug } from '../../kernel/index.ts';
import { CODE_PAGES } from './code-page.ts';
import { prepareFile } from './prepare-file.ts';
import type { PreparedFile, PrepareOptions } from './prepared-file.ts';

const KNOWN = new Set(['id', 'fecha', 'agencia', 'persona', 'estado', 'monto', 'nota', 'nombre', 'numero']);

/** Known names of the data set that the tests pretend to import. */
export function recognise(cells: string[]): number {
  return cells.filter((cell) => KNOWN.has(toSlug(cell))).length;
}

/** A folder of its own for the files of one test file, removed with `drop`. */
export function openBench() {
  const folder = mkdtempSync(join(tmpdir(), 'circuito-intake-'));
  let count = 0;
  const put = (content: string | Uint8Array, name?: string): string => {
    const path = join(folder, name ?? `archivo-${++count}.csv`);
    writeFileSync(path, content);
    return path;
  };
  const temp = join(folder, 'temp');
  mkdirSync(temp);
  return {
    put,
    folder,
    temp,
    prepare: (content: string | Uint8Array, options: PrepareOptions = {}) =>
      prepareFile(put(content), recognise, options, temp),
    /** The refusal that a content meets; nothing may be left behind. */
    refuse: async (content: string | Uint8Array, options: PrepareOptions = {}): Promise<Refusal> => {
      const path = put(content);
      try {
        const prepared = await prepareFile(path, recognise, options, temp);
        await prepared.dispose();
      } catch (error) {
        if (error instanceof Refusal) return error;
        throw error;
      }
      throw new Error('was not refused');
    },
    leftovers: () => readdirSync(temp),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Text in a one-byte encoding. */
export function encode(text: string, page: string): Buffer {
  const letters = CODE_PAGES[page]!.letters;
  return Buffer.from([...text].map((letter) => letters.indexOf(letter)));
}

export function encodeUtf16(text: string, order: 'le' | 'be', bom: boolean): Buffer {
  const bytes = Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

let engine: Promise<DuckDBInstance> | null = null;

/** What the engine reads of a prepared file, without any leniency; rows of nulls left out. */
export async function readByEngine(prepared: PreparedFile): Promise<string[][]> {
  engine ??= DuckDBInstance.create(':memory:');
  const connection = await (await engine).connect();
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const columns = prepared.header.map((_name, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const result = await connection.runAndReadAll(
    `select * from read_csv(${text(prepared.csv_path)}, auto_detect = false, header = true,
      skip = ${prepared.skip_lines}, delim = ${text(prepared.delimiter)}, quote = '"', escape = '"',
      columns = {${columns}}, max_line_size = 4000000)`,
  );
  const rows = result.getRowsJS().map((row) => row.map((cell) => (cell as string | null) ?? ''));
  connection.closeSync();
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** A zip made by hand, for the ones no honest writer makes. */
export function toZip(parts: readonly (readonly [name: string, content: string | Buffer])[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const data = Buffer.from(content as Buffer);
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, label, packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, label]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** The parts of a small workbook with one sheet, given as the XML of its rows. */
export function toWorkbookParts(sheetData: string, extra = ''): [string, string | Buffer][] {
  const open = 'http://schemas.openxmlformats.org';
  return [
    ['[Content_Types].xml', '<Types/>'],
    [
      '_rels/.rels',
      `<Relationships><Relationship Id="r1" Type="${open}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="r1" Type="${open}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${extra}<workbook><sheets><sheet name="Datos" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`],
  ];
}
