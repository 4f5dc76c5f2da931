/** Length of the UTF-8 sequence that starts at `at`, or 0 when there is none. */
export function utf8Length(bytes: Buffer, at: number): number {
  const lead = bytes[at]!;
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  if (lead > 0xf4) return 0;
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index];
    if (next === undefined || (next & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** Index of the first byte that belongs to no UTF-8 sequence; the length when all do. */
export function firstNotUtf8(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at]! < 0x80) at++;
    else {
      const length = utf8Length(bytes, at);
      if (length === 0) return at;
      at += length;
    }
  }
  return at;
}
