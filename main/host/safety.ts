import type { Handlers } from '../../core/control/dispatcher.ts';
import type { safetyVerbs } from '../../core/control/safety.verbs.ts';
import { ok } from '../../core/result.ts';
import { createJournalReader, OPEN_ID } from './journal/reader.ts';
import { createStatusWatch } from './journal/watch-status.ts';
import { createPreflight } from './preflight/preflight.ts';
import type { Room, RoomParts } from './rooms.ts';

/** The room of safety: locks, freeze, pre-flight and the journal's readers. Only wires. */
export const createSafety = (
  parts: RoomParts,
): Room & { handlers: Pick<Handlers, keyof typeof safetyVerbs> } => {
  const { hub, journal, lineUp, locks } = parts;
  const preflight = createPreflight(parts);
  const reader = createJournalReader(journal.folder);
  const lookAt = createStatusWatch(journal);
  const unsubscribe = hub.subscribe(({ topic }) => {
    if (topic === 'status') lookAt(hub.get('status'));
  });
  return {
    handlers: {
      ...locks.handlers,
      async freeze({ on }, context) {
        const frozen = await lineUp.handlers['line-up/freeze']({ on }, context);
        return frozen.ok ? ok({ on }) : frozen;
      },
      'preflight/run': ({ only }, context) => preflight.run(only ?? null, context),
      'preflight/cancel': () => preflight.cancel(),
      'preflight/export': ({ format, lang }) => preflight.export(format, lang),
      async 'journal/shows'() {
        await journal.flush();
        return reader.shows();
      },
      async 'journal/read'({ show, kind, text, from, limit }) {
        await journal.flush();
        const id = show === undefined || show === OPEN_ID ? null : show;
        return reader.read({ show: id, kind, text, from: from ?? null, limit });
      },
    },
    joined: (page, client, sender) => preflight.joined?.(page, client, sender),
    report: (page, report, client) => preflight.report?.(page, report, client),
    left: (page, client, sender) => preflight.left?.(page, client, sender),
    dispose() {
      unsubscribe();
      return preflight.dispose();
    },
  };
};
