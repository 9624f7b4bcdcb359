/**
 * What pages may ask of the system, decided without Electron. A camera is for the pages that draw the show, at the top
 * of their window, and only while the owner has mapped one on this station: a show alone opens none.
 */
export type Asked = {
  permission: string;
  /** The page that asks. */
  url: string;
  /** Of `media`: what for; null: a mere look at what is granted, which Electron doesn't always say. */
  media: readonly string[] | null;
  isMainFrame: boolean;
};
type Place = {
  /** null: the host is not up yet. */
  origin: string | null;
  hasCamera: boolean;
};
const ALWAYS: ReadonlySet<string> = new Set(['midi', 'midiSysex', 'speaker-selection']);
const WITH_CAMERA: ReadonlySet<string> = new Set(['console', 'output']);

export const isAllowed = (
  { permission, url, media, isMainFrame }: Asked,
  { origin, hasCamera }: Place,
): boolean => {
  if (origin === null || !url.startsWith(`${origin}/`)) return false;
  if (permission !== 'media') return ALWAYS.has(permission);
  const [, page = ''] = new URL(url).pathname.split('/');
  const mayVideo = hasCamera && isMainFrame && WITH_CAMERA.has(page);
  if (media === null) return mayVideo || page === 'audio';
  return media.length > 0 && media.every((each) => each === 'audio' || (each === 'video' && mayVideo));
};
