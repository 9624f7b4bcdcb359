/** Whether this host leaves everything to another one. Asked at each effect, so that taking over counts at once. */
export interface Mute {
  isOn(): boolean;
  set(isOn: boolean): void;
  /** For what holds a line open while it is the main host. */
  onChange(listener: () => void): void;
}

export const createMute = (isOn: boolean): Mute => {
  let now = isOn;
  const listeners: (() => void)[] = [];
  return {
    isOn: () => now,
    set(next) {
      if (now === next) return;
      now = next;
      for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.push(listener),
  };
};
