import type { DraftTopic } from '../../../core/control/draft.topics.ts';
import type { Status } from '../../../core/control/link.ts';
import { draftSettingsSchema, type DraftSettings } from '../../../core/station/draft.schema.ts';
import type { StationDocument } from '../../../core/station/station.schema.ts';

/** Where the next design edit goes, and why: the table of docs/draft.md. */
type Standing = {
  settings: DraftSettings;
  /** Changes that wait in the draft; null: none is open. */
  waiting: number | null;
  isAsked: boolean;
  playbacks: Status['playbacks'];
};

export const draftSettings = ({ records }: StationDocument): DraftSettings =>
  draftSettingsSchema.parse(records['draft:main'] ?? {});

export const isPlaying = (playbacks: Status['playbacks']): boolean =>
  playbacks.some(({ state }) => state !== 'ghost');

export const blindness = ({ settings, waiting, isAsked, playbacks }: Standing): DraftTopic['blind'] => {
  if (waiting !== null && waiting > 0) return 'changes';
  if (settings.edits === 'always') return 'always';
  if (settings.edits === 'running' && isPlaying(playbacks)) return 'playing';
  return waiting !== null && isAsked ? 'asked' : null;
};
