/**
 * What an archive of a show may be (`name.frise`: a zip of the show folder). Whoever sends one may want to fill the disk
 * or to write beside the folder, so nothing that it says of itself is believed.
 */
export const limits = {
  entries: 10_000,
  /** Bytes of a document or another text, unpacked. */
  text: 256_000_000,
  /** Bytes of all, unpacked; the format has no room for a file beyond 4 GiB. */
  all: 64_000_000_000,
  file: 4_294_967_295,
  /** Media hardly shrink, documents by twenty; what grows more than this is a bomb. The first bytes may. */
  growth: 200,
  free: 1_000_000,
};
export type Limits = typeof limits;

/** Documents and texts shrink; media have been shrunk by those who made them. */
export const isText = (name: string): boolean => /\.(?:json|svg|md|txt|csv)$/i.test(name);
