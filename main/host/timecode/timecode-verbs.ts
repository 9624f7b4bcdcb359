import type { Handlers } from '../../../core/control/dispatcher.ts';
import type { timecodeVerbs } from '../../../core/control/timecode.verbs.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { timecodeOf, type TimecodeRecord } from '../../../core/station/timecode.schema.ts';
import type { Documents } from '../documents.ts';
import type { Measure } from './measure.ts';

/** Verbs of time code. What they set stands in the station document, so that it is there after a restart. */
export type TimecodeHandlers = Pick<Handlers, keyof typeof timecodeVerbs>;
type Options = {
  documents: Documents;
  measure: Measure;
  setChase(on: boolean): void;
  isChasing(): boolean;
  /** A sound page is there that could measure. */
  canMeasure(): boolean;
};
export type EditTimecode = (
  change: Partial<TimecodeRecord>,
  label: string,
  sender: string,
) => Promise<Result<null>>;

export const editTimecode =
  ({ store }: Documents): EditTimecode =>
  async (change, label, sender) => {
    const put = { 'timecode:main': { ...timecodeOf(store.station.document), ...change } };
    const reply = await store.edit('station', { label, put, remove: [], order: {} }, sender);
    return reply.ok ? ok(null) : reply;
  };

export const createTimecodeVerbs = (options: Options): TimecodeHandlers => {
  const { documents, measure, setChase, isChasing, canMeasure } = options;
  const edit = editTimecode(documents);
  const settings = () => timecodeOf(documents.store.station.document);
  return {
    async 'timecode/chase'({ on }, { sender }) {
      if (on && settings().source === 'off') return fail('timecode-off', messages['timecode-off'].en, 'on');
      setChase(on);
      const kept = await edit({ chase: on }, on ? 'chase on' : 'chase off', sender);
      return kept.ok ? ok({ isChasing: isChasing() }) : kept;
    },
    async 'timecode/trim'({ ms }, { sender }) {
      const kept = await edit({ trimMs: ms }, 'trim', sender);
      return kept.ok ? ok({ ms }) : kept;
    },
    async 'timecode/measure'({ take }, { sender }) {
      if (!canMeasure()) return fail('timecode-no-page', messages['timecode-no-page'].en, '/audio');
      const measured = await measure.ask();
      if (!measured.ok) return measured;
      const ms = Math.round(measured.value * 100) / 100;
      const latencyMs = { ...settings().latencyMs, ltc: ms };
      const kept = take ? await edit({ latencyMs }, 'latency', sender) : ok(null);
      return kept.ok ? ok({ ms }) : kept;
    },
  };
};
