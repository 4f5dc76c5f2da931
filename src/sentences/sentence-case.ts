/** First letter in upper case: `el 62 %` becomes `El 62 %`. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * First letter in lower case, to go on inside a sentence; initials such as `PIN` stay.
 *
 * @example toInner('Cruza de día') // 'cruza de día'
 */
export function toInner(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The text with a full stop, unless it already ends in one or in a question or exclamation mark. */
export function endSentence(text: string): string {
  return /[.!?…]["»”)]?$/u.test(text) ? text : `${text}.`;
}

/** The text without the full stop that ends it. */
export function openSentence(text: string): string {
  return text.trim().replace(/\.$/, '');
}
