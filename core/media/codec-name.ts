import { hapCodec, hapCodecs } from './hap/codec.ts';

/** What people call a film's codec. `codec`: as mediabunny names it; `id`: the file's own four characters. */
const names: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'HEVC',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  prores: 'ProRes',
};
const ids: Readonly<Record<string, string>> = {
  AVdn: 'DNxHD',
  AVdh: 'DNxHR',
  CFHD: 'CineForm',
  mjpa: 'Motion JPEG',
  jpeg: 'Motion JPEG',
  rle: 'Animation',
  NCLC: 'NotchLC',
  nclc: 'NotchLC',
  DXD3: 'DXV3',
  DXDI: 'DXV',
};
export const codecName = (codec: string | null, id: unknown): string => {
  const hap = hapCodec(id);
  if (hap !== null) return hapCodecs[hap].name;
  if (codec !== null) return names[codec] ?? codec;
  const own = typeof id === 'string' ? id.trim() : '';
  return ids[own] ?? (own || '?');
};
