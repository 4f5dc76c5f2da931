/**
 * A key of one's own for something that must happen once however often it is sent. By the generator
 * that every address has: `randomUUID` is missing without HTTPS.
 */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
