import { useCallback, useMemo, useState } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import type { MaskRecord } from '../../../../core/rig/light.schema.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useEscape } from '../../escape.ts';
import { useWords } from '../../use-link.ts';
import type { Tool } from '../board/pointers.ts';
import { useCalibration } from '../line-up-context.ts';
import { Split } from '../panel/split.tsx';
import { OutputBoard } from '../view/output-board.tsx';
import { pictureGeometry } from '../view/picture-geometry.ts';
import { maskAt, masksOf, newMask, putMasks, replaced, type MaskId, type MaskOwner } from './mask-list.ts';
import { MaskPanel } from './mask-panel.tsx';
import { elementAt, maskPlace } from './mask-place.ts';
import { MaskShapes } from './mask-shapes.tsx';
import { drawTool, maskTool, tapTool } from './mask-tool.ts';
import { NewMask, type NewMaskKind } from './new-mask.tsx';

export type MaskTask = { kind: 'edit' } | { kind: 'draw' | 'pick'; target: NewMaskKind };

export const MasksMode = ({ output }: { output: CompiledOutput }) => {
  const t = useWords();
  const { rig, venue, facade, editor, canEdit } = useCalibration();
  const geometry = useMemo(() => pictureGeometry(output, venue), [output, venue]);
  const place = useMemo(() => maskPlace(geometry.mesh), [geometry]);
  const [chosen, setChosen] = useState<MaskId | null>(null);
  const [task, setTask] = useState<MaskTask>({ kind: 'edit' });
  const [drawn, setDrawn] = useState<readonly Point[]>([]);
  const stop = useCallback(() => {
    setTask({ kind: 'edit' });
    setDrawn([]);
  }, []);
  useEscape(task.kind !== 'edit', stop);
  const mask = chosen && maskAt(rig, output, chosen);
  const label = t('labelMask', { name: output.name });
  const put = (owner: MaskOwner, masks: MaskRecord[]): void =>
    void editor.commit({ label, put: putMasks(rig, output, owner, masks) });
  const add = (owner: MaskOwner, added: MaskRecord): void => {
    const masks = masksOf(rig, output, owner);
    put(owner, [...masks, added]);
    setChosen({ owner, index: masks.length });
    stop();
  };
  const nameOf = (owner: MaskOwner): string =>
    t('maskUnnamed', { number: masksOf(rig, output, owner).length + 1 });
  const finish = ({ owner, space }: NewMaskKind, points: readonly Point[]): void => {
    const placed = points.flatMap((point) => {
      const at = place.fromPicture(space, point);
      return at ? [at] : [];
    });
    if (placed.length >= 3) add(owner, newMask(nameOf(owner), space, { points: placed }));
  };
  const pick = ({ owner }: NewMaskKind, at: Point): void => {
    const wall = place.fromPicture('canvas', at);
    const key = wall && facade && elementAt(facade, venue, wall);
    if (key) add(owner, newMask(key, 'canvas', { elements: [key] }));
  };
  const hand = mask &&
    chosen &&
    canEdit && {
      mask,
      place,
      show: (next: MaskRecord) =>
        editor.drag(
          chosen.owner === 'output' ? output.id : rig.id,
          { masks: replaced(masksOf(rig, output, chosen.owner), chosen.index, next) },
          label,
        ),
      keep: (next: MaskRecord) =>
        put(chosen.owner, replaced(masksOf(rig, output, chosen.owner), chosen.index, next)),
      drop: editor.cancelDrag,
    };
  const tool = (): Tool => {
    switch (task.kind) {
      case 'edit':
        return maskTool(hand || null);
      case 'draw':
        return drawTool(drawn, setDrawn, (points) => finish(task.target, points));
      case 'pick':
        return tapTool(({ at }) => pick(task.target, at));
      default:
        return task satisfies never;
    }
  };
  return (
    <Split
      board={
        <OutputBoard output={output} tool={tool}>
          {(_, scale) => (
            <MaskShapes output={output} place={place} chosen={chosen} drawn={drawn} scale={scale} />
          )}
        </OutputBoard>
      }
    >
      <NewMask
        task={task}
        canClose={drawn.length >= 3}
        onTask={setTask}
        onClose={() => task.kind === 'draw' && finish(task.target, drawn)}
        onStop={stop}
      />
      <MaskPanel output={output} chosen={chosen} onChosen={setChosen} onMasks={put} />
    </Split>
  );
};
