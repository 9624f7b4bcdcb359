import { after } from '../../link/clock.ts';

/** Gives the reader a file, on this machine and on a tablet alike: nothing is asked of the host a second time. */
const keptMs = 10_000;
export const saveFile = (name: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  after(keptMs, () => URL.revokeObjectURL(url));
};
