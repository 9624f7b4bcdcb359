/**
 * UTF-8 → text, as WHATWG "decode without BOM" with replacement: OSC 1.0 promises ASCII, desks send anything. Ill-formed
 * bytes become U+FFFD, one for each maximal subpart, as Buffer.toString and TextDecoder do; nothing throws.
 * By hand because core has neither Buffer nor TextDecoder. `start` and `end` are byte offsets, `end` exclusive.
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let at = start;
  while (at < end) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      at += 1;
    } else {
      const [point, length] = sequence(bytes, at, end, lead);
      text += String.fromCodePoint(point);
      at += length;
    }
  }
  return text;
}

const REPLACEMENT = 0xfffd;

/** One multi-byte sequence at `at`: [code point, bytes taken]. Unicode 15, table 3-7. */
function sequence(bytes: Uint8Array, at: number, end: number, lead: number): readonly [number, number] {
  const needed =
    lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
  if (needed === 0) return [REPLACEMENT, 1];
  let point = lead & (0x3f >> needed);
  for (let i = 1; i <= needed; i += 1) {
    const byte = at + i < end ? (bytes[at + i] ?? 0) : 0;
    const low = i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return [REPLACEMENT, i];
    point = (point << 6) | (byte & 0x3f);
  }
  return [point, needed + 1];
}
