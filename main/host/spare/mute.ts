/** Whether this host leaves everything to another one. Asked at each effect, so that taking over counts at once. */
export interface Mute {
  isOn(): boolean;
  set(isOn: boolean): void;
}

export const createMute = (isOn: boolean): Mute => {
  let now = isOn;
  return { isOn: () => now, set: (next) => void (now = next) };
};
