import type { ParamValue } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

const list = (value: ParamValue | undefined): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '');

/** Sentences of the server itself: what it refuses before any use case is asked. */
export const serverSentences: Sentences = {
  'request-unreadable': {
    es: (p) =>
      `Lo pedido no se entiende: ${p['detail_es'] ?? p['detail']}. Revise los datos y vuelva a intentarlo.`,
    en: (p) => `What was asked cannot be read: ${p['detail']}. Check it and try again.`,
  },
  'request-too-slow': {
    es: () =>
      'Lo enviado tardó demasiado en llegar y no se guardó nada. Compruebe la conexión y envíelo otra vez',
    en: () =>
      'What was sent took too long to arrive and nothing was kept. Check the connection and send it again',
  },
  'request-cut': {
    es: () => 'El envío se cortó a medio camino y no se guardó nada. Envíelo otra vez',
    en: () => 'What was sent was cut midway and nothing was kept. Send it again',
  },
  'file-gone': {
    es: (p) =>
      `El archivo «${p['file']}» ya no está en la carpeta de datos. Quien la administra puede recuperarlo de una copia`,
    en: (p) =>
      `The file “${p['file']}” is no longer in the data folder. Whoever administers it can bring it back from a backup`,
  },
  'not-signed-in': {
    es: () => 'Para ver esto hay que entrar con su usuario',
    en: () => 'Sign in to see this',
  },
  'not-allowed': {
    es: () => 'Su función no permite hacer esto. Quien administra las personas puede cambiarlo',
    en: () => 'Your role does not allow this. Whoever administers people can change it',
  },
  'second-factor-needed': {
    es: () => 'Su función exige un segundo paso al entrar. Actívelo en «Mi cuenta» para continuar',
    en: () => 'Your role requires a second step at sign-in. Turn it on in “My account” to go on',
  },
  'foreign-origin': {
    es: () => 'El pedido viene de otra página y no se atiende. Abra Circuito en su propia dirección',
    en: () => 'The request comes from another page and is not served. Open Circuito at its own address',
  },
  'host-unknown': {
    es: (p) =>
      `Este servidor no atiende la dirección «${p['host']}». Use la que se mostró al arrancar, o arránquelo con --name ${p['host']}`,
    en: (p) =>
      `This server does not answer for “${p['host']}”. Use the address shown at start, or start it with --name ${p['host']}`,
  },
  'route-not-found': {
    es: (p) => `No existe «${p['path']}»`,
    en: (p) => `There is no “${p['path']}”`,
  },
  'job-not-found': {
    es: () => 'Ese trabajo ya no está en memoria. Lo que hizo se ve en la lista de importaciones',
    en: () => 'That job is no longer in memory. What it did shows in the list of imports',
  },
  'upload-too-large': {
    es: (p) =>
      `El archivo pasa de ${p['limit_mb']} MB. Divídalo por meses, o impórtelo en el servidor con la orden import`,
    en: (p) =>
      `The file is over ${p['limit_mb']} MB. Split it by month, or import it on the server with the import command`,
  },
  'server-failed': {
    es: () =>
      'Algo falló dentro de Circuito. Lo que ya estaba guardado sigue guardado, y el fallo quedó anotado en el registro del servidor',
    en: () =>
      'Something failed inside Circuito. What was saved stays saved, and the failure is in the server log',
  },
  'server-stopping': {
    es: () => 'El servidor se está deteniendo. Vuelva a intentarlo en un momento',
    en: () => 'The server is stopping. Try again in a moment',
  },
  'server-busy': {
    es: () => 'Hay demasiados pedidos a la vez. Vuelva a intentarlo en unos segundos',
    en: () => 'There are too many requests at once. Try again in a few seconds',
  },
  'certificate-unreadable': {
    es: (p) => `No se puede leer el certificado: ${p['detail']}. Revise las rutas de --cert y --key`,
    en: (p) => `The certificate cannot be read: ${p['detail']}. Check the paths of --cert and --key`,
  },
  'port-taken': {
    es: (p) => `El puerto ${p['port']} está ocupado. Elija otro con --port, o 0 para cualquiera libre`,
    en: (p) => `Port ${p['port']} is taken. Choose another with --port, or 0 for any free one`,
  },
  'address-unusable': {
    es: (p) =>
      `Este equipo no deja atender en ${p['address']}, puerto ${p['port']} (${p['detail']}). Revise --host y elija otro puerto con --port; los menores de 1024 suelen estar reservados`,
    en: (p) =>
      `This machine does not let serve on ${p['address']}, port ${p['port']} (${p['detail']}). Check --host and choose another port with --port; those under 1024 are usually reserved`,
  },
  'backup-exists': {
    es: (p) => `La carpeta ${p['folder']} ya existe, y una copia no escribe sobre otra. Elija otro nombre`,
    en: (p) =>
      `The folder ${p['folder']} exists already, and a backup does not overwrite another. Choose another name`,
  },
  'backup-not-found': {
    es: (p) => `En ${p['folder']} no hay una copia de Circuito (falta copia.json)`,
    en: (p) => `There is no backup of Circuito in ${p['folder']} (copia.json is missing)`,
  },
  'backup-damaged': {
    es: (p) =>
      `La copia de ${p['folder']} no está como se hizo: ${list(p['files'])}. No se restauró nada; use otra copia`,
    en: (p) =>
      `The backup in ${p['folder']} is not as it was made: ${list(p['files'])}. Nothing was restored; use another one`,
  },
  'restore-not-empty': {
    es: (p) =>
      `La carpeta ${p['folder']} no está vacía, y restaurar no escribe sobre datos. Indique otra con --data`,
    en: (p) =>
      `The folder ${p['folder']} is not empty, and restoring does not overwrite data. Give another with --data`,
  },
  'web-not-built': {
    es: () => 'Falta construir las pantallas. Arranque con npm start, que las construye',
    en: () => 'The screens are not built. Start with npm start, which builds them',
  },
  'needs-server-stopped': {
    es: (p) =>
      `La orden «${p['command']}» necesita la carpeta para ella sola. Detenga el servidor y repítala`,
    en: (p) => `The command “${p['command']}” needs the folder to itself. Stop the server and repeat it`,
  },
};
