/** Languages the product speaks: Spanish first, English second. */
export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in each language the product speaks. */
export type LocalText = Readonly<Record<Language, string>>;

/**
 * The bare form under which names are compared: no accents, lower case, hyphens for anything
 * that is neither letter nor digit.
 *
 * @example toSlug('  Actualización de Datos ') // 'actualizacion-de-datos'
 */
export function toSlug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
