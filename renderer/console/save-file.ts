import { after } from '../link/clock.ts';

/** So long the browser may take to read it. */
const keptMs = 10_000;

/** Hands a file to the browser, which asks where to put it; on this machine and on a tablet alike. */
export const saveFile = (name: string, type: string, content: BlobPart): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  after(keptMs, () => URL.revokeObjectURL(url));
};
