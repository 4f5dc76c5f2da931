import type { ParamValue } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

const list = (value: ParamValue | undefined): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '');

const RESTORE_ES =
  'Restaure la carpeta completa desde un mismo respaldo (ledger.db, ledger.mark y raw). No borre nada antes: ' +
  'los archivos encontrados se guardaron como ledger.db.refused y ledger.db-wal.refused.';
const RESTORE_EN =
  'Restore the whole folder from one backup (ledger.db, ledger.mark and raw). Delete nothing first: the files ' +
  'as found were kept as ledger.db.refused and ledger.db-wal.refused.';

/** What the ledger and the raw-file store have to say. */
export const ledgerSentences: Sentences = {
  'folder-busy': {
    es: (p) =>
      `Otro programa está usando la carpeta de datos ${p.folder}. Espere a que termine o ciérrelo, y repita la orden.`,
    en: (p) =>
      `Another program is using the data folder ${p.folder}. Wait until it ends or close it, then try again.`,
  },
  'disk-full': {
    es: (p) =>
      `El disco de la carpeta ${p.folder} está lleno. Lo ya confirmado está a salvo; libere espacio y repita la orden.`,
    en: (p) =>
      `The disk of the folder ${p.folder} is full. What was confirmed is safe; free some space and try again.`,
  },
  'disk-error': {
    es: (p) =>
      `El disco de la carpeta ${p.folder} dio un error al leer o escribir (${p.detail}). No se confirmó nada de esta orden. Revise el disco antes de continuar y luego ejecute verify.`,
    en: (p) =>
      `The disk of the folder ${p.folder} failed while reading or writing (${p.detail}). Nothing of this command was confirmed. Check the disk before going on, then run verify.`,
  },
  'not-writable': {
    es: (p) =>
      `No se puede escribir en la carpeta ${p.folder} (${p.detail}). Pida permiso de escritura o elija otra carpeta con --data.`,
    en: (p) =>
      `The folder ${p.folder} cannot be written (${p.detail}). Ask for permission to write, or choose another folder with --data.`,
  },
  'source-unreadable': {
    es: (p) =>
      `No se pudo leer el archivo ${p.file} (${p.detail}). Revise que exista, que esté cerrado y que tenga permiso de lectura.`,
    en: (p) =>
      `The file ${p.file} could not be read (${p.detail}). Check that it exists, is closed, and that you may read it.`,
  },
  'sqlite-too-old': {
    es: (p) =>
      `Esta instalación trae SQLite ${p.version}, que puede dañar los datos. Instale Node 24.21 o posterior (SQLite ${p.wanted} o posterior) con npm ci.`,
    en: (p) =>
      `This installation carries SQLite ${p.version}, which may damage data. Install Node 24.21 or later (SQLite ${p.wanted} or later) with npm ci.`,
  },
  'unsafe-settings': {
    es: (p) =>
      `La carpeta ${p.folder} no permite guardar los datos con seguridad (${p.name} quedó en ${p.found} y debe ser ${p.wanted}). Use una carpeta en un disco local.`,
    en: (p) =>
      `The folder ${p.folder} does not allow data to be kept safely (${p.name} stayed at ${p.found} and must be ${p.wanted}). Use a folder on a local disk.`,
  },
  'ledger-newer': {
    es: (p) =>
      `Los datos de ${p.folder} fueron escritos por una versión más nueva del programa (esquema ${p.version}; esta conoce hasta ${p.known}). Actualice el programa.`,
    en: (p) =>
      `The data in ${p.folder} were written by a newer version of the program (schema ${p.version}; this one knows up to ${p.known}). Update the program.`,
  },
  'ledger-damaged': {
    es: (p) =>
      `El registro ${p.folder}/ledger.db está dañado (${p.detail}). Restaure la carpeta completa desde un mismo respaldo.`,
    en: (p) =>
      `The ledger ${p.folder}/ledger.db is damaged (${p.detail}). Restore the whole folder from one backup.`,
  },
  'ledger-rolled-back': {
    es: (p) =>
      `Al registro de ${p.folder} le faltan operaciones ya confirmadas: tiene ${p.entries} y debe tener ${p.marked ?? 'más'}. Alguien puso una copia anterior o el disco perdió datos. ${RESTORE_ES}`,
    en: (p) =>
      `The ledger of ${p.folder} lacks operations that were confirmed: it has ${p.entries} and must have ${p.marked ?? 'more'}. Somebody put back an older copy, or the disk lost data. ${RESTORE_EN}`,
  },
  'ledger-altered': {
    es: (p) =>
      `El registro de ${p.folder} no es el que este programa escribió: su historia no coincide con ledger.mark (operación ${p.marked}). ${RESTORE_ES}`,
    en: (p) =>
      `The ledger of ${p.folder} is not the one this program wrote: its history does not agree with ledger.mark (operation ${p.marked}). ${RESTORE_EN}`,
  },
  'ledger-mark-missing': {
    es: (p) =>
      `Falta o no se entiende ${p.folder}/ledger.mark, que prueba que el registro está completo (tiene ${p.entries} operaciones). ${RESTORE_ES}`,
    en: (p) =>
      `${p.folder}/ledger.mark, which proves that the ledger is complete (it has ${p.entries} operations), is missing or unreadable. ${RESTORE_EN}`,
  },
  'already-imported': {
    es: (p) =>
      `Este archivo ya está importado como ${p.id} (${p.file}, ${p.at}), leído de la misma manera. No se cambió nada. Para importarlo de nuevo, deshaga antes ${p.id}.`,
    en: (p) =>
      `This file is already imported as ${p.id} (${p.file}, ${p.at}), read the same way. Nothing was changed. To import it again, undo ${p.id} first.`,
  },
  'import-not-found': {
    es: (p) =>
      `No hay una importación en vigor llamada «${p.id}». ${list(p.known) === '' ? 'Vea la lista con imports.' : `Las últimas son: ${list(p.known)}.`}`,
    en: (p) =>
      `There is no import in force called “${p.id}”. ${list(p.known) === '' ? 'See the list with imports.' : `The latest are: ${list(p.known)}.`}`,
  },
  'import-ambiguous': {
    es: (p) =>
      `«${p.id}» puede ser cualquiera de estas importaciones: ${list(p.known)}. Escriba una completa.`,
    en: (p) => `“${p.id}” may be any of these imports: ${list(p.known)}. Write one in full.`,
  },
  'already-undone': {
    es: (p) => `La importación ${p.id} ya se deshizo (${p.at}). No se cambió nada.`,
    en: (p) => `The import ${p.id} was already undone (${p.at}). Nothing was changed.`,
  },
  'quarantine-row-not-found': {
    es: (p) =>
      `La importación ${p.import} no tiene por corregir la fila ${p.row}. Saque otra vez las filas por corregir y corrija ese archivo.`,
    en: (p) =>
      `Import ${p.import} has no row ${p.row} in quarantine. Take the quarantine out again and correct that file.`,
  },
  'merge-exists': {
    es: (p) => `«${p.from}» ya se lee como «${p.to}». Deshaga esa unión antes de hacer otra.`,
    en: (p) => `“${p.from}” is already read as “${p.to}”. Undo that merge before making another.`,
  },
  'merge-cycle': {
    es: (p) =>
      `«${p.to}» ya se lee como «${p.from}»: unirlas al revés las dejaría dando vueltas. Elija cuál de las dos queda.`,
    en: (p) =>
      `“${p.to}” is already read as “${p.from}”: merging them back would go round in circles. Choose which one stays.`,
  },
  'merge-not-found': {
    es: (p) => `«${p.from}» no está unida a ninguna otra escritura; no hay nada que deshacer.`,
    en: (p) => `“${p.from}” is not merged with any other spelling; there is nothing to undo.`,
  },
  'ledger-entry-altered': {
    es: (p) =>
      `La operación ${p.entry} del registro (${p.kind}) fue cambiada, movida o dañada después de escribirse.`,
    en: (p) =>
      `Operation ${p.entry} of the ledger (${p.kind}) was changed, moved or damaged after it was written.`,
  },
  'ledger-row-altered': {
    es: (p) => `La fila ${p.key} de ${p.table} no es la que dejó la operación ${p.entry}.`,
    en: (p) => `Row ${p.key} of ${p.table} is not the one that operation ${p.entry} left.`,
  },
  'ledger-row-missing': {
    es: (p) => `Falta la fila ${p.key} de ${p.table}, que escribió la operación ${p.entry}.`,
    en: (p) => `Row ${p.key} of ${p.table}, written by operation ${p.entry}, is missing.`,
  },
  'ledger-row-unknown': {
    es: (p) => `La fila ${p.key} de ${p.table} no la escribió ninguna operación del registro.`,
    en: (p) => `Row ${p.key} of ${p.table} was written by no operation of the ledger.`,
  },
  'ledger-quarantine-altered': {
    es: (p) =>
      `Las filas por corregir de la importación ${p.import} no son las que se guardaron en la operación ${p.entry} (filas ahora: ${p.rows}; entonces: ${p.wanted}).`,
    en: (p) =>
      `The quarantine of import ${p.import} is not the one kept by operation ${p.entry} (rows now: ${p.rows}; then: ${p.wanted}).`,
  },
  'ledger-file-damaged': {
    es: (p) => `El archivo ledger.db está dañado: ${p.detail}.`,
    en: (p) => `The file ledger.db is damaged: ${p.detail}.`,
  },
  'ledger-mark-differs': {
    es: (p) => `ledger.mark no coincide con las ${p.entries} operaciones del registro.`,
    en: (p) => `ledger.mark does not agree with the ${p.entries} operations of the ledger.`,
  },
  'ledger-known-head-differs': {
    es: (p) =>
      `El registro no es el que se anotó fuera: con ${p.known} operaciones terminaba de otra manera. Alguien puso otra copia en su lugar (ahora tiene ${p.entries}).`,
    en: (p) =>
      `The ledger is not the one that was noted elsewhere: with ${p.known} operations it ended otherwise. Somebody put another copy in its place (now it has ${p.entries}).`,
  },
};
