import { useCallback, useMemo, useState } from 'react';
import type { Problem } from '../../../core/result.ts';
import { useLink } from '../use-link.ts';

/** Edits of one document, one at a time as a person makes them, with how the last one stands. */
type EditStanding = { kind: 'idle' | 'sending' | 'done' } | { kind: 'refused'; problem: Problem };
type RecordChange = {
  label: string;
  put?: Record<string, unknown>;
  remove?: string[];
  order?: Record<string, string[] | null>;
};
export type DocumentEdits = {
  standing: EditStanding;
  /** Whether the host took it. */
  edit(change: RecordChange): Promise<boolean>;
  undo(): void;
  redo(): void;
  /** What was refused has been changed since. */
  forget(): void;
};

export const useDocumentEdit = (document: 'show' | 'station'): DocumentEdits => {
  const link = useLink();
  const [standing, setStanding] = useState<EditStanding>({ kind: 'idle' });
  const run = useCallback(
    async (...[verb, args]: Parameters<typeof link.verb>): Promise<boolean> => {
      setStanding({ kind: 'sending' });
      const reply = await link.verb(verb, args);
      setStanding(
        reply.ok
          ? { kind: 'done' }
          : { kind: 'refused', problem: { code: reply.code, message: reply.message, path: reply.path } },
      );
      return reply.ok;
    },
    [link],
  );
  return useMemo(
    () => ({
      standing,
      edit: ({ label, put = {}, remove = [], order = {} }) =>
        run('document/edit', { document, label, put, remove, order }),
      undo: () => void run('document/undo', { document }),
      redo: () => void run('document/redo', { document }),
      forget: () => setStanding((now) => (now.kind === 'refused' ? { kind: 'idle' } : now)),
    }),
    [run, document, standing],
  );
};
