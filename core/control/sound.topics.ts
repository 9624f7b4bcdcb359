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
export type SoundTopics = { soundInput: SoundInput; soundTest: SoundTest | null };
export const noSoundInput: SoundTopics = {
  soundInput: { state: 'off', device: null, level: 0, bands: [], onsetAt: null },
  soundTest: null,
};
