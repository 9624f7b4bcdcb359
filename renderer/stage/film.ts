import { ALL_FORMATS, Input, Logging, LogLevel, UrlSource } from 'mediabunny';
import type * as THREE from 'three';
import { hapCodec, unplayedHap } from '../../core/media/hap/codec.ts';
import { openDecodedFilm } from './film/decoded-film.ts';
import { openHapFilm } from './film/hap-film.ts';
import { picturesOf } from './film/strips.ts';

/** What a film shows: textures to sample, and how. */
export type FilmPicture = {
  texture: THREE.Texture | null;
  /** Where alpha has a texture of its own. */
  alpha: THREE.Texture | null;
  /** rgb: light, decoded by the hardware; ycocg: scaled YCoCg, of sRGB. */
  coding: 'rgb' | 'ycocg';
  /** Pixels of the picture. */
  width: number;
  height: number;
  /** The part of the texture that is the picture, from its first row and column. */
  share: { x: number; y: number };
  isTopFirst: boolean;
};
export interface Film {
  /** Seconds, of the film and of one of its frames. */
  readonly duration: number;
  readonly frame: number;
  /** What a person should know of how it is played; null: nothing. */
  readonly note: string | null;
  /** null: there is none yet. */
  readonly picture: FilmPicture | null;
  /** Decodes the frame shown at `t` seconds. @returns whether the picture changed. */
  seek(t: number): Promise<boolean>;
  /**
   * Live: asks for the frame at `t` without waiting, and says which will be wanted `next`; `failed` when the file can't
   * be read there: the picture stands, and a second of film later it is tried again.
   */
  follow(t: number, next: number, failed: (error: unknown) => void): void;
  dispose(): void;
}
/** What films ask of a graphics card; null: there is none, and none is drawn. */
export type Cards = Pick<THREE.WebGLRenderer['extensions'], 'has'>;

/** A host that is away is back within a second or two; a file that is broken stays so, which must be told. */
const RETRIES_S = [0.2, 0.5, 1, 2];

/** Opens a film by its address. Throws what is wrong with it and what to do. */
export const openFilm = async (url: string, cards: Cards | null): Promise<Film> => {
  // It calls a codec unsupported that is ours to decode.
  Logging.level = LogLevel.Errors;
  const source = new UrlSource(url, {
    getRetryDelay: (attempts) => RETRIES_S[attempts - 1] ?? null,
    // What is read ahead and fails is read again when it is needed, and told then.
    handleUnhandledError: () => undefined,
  });
  const input = new Input({ formats: ALL_FORMATS, source });
  try {
    const tracks = await picturesOf(input);
    const [track] = tracks;
    if (!track) throw new Error(`${url} has no picture track`);
    const hap = hapCodec(track.internalCodecId);
    if (hap !== null) {
      input.dispose();
      return await openHapFilm(url, hap, cards);
    }
    const relative = unplayedHap(track.internalCodecId);
    if (relative !== null) throw new Error(`${url}: this is ${relative}`);
    return await openDecodedFilm(url, input, tracks);
  } catch (error) {
    input.dispose();
    throw error;
  }
};
