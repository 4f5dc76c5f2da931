import type { Language, LocalText } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printDate } from './print-date.ts';

/** What a mail tells somebody of a day. */
export interface DigestWords {
  readonly institution: string;
  /** Name of whom it goes to. */
  readonly person: string;
  readonly date: string;
  /** Ranked; `to` is a path of the screens. */
  readonly lines: readonly { readonly text: LocalText; readonly to: string }[];
  /** At most so many are written out; the rest is counted. */
  readonly most: number;
  /** Where the screens are opened, without a slash at the end. */
  readonly address: string;
}

/** A mail as it is sent. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A text on one line: what people wrote cannot begin another header, nor another line. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const PATH = '/mejoras/avisos';

/** The digest of a day as a mail: plain text, and the same as simple HTML. Says nothing that the lines do not. */
export function writeDigest(words: DigestWords, language: Language): MailText {
  const { lines, most, address } = words;
  const es = language === 'es';
  const day = printDate(words.date, language);
  const notices = printCount(lines.length, es ? ['aviso', 'avisos'] : ['alert', 'alerts'], language);
  const institution = onOneLine(words.institution);
  const subject = `${institution}: ${notices} ${es ? 'del' : 'of'} ${day}`;
  const shown = lines.slice(0, most);
  const rest = lines.length - shown.length;
  const texts = {
    hello: es ? `${onOneLine(words.person)}:` : `${onOneLine(words.person)},`,
    what: es
      ? `Esto es nuevo para usted al ${day}. No se repite mientras no cambie.`
      : `This is new to you on ${day}. It is not told again until it changes.`,
    more: es
      ? `Y ${printCount(rest, ['aviso más', 'avisos más'], 'es')}, en:`
      : `And ${printCount(rest, ['alert more', 'alerts more'], 'en')}, at:`,
    all: es ? 'Todos sus avisos:' : 'All your alerts:',
    why: es
      ? `Lo envía Circuito, de ${institution}. En esa pantalla puede dejar de recibirlo por correo.`
      : `Sent by Circuito, of ${institution}. On that screen you may stop receiving it by mail.`,
    look: es ? 'Ver' : 'Look',
  };
  const all = `${address}${PATH}`;
  const tail = rest > 0 ? texts.more : texts.all;
  const text = [
    texts.hello,
    '',
    texts.what,
    '',
    ...shown.flatMap((line, index) => [
      `${index + 1}. ${onOneLine(line.text[language])}`,
      `   ${address}${line.to}`,
      '',
    ]),
    tail,
    all,
    '',
    texts.why,
    '',
  ].join('\n');
  const items = shown.map(
    (line) =>
      `<li>${escapeHtml(onOneLine(line.text[language]))} <a href="${escapeHtml(address + line.to)}">${texts.look}</a></li>`,
  );
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>`,
    `<p>${escapeHtml(texts.hello)}</p><p>${escapeHtml(texts.what)}</p><ol>`,
    ...items,
    `</ol><p>${tail} <a href="${escapeHtml(all)}">${escapeHtml(all)}</a></p><p>${escapeHtml(texts.why)}</p>`,
    '</body></html>',
  ].join('\n');
  return { subject, text, html };
}

/** The mail by which an administrator tries the settings. */
export function writeTestMail(institution: string, address: string, language: Language): MailText {
  const es = language === 'es';
  const name = onOneLine(institution);
  const subject = es ? `${name}: prueba del correo` : `${name}: mail test`;
  const text = es
    ? `Si lee esto, Circuito puede enviar correos desde este servidor.\n\n${address}\n`
    : `If you read this, Circuito can send mail by this server.\n\n${address}\n`;
  const html = text
    .trim()
    .split('\n\n')
    .map((part) => `<p>${escapeHtml(part)}</p>`)
    .join('\n');
  return { subject, text, html };
}
