/**
 * A terminal that was closed, or a reader that has gone, makes every line an error of its own; said on the same stream,
 * each would bring forth the next. Nobody is left to read, and the journal keeps what matters.
 */
export const quietStreams = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
};
