import { useCallback, useMemo, useState } from 'react';
import { NO_LINE_UP, type Mark } from '../../../core/control/line-up.ts';
import type { Problem } from '../../../core/result.ts';
import { useConnected, useLink, useTopic } from '../use-link.ts';
import { useVerb } from '../use-verb.ts';
import type { Calibration } from './line-up-context.ts';
import type { CompiledOutput } from '../../../core/rig/rig.document.ts';
import { isPointMode, type Mode } from './modes.ts';
import { handlesOf } from './points/output-move.ts';
import { usePerson } from './person.ts';
import { holderOf, useHold } from './use-hold.ts';
import { markOf, useMark } from './use-mark.ts';
import { useEditor, useRigNow } from './use-rig.ts';

export type PageState = {
  calibration: Calibration | null;
  person: string;
  setPerson(name: string): void;
  /** What a verb outside of the editor was refused with. */
  problem: Problem | null;
  cross: Mark['cross'];
  setCross(cross: Mark['cross']): void;
};

const marked = (output: CompiledOutput | null, mode: Mode, selection: readonly number[]): number[] => {
  if (!output || !isPointMode(mode)) return [];
  const { marks } = handlesOf(output, mode);
  return selection.flatMap((index) => marks[index] ?? []);
};

/** The Calibrate page's state: which output, which mode, which points, and the editor that all of it writes through. */
export const useCalibrationPage = (): PageState => {
  const link = useLink();
  const isConnected = useConnected();
  const [send, problem] = useVerb(link);
  const [editor, { overlay, standing }] = useEditor(link);
  const now = useRigNow(overlay);
  const lineUp = useTopic('lineUp') ?? NO_LINE_UP;
  const [person, setPerson] = usePerson(link.sender);
  const [key, setKey] = useState<string | null>(null);
  const [mode, setMode] = useState<Mode>('corners');
  const [selection, select] = useState<readonly number[]>([]);
  const [cross, setCross] = useState<Mark['cross']>(null);

  const output = now?.rig.outputs.find((each) => each.key === key) ?? null;
  const outputKey = output?.key ?? null;
  const isOthers = outputKey !== null && holderOf(lineUp, outputKey, link.sender).kind === 'other';
  useHold(link, outputKey, person, isConnected, send);
  const mark = useMemo(
    () => markOf(mode, marked(output, mode, selection), cross),
    [output, mode, selection, cross],
  );
  useMark(link, isOthers || !isConnected ? null : outputKey, mark);
  const afresh = useCallback(
    (change: () => void) => {
      editor.cancelDrag();
      select([]);
      setCross(null);
      change();
    },
    [editor],
  );

  const calibration = useMemo<Calibration | null>(
    () =>
      now && {
        ...now,
        lineUp,
        editor,
        standing,
        send,
        output,
        choose: (next) => afresh(() => setKey(next)),
        canEdit: output !== null && !isOthers && isConnected,
        isConnected,
        mode,
        setMode: (next) => afresh(() => setMode(next)),
        selection,
        select,
      },
    [now, lineUp, editor, standing, send, output, isOthers, isConnected, mode, selection, afresh],
  );
  return { calibration, person, setPerson, problem, cross, setCross };
};
