/** The codecs of the HAP family, by the four characters that a film's sample description has. */
export type HapTexture = 'rgb' | 'rgba' | 'ycocg' | 'alpha';
export type HapCodec = keyof typeof hapCodecs;

/** `textures`: of one frame, in order: what it is drawn from. */
export const hapCodecs = {
  Hap1: { name: 'Hap', textures: ['rgb'] },
  Hap5: { name: 'Hap Alpha', textures: ['rgba'] },
  HapY: { name: 'Hap Q', textures: ['ycocg'] },
  HapM: { name: 'Hap Q Alpha', textures: ['ycocg', 'alpha'] },
} as const satisfies Record<string, { name: string; textures: readonly HapTexture[] }>;

/** Of the family, but not drawn here: what to export in its place. */
const others: Readonly<Record<string, string>> = {
  Hap7: 'Hap R; export it as Hap, Hap Alpha or Hap Q',
  HapA: 'Hap Alpha-Only; export it as Hap Alpha or Hap Q Alpha',
  HapH: 'Hap HDR; export it as Hap Q',
};

/** `id`: a sample description's four characters. null: none of the family. */
export const hapCodec = (id: unknown): HapCodec | null => {
  const found = Object.keys(hapCodecs).find((codec): codec is HapCodec => codec === id);
  return found ?? null;
};
/** What to say of a relative that isn't drawn; null: none. */
export const unplayedHap = (id: unknown): string | null =>
  typeof id === 'string' && Object.hasOwn(others, id) ? (others[id] ?? null) : null;

export type Size = { width: number; height: number };
/** Pixels of the textures: whole blocks of four by four. */
export const paddedSize = ({ width, height }: Size): Size => ({
  width: Math.ceil(width / 4) * 4,
  height: Math.ceil(height / 4) * 4,
});
const blockBytes: Readonly<Record<HapTexture, number>> = { rgb: 8, rgba: 16, ycocg: 16, alpha: 8 };
/** Bytes of a texture of a picture so large. */
export const textureBytes = (texture: HapTexture, size: Size): number => {
  const { width, height } = paddedSize(size);
  return ((width * height) / 16) * blockBytes[texture];
};
