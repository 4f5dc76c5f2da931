import type { Params } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

function list(params: Params, name: string): string {
  const value = params[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

function meant(params: Params, es: boolean): string {
  const hint = String(params['hint'] ?? '');
  return hint === '' ? '' : es ? ` ¿Quiso decir «${hint}»?` : ` Did you mean "${hint}"?`;
}

const NOT_WRITTEN: Readonly<Record<string, readonly [es: string, en: string]>> = {
  ENOENT: ['la carpeta no existe', 'the folder does not exist'],
  ENOTDIR: ['una parte de la ruta no es una carpeta', 'a part of the path is not a folder'],
  EISDIR: ['es una carpeta', 'it is a folder'],
  EACCES: ['no tiene permiso', 'you have no permission'],
  EPERM: ['no tiene permiso', 'you have no permission'],
  EROFS: ['el disco es de solo lectura', 'the disk is read-only'],
  EBUSY: ['otro programa lo tiene abierto', 'another program has it open'],
  ENOSPC: ['no queda espacio en el disco', 'there is no space left on the disk'],
};

function whyNotWritten(params: Params, es: boolean): string {
  const known = NOT_WRITTEN[String(params['reason'])]?.[es ? 0 : 1] ?? String(params['detail'] ?? '');
  return known === '' ? '' : `: ${known}`;
}

/** Sentences of the use cases and the command line. */
export const cliSentences: Sentences = {
  'command-not-found': {
    es: (p) =>
      `No existe la orden «${p['command']}».${meant(p, true)} Las órdenes son: ${list(p, 'commands')}. Para ver cómo se usan: circuito help.`,
    en: (p) =>
      `There is no command "${p['command']}".${meant(p, false)} The commands are: ${list(p, 'commands')}. To see how they are used: circuito help.`,
  },
  usage: {
    es: (p) =>
      `La orden no está completa o le sobra algo. Se usa así: circuito ${p['command']} ${p['usage']}`,
    en: (p) =>
      `The command is incomplete or has something too many. Usage: circuito ${p['command']} ${p['usage']}`,
  },
  'option-not-found': {
    es: (p) =>
      `No existe la opción ${p['option']}.${meant(p, true)} Se usa así: circuito ${p['command']} ${p['usage']}`,
    en: (p) =>
      `There is no option ${p['option']}.${meant(p, false)} Usage: circuito ${p['command']} ${p['usage']}`,
  },
  'data-folder-missing': {
    es: (p) =>
      `No existe la carpeta de datos «${p['folder']}».${meant(p, true)} Elíjala con --data CARPETA. Para empezar una: npm run -s circuito -- import requests ARCHIVO --data CARPETA, o npm run -s circuito -- demo para un mundo de prueba.`,
    en: (p) =>
      `There is no data folder "${p['folder']}".${meant(p, false)} Choose it with --data FOLDER. To begin one: npm run -s circuito -- import requests FILE --data FOLDER, or npm run -s circuito -- demo for a trial world.`,
  },
  'dataset-not-found': {
    es: (p) =>
      `No existe el conjunto de datos «${p['dataset']}».${meant(p, true)} Los que hay son: ${list(p, 'es')}.`,
    en: (p) => `There is no data set "${p['dataset']}".${meant(p, false)} Those there are: ${list(p, 'en')}.`,
  },
  'option-unreadable': {
    es: (p) => `La opción --${p['option']} no admite «${p['value']}». Admite: ${list(p, 'values')}.`,
    en: (p) => `Option --${p['option']} does not take "${p['value']}". It takes: ${list(p, 'values')}.`,
  },
  'period-unreadable': {
    es: (p) =>
      `El período «${p['period']}» no se entiende. Escriba --period con un año (2011), semestre (2011-S1), trimestre (2011-Q2), mes (2011-06), semana (2011-W24) o día (2011-06-03).`,
    en: (p) =>
      `The period "${p['period']}" cannot be read. Write --period with a year (2011), half-year (2011-S1), quarter (2011-Q2), month (2011-06), week (2011-W24) or day (2011-06-03).`,
  },
  'instant-unreadable': {
    es: (p) =>
      `El momento «${p['instant']}» no se entiende. Escríbalo así: 2011-06-30, 2011-06-30T16:00 o 2011-06-30T16:00:00-05:00.`,
    en: (p) =>
      `The instant "${p['instant']}" cannot be read. Write it like 2011-06-30, 2011-06-30T16:00 or 2011-06-30T16:00:00-05:00.`,
  },
  'indicator-not-found': {
    es: (p) =>
      `No existe el indicador «${p['indicator']}».${meant(p, true)} Los que hay son: ${list(p, 'indicators')}.`,
    en: (p) =>
      `There is no indicator "${p['indicator']}".${meant(p, false)} Those there are: ${list(p, 'indicators')}.`,
  },
  'indicator-has-problems': {
    es: (p) =>
      `El indicador «${p['indicator']}» no se puede medir: su ficha tiene errores. Para verlos: npm run -s circuito -- check.`,
    en: (p) =>
      `Indicator "${p['indicator']}" cannot be measured: its sheet has errors. To see them: npm run -s circuito -- check.`,
  },
  'dimension-not-found': {
    es: (p) =>
      `No se puede separar por «${p['dimension']}».${meant(p, true)} Se puede por: ${list(p, 'es')}.`,
    en: (p) =>
      `Results cannot be split by "${p['dimension']}".${meant(p, false)} They can by: ${list(p, 'en')}.`,
  },
  'pack-not-found': {
    es: (p) =>
      `No existe la carpeta «${p['folder']}». Indique la carpeta del paquete, la que contiene pack.yaml.`,
    en: (p) => `There is no folder "${p['folder']}". Give the pack's folder, the one that holds pack.yaml.`,
  },
  'nothing-to-correct': {
    es: () => 'No hay filas por corregir: no se escribió ningún archivo.',
    en: () => 'There are no rows to correct: no file was written.',
  },
  'raw-file-missing': {
    es: (p) =>
      `Falta el archivo original de la importación ${p['import']} (${p['file']}) en la carpeta de datos. Impórtelo de nuevo desde su copia, restaure la carpeta desde su respaldo, o deshaga esa importación: npm run -s circuito -- undo ${p['import']}.`,
    en: (p) =>
      `The original file of import ${p['import']} (${p['file']}) is missing from the data folder. Import it again from your copy, restore the folder from its backup, or undo that import: npm run -s circuito -- undo ${p['import']}.`,
  },
  'raw-file-damaged': {
    es: (p) =>
      `El archivo original de la importación ${p['import']} (${p['file']}) está dañado en la carpeta de datos y no se puede usar. Impórtelo de nuevo desde su copia, restaure la carpeta desde su respaldo, o deshaga esa importación: npm run -s circuito -- undo ${p['import']}.`,
    en: (p) =>
      `The original file of import ${p['import']} (${p['file']}) is damaged in the data folder and cannot be used. Import it again from your copy, restore the folder from its backup, or undo that import: npm run -s circuito -- undo ${p['import']}.`,
  },
  'raw-file-gone': {
    es: () => 'El archivo original ya no está en la carpeta de datos. Restaure la carpeta desde su respaldo.',
    en: () => 'The original file is no longer in the data folder. Restore the folder from its backup.',
  },
  'raw-file-altered': {
    es: () =>
      'El archivo original fue cambiado o está dañado: su huella no coincide con la registrada. Restaure la carpeta desde su respaldo, o vuelva a traer el mismo archivo.',
    en: () =>
      'The original file was changed or is damaged: its digest is not the one recorded. Restore the folder from its backup, or bring the same file again.',
  },
  'facts-differ': {
    es: (p) =>
      `Los hechos de «${p['dataset']}» no son los que salen de los archivos originales. Para rehacerlos: npm run -s circuito -- rebuild.`,
    en: (p) =>
      `The facts of "${p['dataset']}" are not those the original files give. To make them again: npm run -s circuito -- rebuild.`,
  },
  'control-total-differs': {
    es: (p) =>
      `El total de control no coincide (${p['what'] === 'rows' ? 'filas' : `suma de ${p['what']}`}): le dieron ${p['given']} y el archivo tiene ${p['read']}. No se importó nada. Pida el archivo completo o corrija el total.`,
    en: (p) =>
      `The control total differs (${p['what'] === 'rows' ? 'rows' : `sum of ${p['what']}`}): you were given ${p['given']} and the file has ${p['read']}. Nothing was imported. Ask for the whole file or correct the total.`,
  },
  'control-column-unknown': {
    es: (p) =>
      `«${p['column']}» no es una columna de números de ${p['dataset']}: no se puede comparar su suma.`,
    en: (p) => `"${p['column']}" is not a column of numbers of ${p['dataset']}: its sum cannot be compared.`,
  },
  'rows-too-many': {
    es: (p) =>
      `Son ${p['n']} filas y una hoja de cálculo admite 1.048.576. Elija un período más corto o una sola unidad.`,
    en: (p) =>
      `There are ${p['n']} rows and a spreadsheet takes 1,048,576. Choose a shorter period or one unit.`,
  },
  'option-missing': {
    es: (p) => `Falta la opción --${p['option']}. Por ejemplo: --${p['option']} ${p['example']}.`,
    en: (p) => `Option --${p['option']} is missing. For example: --${p['option']} ${p['example']}.`,
  },
  'filter-unavailable': {
    es: (p) =>
      `El indicador «${p['indicator']}» no se puede separar por «${p['dimension']}»: los datos de «${p['dataset']}» no lo tienen. Quite ese filtro.`,
    en: (p) =>
      `Indicator "${p['indicator']}" cannot be split by "${p['dimension']}": the data of "${p['dataset']}" do not have it. Remove that filter.`,
  },
  'out-not-writable': {
    es: (p) =>
      `No se puede escribir «${p['file']}»${whyNotWritten(p, true)}. Elija con --out una carpeta que exista y en la que pueda escribir.`,
    en: (p) =>
      `"${p['file']}" cannot be written${whyNotWritten(p, false)}. Choose with --out a folder that exists and that you may write to.`,
  },
  'merge-dimension-unknown': {
    es: (p) => `No se unen nombres de «${p['dimension']}». Se pueden unir los de: ${list(p, 'dimensions')}.`,
    en: (p) => `Names of "${p['dimension']}" are not merged. Those of these are: ${list(p, 'dimensions')}.`,
  },
  'spelling-not-seen': {
    es: (p) => `«${p['value']}» no aparece en los datos.${meant(p, true)} Escríbalo tal como está en ellos.`,
    en: (p) => `"${p['value']}" is not in the data.${meant(p, false)} Write it as it stands there.`,
  },
};
