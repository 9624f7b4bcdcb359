import type { MediaKind } from '../../../../core/media/media-type.ts';
import { fail } from '../../../../core/result.ts';

/** What is found out of a file: of a film its codec, and seconds that it goes without a key frame. */
export type Probed = {
  kind: MediaKind;
  duration: number | null;
  width?: number;
  height?: number;
  fps?: number;
  channels?: number;
  codec?: string;
  keyGap?: number;
  strips?: number;
};

export const undecodable = (why: string) => fail('media-undecodable', why);
export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
export const tidy = (seconds: number): number => Math.round(seconds * 1e4) / 1e4;
