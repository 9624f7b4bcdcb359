/** The HAP films of test/fixtures/media (made by test/support/make-hap.mjs), and what is done to them. */
const fixture = (name: string): string => new URL(`../../fixtures/media/${name}`, import.meta.url).href;
export const FILMS = {
  Hap: fixture('hap.mov'),
  'Hap Alpha': fixture('hap-alpha.mov'),
  'Hap Q': fixture('hap-q.mov'),
};
export const FRAMES = 20;
export const RATE = 25;
/** The middle of a frame, seconds. */
export const middleOf = (frame: number): number => (frame + 0.5) / RATE;

/** The number that a picture of the film tells; null: the columns are neither light nor dark. */
export const numberIn = (light: (column: number) => number): number | null => {
  const bits = Array.from({ length: 8 }, (_, column) => light(column));
  if (bits.some((value) => value > 60 && value < 195)) return null;
  return bits.reduce((sum, value, column) => sum + (value > 128 ? 2 ** column : 0), 0);
};

export const bytesOf = async (url: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());
export const urlOf = (data: Uint8Array<ArrayBuffer>): string => URL.createObjectURL(new Blob([data]));
const lettersOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
const find = (data: Uint8Array, text: string, from = 0): number => {
  const letters = lettersOf(text);
  for (let at = from; at < data.length; at += 1)
    if (letters.every((code, i) => data[at + i] === code)) return at;
  throw new Error(`no ${text} in the film`);
};

/** Only a part of the last blocks is picture, as with films whose sides are no multiples of four. */
export const cropped = (data: Uint8Array<ArrayBuffer>, id: string, width: number, height: number) => {
  const out = data.slice();
  const at = find(out, id) - 4;
  const view = new DataView(out.buffer);
  view.setUint16(at + 8 + 24, width);
  view.setUint16(at + 8 + 26, height);
  return out;
};
/** The same film with so much empty room before its frames. */
export const spread = (data: Uint8Array<ArrayBuffer>, room: number): Uint8Array<ArrayBuffer> => {
  const head = new DataView(data.buffer).getUint32(0);
  const out = new Uint8Array(data.length + room);
  out.set(data.subarray(0, head));
  const view = new DataView(out.buffer);
  view.setUint32(head, room);
  out.set(lettersOf('free'), head + 4);
  out.set(data.subarray(head), head + room);
  const table = find(out, 'stco', head + room);
  const count = view.getUint32(table + 8);
  for (let i = 0; i < count; i += 1) {
    const at = table + 12 + i * 4;
    view.setUint32(at, view.getUint32(at) + room);
  }
  return out;
};
