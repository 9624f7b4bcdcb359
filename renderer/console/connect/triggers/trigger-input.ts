import type { InputStatus } from '../../../../core/control/link.ts';
import type { TriggerRecord } from '../../../../core/show/show.schema.ts';

/** In which form an input's messages reach the show's triggers; null: it has none (timecode, schedule). */
const FORMS: Readonly<Record<string, TriggerRecord['input']>> = {
  osc: 'osc',
  midi: 'midi',
  msc: 'midi',
  dmx: 'dmx',
  artnet: 'dmx',
  sacn: 'dmx',
  'art-net': 'dmx',
  sound: 'sound',
  'sound-input': 'sound',
};
export const triggerInputOf = ({ kind }: Pick<InputStatus, 'kind'>): TriggerRecord['input'] | null =>
  FORMS[kind] ?? null;
