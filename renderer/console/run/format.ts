/** 75.25 → "1:15.2"; an hour and more "1:02:03". Tabular: the same width for the same order of size. */
export const clockText = (seconds: number, tenths = true): string => {
  const floor = Math.max(0, Math.floor(seconds * 10 + 1e-6) / 10);
  const hours = Math.floor(floor / 3600);
  const minutes = Math.floor((floor % 3600) / 60);
  const rest = floor % 60;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  if (hours > 0) return `${hours}:${two(minutes)}:${two(rest)}`;
  return `${minutes}:${two(rest)}${tenths ? `.${Math.floor((rest % 1) * 10 + 1e-6)}` : ''}`;
};

/** Time left counts up to the mark: 0.01 s left still reads as something left. */
export const leftText = (seconds: number): string =>
  clockText(Math.ceil(Math.max(0, seconds) * 10 - 1e-6) / 10);

/** ISO UTC → the booth's own wall clock, hours to seconds. */
export const wallText = (iso: string): string => new Date(iso).toLocaleTimeString('fr-FR', { hour12: false });
