/** Live sound from an input, for the meter: levels 0–1 of the whole and of its bands, low to high. */
export type SoundInput = {
  state: 'off' | 'listening' | 'silent' | 'fault';
  device: string | null;
  level: number;
  bands: number[];
  /** Show clock of the last onset, or null. */
  onsetAt: number | null;
};
/** Ticks on one output of the sound device, asked for at a show clock time. */
type SoundTest = { channel: number; at: number };
/** What is known of one sound of the show; layers may follow it once it is ready. */
export type SoundFacts = {
  /** missing: the file is not there. */
  state: 'missing' | 'waiting' | 'measuring' | 'ready' | 'failed';
  /** sha256 of the file; null before it was read. */
  hash: string | null;
  /** Why it failed, and what to do; else empty. */
  why: string;
  /** Seconds, LUFS, dBTP, number of hits; null before it is ready, or silent. */
  duration: number | null;
  loudness: number | null;
  truePeak: number | null;
  onsets: number | null;
};
/** A sound page is asked to measure one file, `/media/<name>`; it answers with reports of kind `analysis`. */
export type AnalysisAsk = { id: string; media: string; hash: string };
export type SoundTopics = {
  soundInput: SoundInput;
  soundTest: SoundTest | null;
  /** By media id. */
  analyses: Record<string, SoundFacts>;
  analysisAsk: AnalysisAsk | null;
};
export const noSoundInput: SoundTopics = {
  soundInput: { state: 'off', device: null, level: 0, bands: [], onsetAt: null },
  soundTest: null,
  analyses: {},
  analysisAsk: null,
};
