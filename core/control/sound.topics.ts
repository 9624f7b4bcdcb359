/** Live sound from an input, for the meter: levels 0–1 of the whole and of its bands, low to high. */
export type SoundInput = {
  state: 'off' | 'listening' | 'silent' | 'fault';
  device: string | null;
  level: number;
  bands: number[];
  /** Show clock of the last onset, or null. */
  onsetAt: number | null;
};
export type SoundTopics = { soundInput: SoundInput };
export const noSoundInput: SoundTopics = {
  soundInput: { state: 'off', device: null, level: 0, bands: [], onsetAt: null },
};
