import type { LocalText } from '../kernel/index.ts';
import { printCount } from './print-count.ts';

/** Why a mail did not go. */
export type ToldMailFailure =
  | 'not-found'
  | 'refused'
  | 'timeout'
  | 'not-secure'
  | 'certificate'
  | 'login'
  | 'sender'
  | 'recipient'
  | 'rejected'
  | 'other';

const FAILURES: Readonly<Record<ToldMailFailure, (host: string) => LocalText>> = {
  'not-found': (host) => ({
    es: `No se encontró el servidor «${host}». Revise cómo está escrito su nombre y que este equipo tenga red.`,
    en: `The server “${host}” was not found. Check how its name is written and that this machine has a network.`,
  }),
  refused: (host) => ({
    es: `«${host}» no aceptó la conexión. Revise el puerto, o pida que el cortafuegos deje pasar a este equipo.`,
    en: `“${host}” did not take the connection. Check the port, or ask for the firewall to let this machine through.`,
  }),
  timeout: (host) => ({
    es: `«${host}» no respondió a tiempo. Revise el puerto y el cortafuegos; si es pasajero, se vuelve a intentar.`,
    en: `“${host}” did not answer in time. Check the port and the firewall; if it passes, it is tried again.`,
  }),
  'not-secure': (host) => ({
    es: `«${host}» no ofrece el cifrado elegido, así que no se le envió nada. Pruebe el otro cifrado o el otro puerto (465 con TLS, 587 con STARTTLS).`,
    en: `“${host}” does not offer the encryption chosen, so nothing was sent to it. Try the other encryption or port (465 with TLS, 587 with STARTTLS).`,
  }),
  certificate: (host) => ({
    es: `El certificado de «${host}» no es válido para ese nombre o venció, así que no se le envió nada. Escriba el nombre que está en el certificado, o pida uno nuevo a quien lo administra.`,
    en: `The certificate of “${host}” is not valid for that name or has expired, so nothing was sent to it. Write the name that is in the certificate, or ask whoever runs it for a new one.`,
  }),
  login: (host) => ({
    es: `«${host}» no aceptó el usuario o la contraseña. Vuelva a escribirlos; algunos servidores piden una contraseña de aplicación.`,
    en: `“${host}” did not take the user or the password. Type them again; some servers ask for an application password.`,
  }),
  sender: (host) => ({
    es: `«${host}» no deja enviar en nombre de esa dirección. Use la del usuario con que se entra, o pida permiso para ella.`,
    en: `“${host}” does not let mail be sent in the name of that address. Use that of the user who signs in, or ask for leave to use it.`,
  }),
  recipient: (host) => ({
    es: `«${host}» no aceptó la dirección de destino. Revise cómo está escrita.`,
    en: `“${host}” did not take the address it goes to. Check how it is written.`,
  }),
  rejected: (host) => ({
    es: `«${host}» no aceptó el mensaje. Su respuesta dice por qué.`,
    en: `“${host}” did not take the message. Its answer says why.`,
  }),
  other: (host) => ({
    es: `No se pudo enviar por «${host}». Revise servidor, puerto y cifrado con quien lo administra.`,
    en: `It could not be sent by “${host}”. Check server, port and encryption with whoever runs it.`,
  }),
};

/** Why a mail did not go, with what to do. */
export function sayMailFailure(failure: ToldMailFailure, host: string): LocalText {
  return FAILURES[failure](host);
}

/** How the mail of the last seven days went. */
export function sayMailState({
  set,
  sent,
  failing,
  failure,
}: {
  readonly set: boolean;
  readonly sent: number;
  readonly failing: number;
  readonly failure: LocalText | null;
}): LocalText {
  if (!set)
    return {
      es: 'El correo no está configurado: los avisos se ven solo en las pantallas.',
      en: 'Mail is not configured: alerts are seen on the screens alone.',
    };
  if (failing > 0)
    return {
      es: `${printCount(failing, ['resumen no pudo', 'resúmenes no pudieron'], 'es')} salir por correo. ${failure?.es ?? ''}`,
      en: `${printCount(failing, ['digest', 'digests'], 'en')} could not go out by mail. ${failure?.en ?? ''}`,
    };
  if (sent === 0)
    return {
      es: 'El correo está configurado; en los últimos 7 días no hubo nada que enviar.',
      en: 'Mail is configured; in the last 7 days there was nothing to send.',
    };
  return {
    es: `En los últimos 7 días ${printCount(sent, ['resumen salió', 'resúmenes salieron'], 'es')} por correo, sin fallos.`,
    en: `In the last 7 days ${printCount(sent, ['digest', 'digests'], 'en')} went out by mail, without failures.`,
  };
}

/** That a test mail was taken. */
export function sayMailSent(address: string): LocalText {
  return {
    es: `El servidor aceptó el correo para ${address}. Mire si llegó; si no, busque en el correo no deseado.`,
    en: `The server took the mail for ${address}. See whether it arrived; if not, look among the unwanted mail.`,
  };
}
