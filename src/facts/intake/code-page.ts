/** A one-byte encoding: bytes below 0x80 are ASCII, the others as listed. */
export interface CodePage {
  readonly name: string;
  /** Text of each byte 0x00-0xFF; null where the page leaves the byte without meaning. */
  readonly letters: readonly (string | null)[];
}

/** Marks, in the tables below, a byte that the page does not define. */
const UNDEFINED = '\uFFFD';

// The 32 bytes in which Windows-1252 differs from Latin-1. Own table: the label 'windows-1252' of
// TextDecoder gives control characters for them in many versions of Node.
const WINDOWS_1252_HIGH = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

const LATIN1_HIGH = Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join('');

const LATIN9_CHANGES: Readonly<Record<number, string>> = {
  0xa4: '€',
  0xa6: 'Š',
  0xa8: 'š',
  0xb4: 'Ž',
  0xb8: 'ž',
  0xbc: 'Œ',
  0xbd: 'œ',
  0xbe: 'Ÿ',
};

function toCodePage(name: string, high: string): CodePage {
  const letters: (string | null)[] = [];
  for (let byte = 0; byte < 256; byte++) {
    const letter = byte < 128 ? String.fromCharCode(byte) : (high[byte - 128] ?? UNDEFINED);
    letters.push(letter === UNDEFINED ? null : letter);
  }
  return { name, letters };
}

const latin9 = [...LATIN1_HIGH].map((letter, index) => LATIN9_CHANGES[0xa0 + index] ?? letter).join('');

/** Every one-byte encoding that can be read, by name. */
export const CODE_PAGES: Readonly<Record<string, CodePage>> = {
  'windows-1252': toCodePage('windows-1252', WINDOWS_1252_HIGH + LATIN1_HIGH),
  cp850: toCodePage('cp850', CP850),
  cp437: toCodePage('cp437', CP437),
  'iso-8859-15': toCodePage(
    'iso-8859-15',
    Array.from({ length: 32 }, (_, i) => String.fromCharCode(0x80 + i)).join('') + latin9,
  ),
};

const OTHER_NAMES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
  cp850: 'cp850',
  ibm850: 'cp850',
  dos850: 'cp850',
  cp437: 'cp437',
  ibm437: 'cp437',
  iso885915: 'iso-8859-15',
  latin9: 'iso-8859-15',
};

/**
 * The encoding a person means by a name, or undefined when none is meant.
 *
 * @example findEncoding('ANSI') // 'windows-1252'
 */
export function findEncoding(name: string): string | undefined {
  return OTHER_NAMES[name.toLowerCase().replace(/[^a-z0-9]/g, '')];
}
