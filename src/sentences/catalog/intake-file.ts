import type { ParamValue, Params } from '../../kernel/index.ts';
import { printNumber } from '../print-number.ts';
import type { Sentences } from './sentence-entry.ts';

function list(value: ParamValue | undefined): string {
  return Array.isArray(value) ? value.map((item) => `«${item}»`).join(', ') : String(value ?? '');
}

const lineEs = (p: Params) => (p.line ? `, línea ${p.line}` : '');
const lineEn = (p: Params) => (p.line ? `, line ${p.line}` : '');

/** What to ask whoever sends a file whose own total is another than what was read: `less` is in it than was read. */
function askWhy(than: unknown, language: 'es' | 'en'): string {
  if (language === 'es')
    return than === 'less'
      ? 'Pregunte a quien lo envía si sobran filas (repetidas, o de otras fechas)'
      : 'Pregunte a quien lo envía si faltan filas';
  return than === 'less'
    ? 'Ask who sends it whether there are rows too many (repeated, or of other dates)'
    : 'Ask who sends it whether rows are missing';
}

/** What is said of files that cannot be read, and of what was noticed while reading them. */
export const intakeFileSentences: Sentences = {
  'file-not-found': {
    es: (p) => `No se encuentra el archivo ${p.file}. Revise el nombre y la carpeta.`,
    en: (p) => `The file ${p.file} was not found. Check its name and folder.`,
  },
  'not-a-file': {
    es: (p) =>
      `${p.file} no es un archivo sino una carpeta u otra cosa. Indique el archivo que contiene los datos.`,
    en: (p) => `${p.file} is not a file but a folder or something else. Name the file that holds the data.`,
  },
  'file-empty': {
    es: (p) => `${p.file} está vacío: no hay encabezado ni filas. Vuelva a exportarlo.`,
    en: (p) => `${p.file} is empty: it has neither header nor rows. Export it again.`,
  },
  'header-without-rows': {
    es: (p) =>
      `${p.file} tiene encabezado (línea ${p.line}) pero ninguna fila debajo. Revise el período o el filtro con que se exportó.`,
    en: (p) =>
      `${p.file} has a header (line ${p.line}) but no rows below it. Check the period or filter it was exported with.`,
  },
  'old-xls': {
    es: (p) =>
      `${p.file} es un libro .xls antiguo (Excel 97-2003), que no se lee. Ábralo y guárdelo como «Libro de Excel (.xlsx)» o como CSV UTF-8.`,
    en: (p) =>
      `${p.file} is an old .xls workbook (Excel 97-2003), which is not read. Open it and save it as “Excel workbook (.xlsx)” or as CSV UTF-8.`,
  },
  'encrypted-workbook': {
    es: (p) => `${p.file} está protegido con contraseña. Guarde una copia sin contraseña e impórtela.`,
    en: (p) => `${p.file} is protected by a password. Save a copy without password and import that.`,
  },
  'binary-workbook': {
    es: (p) =>
      `${p.file} es un libro binario (.xlsb), que no se lee. Guárdelo como «Libro de Excel (.xlsx)».`,
    en: (p) =>
      `${p.file} is a binary workbook (.xlsb), which is not read. Save it as “Excel workbook (.xlsx)”.`,
  },
  'ods-file': {
    es: (p) =>
      `${p.file} es una hoja de LibreOffice (.ods), que no se lee. Guárdela como .xlsx o como CSV UTF-8.`,
    en: (p) =>
      `${p.file} is a LibreOffice spreadsheet (.ods), which is not read. Save it as .xlsx or as CSV UTF-8.`,
  },
  'pdf-file': {
    es: (p) =>
      `${p.file} es un PDF: un documento para leer, no una tabla. Pida los mismos datos en CSV o .xlsx.`,
    en: (p) => `${p.file} is a PDF: a document to read, not a table. Ask for the same data as CSV or .xlsx.`,
  },
  'html-file': {
    es: (p) =>
      `${p.file} es una página web guardada con otro nombre (algunos sistemas la llaman .xls). Ábrala con Excel o LibreOffice y guárdela como .xlsx o CSV UTF-8.`,
    en: (p) =>
      `${p.file} is a web page saved under another name (some systems call it .xls). Open it with Excel or LibreOffice and save it as .xlsx or CSV UTF-8.`,
  },
  'xml-file': {
    es: (p) => `${p.file} es un archivo XML, no una tabla. Expórtelo como CSV o .xlsx.`,
    en: (p) => `${p.file} is an XML file, not a table. Export it as CSV or .xlsx.`,
  },
  'packed-file': {
    es: (p) => `${p.file} es un archivo comprimido. Extraiga el archivo que tiene dentro e impórtelo.`,
    en: (p) => `${p.file} is a packed archive. Extract the file inside and import that.`,
  },
  'not-a-table': {
    es: (p) =>
      `${p.file} no es una tabla (es una imagen, un documento u otro formato). Expórtelo como CSV o .xlsx.`,
    en: (p) =>
      `${p.file} is not a table (it is an image, a document or another format). Export it as CSV or .xlsx.`,
  },
  'workbook-damaged': {
    es: (p) =>
      `El libro ${p.file} está dañado o incompleto. Ábralo en Excel o LibreOffice y guárdelo de nuevo.`,
    en: (p) =>
      `The workbook ${p.file} is damaged or incomplete. Open it in Excel or LibreOffice and save it again.`,
  },
  'zip-too-large': {
    es: (p) =>
      `El libro ${p.file} ocupa más de ${p.limit_mb} MB al abrirse. Divídalo por meses o expórtelo como CSV, que no tiene ese límite.`,
    en: (p) =>
      `The workbook ${p.file} takes more than ${p.limit_mb} MB once opened. Split it by month or export it as CSV, which has no such limit.`,
  },
  'zip-bomb': {
    es: (p) =>
      `El libro ${p.file} está comprimido más de ${p.limit} a 1, como los archivos hechos para bloquear un programa. Si es legítimo, expórtelo como CSV.`,
    en: (p) =>
      `The workbook ${p.file} is packed more than ${p.limit} to 1, like files made to block a program. If it is genuine, export it as CSV.`,
  },
  'zip-too-many-entries': {
    es: (p) =>
      `El libro ${p.file} contiene más de ${p.limit} partes. Copie la hoja de datos a un libro nuevo.`,
    en: (p) =>
      `The workbook ${p.file} holds more than ${p.limit} parts. Copy the data sheet into a new workbook.`,
  },
  'zip-unsafe-name': {
    es: (p) =>
      `El libro ${p.file} contiene partes con nombres que salen de su carpeta, lo que ningún Excel escribe. No se abre; pida el archivo de nuevo a su origen.`,
    en: (p) =>
      `The workbook ${p.file} holds parts whose names leave its folder, which no Excel writes. It is not opened; ask its source for the file again.`,
  },
  'xml-entities': {
    es: (p) =>
      `El libro ${p.file} lleva definiciones XML que ningún Excel escribe. No se abre; copie los datos a un libro nuevo.`,
    en: (p) =>
      `The workbook ${p.file} carries XML definitions that no Excel writes. It is not opened; copy the data into a new workbook.`,
  },
  'sheet-not-found': {
    es: (p) =>
      `${p.file} no tiene una hoja «${p.sheet}». Tiene: ${list(p.sheets)}. Corrija la hoja en la equivalencia.`,
    en: (p) =>
      `${p.file} has no sheet “${p.sheet}”. It has: ${list(p.sheets)}. Correct the sheet in the mapping.`,
  },
  'fixed-width': {
    es: (p) =>
      `${p.file} parece de ancho fijo (columnas alineadas con espacios), que no se lee. Ábralo en Excel con «Texto en columnas, de ancho fijo» y guárdelo como .xlsx o CSV.`,
    en: (p) =>
      `${p.file} looks like fixed width (columns aligned by spaces), which is not read. Open it in Excel with “Text to columns, fixed width” and save it as .xlsx or CSV.`,
  },
  'delimiter-not-found': {
    es: (p) =>
      `En ${p.file} no se distingue qué separa las columnas (se probó coma, punto y coma, tabulador y barra |). Indique el separador en la equivalencia: delimiter.`,
    en: (p) =>
      `In ${p.file} it cannot be told what separates the columns (comma, semicolon, tab and bar | were tried). Name the separator in the mapping: delimiter.`,
  },
  'unknown-delimiter': {
    es: (p) => `«${p.delimiter}» no es un separador que se pueda usar. Use coma, punto y coma, tab o |.`,
    en: (p) => `“${p.delimiter}” is not a separator that can be used. Use comma, semicolon, tab or |.`,
  },
  'unknown-encoding': {
    es: (p) =>
      `«${p.encoding}» no es una codificación conocida. Use utf-8, windows-1252, cp850, cp437, iso-8859-15, utf-16le o utf-16be.`,
    en: (p) =>
      `“${p.encoding}” is not a known encoding. Use utf-8, windows-1252, cp850, cp437, iso-8859-15, utf-16le or utf-16be.`,
  },
  'header-line-not-found': {
    es: (p) =>
      `${p.file} no tiene encabezado en la línea ${p.line} (está en blanco o no existe). Corrija header_line en la equivalencia.`,
    en: (p) =>
      `${p.file} has no header on line ${p.line} (it is blank or does not exist). Correct header_line in the mapping.`,
  },
  'too-many-columns': {
    es: (p) =>
      `${p.file}${lineEs(p)}: ${p.columns} columnas; el máximo es ${p.limit}. Revise el separador o quite las columnas que no se usan.`,
    en: (p) =>
      `${p.file}${lineEn(p)}: ${p.columns} columns; at most ${p.limit} are read. Check the separator or remove columns that are not used.`,
  },
  'line-too-long': {
    es: (p) =>
      `${p.file}, línea ${p.line}: una sola fila ocupa más de ${p.limit_mb} MB. El archivo está dañado o no es una tabla; vuelva a exportarlo.`,
    en: (p) =>
      `${p.file}, line ${p.line}: a single row takes more than ${p.limit_mb} MB. The file is damaged or is no table; export it again.`,
  },
  'unclosed-quote': {
    es: (p) =>
      `${p.file}, línea ${p.line}: se abre una comilla (") que no se cierra, y las filas siguientes quedarían dentro de ella. Ciérrela, o escríbala doble ("") si es parte del texto.`,
    en: (p) =>
      `${p.file}, line ${p.line}: a quote (") is opened and never closed, and the rows after it would fall inside. Close it, or write it twice ("") if it is part of the text.`,
  },
  'nul-bytes': {
    es: (p) =>
      `${p.file}, línea ${p.line}: hay bytes nulos, que ningún texto tiene. El archivo está dañado o no es una tabla; vuelva a exportarlo.`,
    en: (p) =>
      `${p.file}, line ${p.line}: there are null bytes, which no text has. The file is damaged or is no table; export it again.`,
  },
  'encoding-invalid': {
    es: (p) =>
      `${p.file}${lineEs(p)}: el contenido no corresponde a la codificación ${p.encoding}. Quite encoding de la equivalencia para que se detecte, o vuelva a exportar como CSV UTF-8.`,
    en: (p) =>
      `${p.file}${lineEn(p)}: the content does not fit the encoding ${p.encoding}. Remove encoding from the mapping so that it is detected, or export again as CSV UTF-8.`,
  },
  'encoding-mixed': {
    es: (p) =>
      `${p.file} mezcla dos codificaciones: la línea ${p.line} está escrita de otra manera que el resto, y sus tildes se perderían. Suele pasar al pegar dos archivos: expórtelos por separado o guarde todo como CSV UTF-8.`,
    en: (p) =>
      `${p.file} mixes two encodings: line ${p.line} is written differently from the rest, and its accents would be lost. This happens when two files are pasted together: export them apart or save all as CSV UTF-8.`,
  },
  'encoding-ambiguous': {
    es: (p) =>
      `${p.file}, línea ${p.line}: las tildes se pueden leer de dos maneras, «${p.reading_1}» (${p.encoding_1}) o «${p.reading_2}» (${p.encoding_2}). Escriba la correcta en la equivalencia, por ejemplo encoding: ${p.encoding_1}, o exporte como CSV UTF-8.`,
    en: (p) =>
      `${p.file}, line ${p.line}: its accents can be read two ways, “${p.reading_1}” (${p.encoding_1}) or “${p.reading_2}” (${p.encoding_2}). Write the right one in the mapping, for instance encoding: ${p.encoding_1}, or export as CSV UTF-8.`,
  },
  'encoding-undefined-byte': {
    es: (p) =>
      `${p.file}, línea ${p.line}: el byte ${p.byte} no es ninguna letra en ${p.encoding}. Corrija esa línea, o indique otra codificación en la equivalencia: encoding.`,
    en: (p) =>
      `${p.file}, line ${p.line}: the byte ${p.byte} is no letter in ${p.encoding}. Correct that line, or name another encoding in the mapping: encoding.`,
  },
  'double-encoded': {
    es: (p) =>
      `${p.file}, línea ${p.line}: dice «${p.text}» donde seguramente decía «${p.reading}»: el archivo se convirtió dos veces. Vuelva a exportarlo como CSV UTF-8; si el texto es correcto así, escriba encoding: utf-8 en la equivalencia.`,
    en: (p) =>
      `${p.file}, line ${p.line}: it says “${p.text}” where it surely said “${p.reading}”: the file was converted twice. Export it again as CSV UTF-8; if the text is right as it is, write encoding: utf-8 in the mapping.`,
  },
  // Warnings: said after file and line.
  'total-rows-left-out': {
    es: (p) =>
      `al final ${p.count === 1 ? 'quedó fuera 1 fila' : `quedaron fuera ${p.count} filas`} de totales o notas («${p.text}»); no son datos.`,
    en: (p) =>
      `at the end ${p.count === 1 ? '1 row of totals or notes was' : `${p.count} rows of totals or notes were`} left out (“${p.text}”); they are not data.`,
  },
  // {text, read, than}: `than` says whether the file's own total is more or less than what was read.
  'file-count-differs': {
    es: (p) =>
      `el total del archivo dice «${p.text}» y se leyeron ${printNumber(Number(p.read), 'es')} filas. ${askWhy(p.than, 'es')}, o si ese total es de otra cosa.`,
    en: (p) =>
      `the total of the file says “${p.text}” and ${printNumber(Number(p.read), 'en')} rows were read. ${askWhy(p.than, 'en')}, or whether that total is of something else.`,
  },
  'file-sum-differs': {
    es: (p) =>
      `el total del archivo dice «${p.text}» en «${p.header}» y lo que se leyó suma ${printNumber(Number(p.read), 'es')}. ${askWhy(p.than, 'es')}; una celda que no se pudo leer no suma.`,
    en: (p) =>
      `the total of the file says “${p.text}” in “${p.header}” and what was read adds up to ${printNumber(Number(p.read), 'en')}. ${askWhy(p.than, 'en')}; a cell that could not be read does not add up.`,
  },
  'description-row': {
    es: () =>
      `la fila describe las columnas (palabras donde las demás tienen números) y se dejó fuera; no es un dato.`,
    en: () =>
      `the row describes the columns (words where the other rows have numbers) and was left out; it is not data.`,
  },
  'uneven-rows': {
    es: (p) =>
      `no todas las filas tienen las ${p.columns} celdas del encabezado: ${p.short} con menos y ${p.long} con más; la primera, en la línea ${p.line}. Revise si falta una comilla o sobra un separador.`,
    en: (p) =>
      `not all rows have the ${p.columns} cells of the header: ${p.short} have fewer and ${p.long} more; the first is on line ${p.line}. Check for a missing quote or a separator too many.`,
  },
  'irregular-quotes': {
    es: (p) =>
      `${p.count === 1 ? '1 fila usa' : `${p.count} filas usan`} comillas fuera de la regla (la primera, en la línea ${p.line}); se leyeron como parte del texto. Compruebe esas filas.`,
    en: (p) =>
      `${p.count === 1 ? '1 row uses' : `${p.count} rows use`} quotes against the rule (the first on line ${p.line}); they were read as part of the text. Check those rows.`,
  },
  'lost-letters': {
    es: () =>
      `hay letras que ya venían perdidas (�). Los nombres con ese signo no coincidirán con los correctos; vuelva a exportar desde el origen si puede.`,
    en: () =>
      `some letters were already lost (�). Names with that sign will not match the right ones; export again from the source if you can.`,
  },
  'sheets-look-alike': {
    es: (p) =>
      `se leyó la hoja «${p.sheet}», pero también tienen esas columnas: ${list(p.sheets)}. Si hay que importarlas, indique la hoja (sheet) en la equivalencia, una vez por hoja.`,
    en: (p) =>
      `the sheet “${p.sheet}” was read, but these have the same columns: ${list(p.sheets)}. If they must be imported, name the sheet in the mapping, once per sheet.`,
  },
  'false-leap-day': {
    es: (p) =>
      `${p.count} celda(s) traen el 29 de febrero de 1900, que no existió (la primera, en la fila ${p.line}). Es un error conocido de Excel: corrija la fecha.`,
    en: (p) =>
      `${p.count} cell(s) hold 29 February 1900, which never was (the first in row ${p.line}). It is a known error of Excel: correct the date.`,
  },
  'long-numbers': {
    es: (p) =>
      `${p.count} celda(s) guardan números de más de 15 cifras (la primera, en la fila ${p.line}); Excel ya perdió las últimas. Exporte esa columna como texto.`,
    en: (p) =>
      `${p.count} cell(s) keep numbers of more than 15 digits (the first in row ${p.line}); Excel had already lost the last ones. Export that column as text.`,
  },
  'error-cells': {
    es: (p) =>
      `${p.count} celda(s) muestran un error de fórmula como #N/A (la primera, en la fila ${p.line}). Se leen como ese texto; corríjalas en el libro.`,
    en: (p) =>
      `${p.count} cell(s) show a formula error such as #N/A (the first in row ${p.line}). They are read as that text; correct them in the workbook.`,
  },
};
