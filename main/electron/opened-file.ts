/**
 * macOS tells the file of a double click by an event, before the application is ready, and again while it runs; the other
 * systems put it on the command line.
 */
type FileEvents = {
  on(event: 'open-file', listener: (event: { preventDefault(): void }, path: string) => void): unknown;
};
export interface OpenedFile {
  /** The arguments with the file that was opened so far: a flag `--show` of theirs goes before it. */
  argumentsOf(args: readonly string[]): string[];
  /** From now on what is opened goes there. */
  laterTo(opened: (path: string) => void): void;
}

export const listenForFiles = (app: FileEvents): OpenedFile => {
  let first: string | null = null;
  let tell = (path: string): void => {
    first = path;
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    tell(path);
  });
  return {
    argumentsOf: (args) => (first === null ? [...args] : [...args, first]),
    laterTo(opened) {
      tell = opened;
    },
  };
};
