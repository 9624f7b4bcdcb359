import type { Handlers } from '../../core/control/dispatcher.ts';
import { NO_LINE_UP, type LineUp, type Previews } from '../../core/control/line-up.ts';
import { fail, type Result } from '../../core/result.ts';

/** Technicians on the wall: patterns, marks, holds and drags under way (core/control/line-up.ts). */
export interface LineUpHost {
  handlers: Pick<
    Handlers,
    | 'line-up/pattern'
    | 'line-up/freeze'
    | 'line-up/identify'
    | 'line-up/hold'
    | 'line-up/leave'
    | 'line-up/mark'
    | 'line-up/preview'
  >;
  state(): LineUp;
  previews(): Previews;
}

const later = (): Result<never> => fail('not-built', 'This is not built yet.');

export const createLineUp = (): LineUpHost => ({
  handlers: {
    'line-up/pattern': later,
    'line-up/freeze': later,
    'line-up/identify': later,
    'line-up/hold': later,
    'line-up/leave': later,
    'line-up/mark': later,
    'line-up/preview': later,
  },
  state: () => NO_LINE_UP,
  previews: () => ({}),
});
