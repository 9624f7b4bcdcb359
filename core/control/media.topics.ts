/** How the files of the show stand on this machine, by media id. */
export type MediaState = 'here' | 'missing';
export type MediaTopics = { media: Record<string, { state: MediaState; bytes: number | null }> };
export const noMedia: MediaTopics = { media: {} };
