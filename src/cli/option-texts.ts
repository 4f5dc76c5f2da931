import type { Language } from '../kernel/index.ts';

/** What each option is for, by its name. */
const OPTIONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  period: {
    es: 'año (2011), semestre (2011-S1), trimestre (2011-Q2), mes (2011-06), semana (2011-W24), día (2011-06-03), o dos unidos por ..',
    en: 'year (2011), half-year (2011-S1), quarter (2011-Q2), month (2011-06), week (2011-W24), day (2011-06-03), or two joined by ..',
  },
  indicator: { es: 'indicador que se quiere', en: 'indicator wanted' },
  by: {
    es: 'separar por: agencia, ejecutivo, proceso, mes, hora… (repítala para cruzar)',
    en: 'split by: branch, executive, process, month, hour… (repeat it to cross)',
  },
  'as-of': {
    es: 'mirar como si fuera ese momento: 2011-06-30T16:00',
    en: 'look as if it were that instant: 2011-06-30T16:00',
  },
  port: {
    es: 'puerto en el que se abre (por defecto 4400 o el siguiente libre)',
    en: 'port to open on (default 4400 or the next free one)',
  },
  open: { es: 'abrir el navegador al empezar', en: 'open the browser at start' },
  demo: { es: 'con un banco inventado, para probar', en: 'with an invented bank, to try it' },
  host: {
    es: 'dirección en la que atiende a otras máquinas, por HTTPS (0.0.0.0 para todas)',
    en: 'address on which it serves other machines, over HTTPS (0.0.0.0 for all)',
  },
  name: { es: 'nombre con el que lo llaman los navegadores', en: 'name by which browsers call it' },
  cert: {
    es: 'archivo del certificado HTTPS; sin él se genera uno',
    en: 'file of the HTTPS certificate; without it one is made',
  },
  key: { es: 'archivo de la clave del certificado', en: 'file of the certificate key' },
  copies: {
    es: 'carpeta de las copias de respaldo que se hacen desde la pantalla; mejor en otro disco',
    en: 'folder of the backups made from the screen; better on another disk',
  },
  cause: { es: 'por qué se rectifica', en: 'why it is restated' },
  before: { es: 'período de antes del cambio', en: 'period before the change' },
  after: { es: 'período de después del cambio', en: 'period after the change' },
  against: {
    es: 'agencia donde no se cambió nada (se puede repetir)',
    en: 'branch where nothing was changed (may be repeated)',
  },
  unit: { es: 'solo esa agencia', en: 'only that branch' },
  person: { es: 'solo esa persona', en: 'only that person' },
  process: { es: 'solo ese proceso', en: 'only that process' },
  channel: { es: 'solo ese canal', en: 'only that channel' },
  schedule: { es: 'solo ese horario', en: 'only that schedule' },
  'where-not-counted': { es: 'solo las filas que no cuentan', en: 'only the rows that do not count' },
  limit: { es: 'cuántas filas se muestran', en: 'how many rows are shown' },
  out: { es: 'archivo que se escribe', en: 'file to write' },
  log: {
    es: 'registro de eventos: XES (también .gz) o CSV',
    en: 'event log: XES (.gz too) or CSV',
  },
  procedure: {
    es: 'procedimiento con el que se compara',
    en: 'procedure it is held against',
  },
  family: { es: 'familia de procesos que se mira', en: 'family of processes looked into' },
  count: { es: 'cuántos servicios se eligen', en: 'how many services are chosen' },
  coverage: {
    es: 'qué parte del volumen han de cubrir los elegidos: 0.8',
    en: 'which share of the volume the chosen have to cover: 0.8',
  },
  map: { es: 'archivo de equivalencia de columnas', en: 'mapping file of the columns' },
  'dry-run': { es: 'leer todo y no guardar nada', en: 'read everything and save nothing' },
  mask: { es: 'tapar los números de tarjeta', en: 'mask the card numbers' },
  dates: { es: 'orden de las fechas: dmy, mdy o ymd', en: 'order of the dates: dmy, mdy or ymd' },
  'control-rows': { es: 'filas que el archivo debe tener', en: 'rows the file must have' },
  'control-sum': {
    es: 'suma que una columna debe dar: COLUMNA=TOTAL',
    en: 'sum a column must give: COLUMN=TOTAL',
  },
  login: { es: 'usuario de la persona', en: 'user name of the person' },
  reason: { es: 'motivo, para el registro', en: 'reason, for the ledger' },
  size: { es: 'tiny (pequeño) o demo', en: 'tiny (small) or demo' },
  data: {
    es: 'carpeta de datos (por defecto ./circuito-data)',
    en: 'data folder (default ./circuito-data)',
  },
  lang: { es: 'es o en', en: 'es or en' },
  json: { es: 'datos para un programa, y nada más', en: 'data for a program, and nothing else' },
  help: { es: 'esta ayuda', en: 'this help' },
};

/** What an option is for; an option without words is a bug: plain Error. */
export function sayOption(language: Language, name: string): string {
  const words = OPTIONS[name];
  if (!words) throw new Error(`no words for option ${name}`);
  return words[language];
}
