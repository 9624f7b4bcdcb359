import type { DeskShow } from '../../../core/control/desks/dialect.ts';
import { noDeskState, readDesk } from '../../../core/control/desks/read-desk.ts';
import { placedAfter, placedBefore } from '../../../core/playback/cue-order.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { normaliseCueNumber } from '../../../core/show/cue-number.ts';
import type { OscRecord } from '../../../core/station/desk.schema.ts';
import type { OscPortOptions } from '../../ports/osc/port.types.ts';
import type { Fired } from '../playback.ts';

/** A port's dialects, with their state and a look at the show as it is at that moment. */
export const createDeskReader = (
  record: OscRecord,
  compiled: () => CompiledShow,
  fired: () => Fired,
): NonNullable<OscPortOptions['desk']> => {
  let state = noDeskState;
  const settings = { ...record, patch: record.qlcplus };
  return (message, now) => {
    const read = readDesk(settings, state, message, deskShowOf(compiled(), fired()), now);
    state = read.state;
    return read.reading;
  };
};

const deskShowOf = (show: CompiledShow, { current, standby }: Fired): DeskShow => {
  const cueOf = (number: string) => show.cueByNumber[normaliseCueNumber(number)];
  return {
    hasCue: (number) => cueOf(number) !== undefined,
    current,
    neighbour(direction) {
      const from = standby === null ? undefined : cueOf(standby)?.id;
      // After the last cue nothing is on standby: the one before is the last.
      const last = show.cues.findLast((cue) => cue.at && !cue.disarmed)?.id ?? null;
      const id =
        from === undefined
          ? direction === 'previous'
            ? last
            : null
          : (direction === 'next' ? placedAfter : placedBefore)(show, from);
      return id === null ? null : (show.cueById[id]?.number ?? null);
    },
    overlaysOf(number) {
      const cue = cueOf(number);
      if (cue === undefined || cue.at !== null) return [];
      return [...cue.actions, ...cue.variants.flat()]
        .filter(({ verb }) => verb === 'timeline/start')
        .flatMap(({ args }) => (typeof args['id'] === 'string' ? [args['id']] : []));
    },
  };
};
