/** Share of the font's size that a letter of Inter takes, by kind: near enough to break lines and leave room. */
function toLetterWidth(letter: string): number {
  if (/[\sil.,;:'|!()[\]·]/u.test(letter)) return 0.29;
  if (/[jtfrI\-/"]/u.test(letter)) return 0.4;
  if (/[mwMW@%]/u.test(letter)) return 0.9;
  if (/[\p{Lu}]/u.test(letter)) return 0.69;
  if (/\d/u.test(letter)) return 0.64;
  return 0.585;
}

/** Width in pixels that a text takes, at most; `bold` for the weight of names. */
export function measureText(text: string, size: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += toLetterWidth(letter);
  return Math.ceil(width * size * (bold ? 1.05 : 1));
}

/** A word that no line holds, cut where it must be. */
function cutWord(word: string, width: number, size: number): string[] {
  if (measureText(word, size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measureText(`${part}${letter}-`, size) > width) {
      parts.push(`${part}-`);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** A text in lines no wider than `width` pixels; words too long for a line are cut with a hyphen. */
export function breakText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).flatMap((each) => cutWord(each, width, size))) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measureText(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter((line) => line !== '');
}
