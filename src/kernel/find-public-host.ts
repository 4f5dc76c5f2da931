const LOOPBACK = /^(?:localhost|127\.|\[?::1\]?$)/;
const PRIVATE = /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/**
 * Host and port of an address that somebody outside may open, null where it leads to this machine or
 * inside a private network alone. What is no address has none.
 *
 * @example findPublicHost('https://circuito.mi-banco.ec') // 'circuito.mi-banco.ec'
 * @example findPublicHost('http://127.0.0.1:4400') // null
 */
export function findPublicHost(origin: string): string | null {
  if (!URL.canParse(origin)) return null;
  const { host, hostname } = new URL(origin);
  const isNamed = hostname.includes('.') && !hostname.endsWith('.local');
  return isNamed && !LOOPBACK.test(hostname) && !PRIVATE.test(hostname) ? host : null;
}
