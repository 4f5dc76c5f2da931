import { type FieldValues, type LocalText, Refusal } from '../../kernel/index.ts';
import { findPans } from '../../facts/index.ts';

/** What was typed, with the name of its field. */
export interface TypedText {
  readonly label: LocalText;
  readonly text: string;
}

/** What people call a secret, and the words that join it to its digits: a year further on is no secret. */
const CALLED = String.raw`(?:\bpin\b|\bclaves?\b|\bcontrase(?:n|ñ)as?\b|\bpassword\b|\bc(?:o|ó)digo secreto\b)`;
const CVV = String.raw`\bcv[vc]2?\b`;
const JOINED = String.raw`(?:[\s:=.,"'«»()-]|\b(?:es|era|de|del|la|el|mi|su|tarjeta|nuev[oa]|n(?:u|ú)mero|actual|is|was|my|the|number|card)\b)*`;
const SECRET = new RegExp(
  [
    String.raw`${CALLED}${JOINED}(?<!\d)\d{4,6}(?!\d)`,
    String.raw`(?<!\d)\d{4,6}(?!\d)${JOINED}${CALLED}`,
    String.raw`${CVV}${JOINED}(?<!\d)\d{3,4}(?!\d)`,
  ].join('|'),
  'iu',
);

/** What a text gives away, if anything. */
export function findSecret(text: string): 'card' | 'pin' | null {
  if (findPans(text).length > 0) return 'card';
  return SECRET.test(text) ? 'pin' : null;
}

/** Refuses what must never be written down, naming the field: `secret-typed`. Nothing of it is repeated. */
export function refuseSecrets(texts: readonly TypedText[]): void {
  for (const { label, text } of texts) {
    const what = findSecret(text);
    if (what !== null) throw new Refusal('secret-typed', { what, es: label.es, en: label.en });
  }
}

/** The texts among the answers of a form. */
export function listTexts(values: FieldValues, labelOf: (field: string) => LocalText): TypedText[] {
  return Object.entries(values).flatMap(([field, value]) => {
    if (typeof value === 'string') return [{ label: labelOf(field), text: value }];
    // A number typed where an amount is asked is read too: sixteen digits are no amount.
    if (typeof value === 'number') return [{ label: labelOf(field), text: String(value) }];
    return Array.isArray(value) ? [{ label: labelOf(field), text: value.join(' ') }] : [];
  });
}

/** Names of the fields that every case has. */
export const LABELS = {
  client: { es: 'Número de cliente', en: 'Client number' },
  core_number: { es: 'Número en el sistema central', en: 'Number in the core system' },
  note: { es: 'Nota', en: 'Note' },
  reason: { es: 'Motivo', en: 'Reason' },
  comment: { es: 'Comentario', en: 'Comment' },
  reply: { es: 'Respuesta', en: 'Reply' },
} as const satisfies Readonly<Record<string, LocalText>>;
