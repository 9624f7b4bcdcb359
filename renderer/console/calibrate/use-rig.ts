import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Previews } from '../../../core/control/line-up.ts';
import { modelOf } from '../../../core/facade/model-of.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { withPreviews } from '../../../core/rig/previews.ts';
import { compileRig, type CompiledRig } from '../../../core/rig/rig.document.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import { buildVenue, type Venue } from '../../../core/rig/venue.ts';
import type { ConsoleLink } from '../console-link.ts';
import { useTopic } from '../use-link.ts';
import type { Fields } from './rig-change.ts';
import { createRigEditor, type EditorView, type RigEditor } from './rig-editor.ts';

/** One editor a page; it ends with it. */
export const useEditor = (link: ConsoleLink): [RigEditor, EditorView] => {
  const editor = useMemo(() => createRigEditor(link, requestAnimationFrame), [link]);
  useEffect(() => () => editor.dispose(), [editor]);
  return [editor, useSyncExternalStore(editor.subscribe, editor.view)];
};

/** Others' drags, then what this page has in its hand. */
const laid = (previews: Previews, overlay: Record<string, Fields>): Previews => {
  const all: Previews = { ...previews };
  for (const [id, fields] of Object.entries(overlay)) all[id] = { ...all[id], ...fields };
  return all;
};

export type RigNow = { document: RigDocument; rig: CompiledRig; facade: FacadeModel | null; venue: Venue };

/** The rig as it is on the wall at this moment; null before the host has told of it. */
export const useRigNow = (overlay: Record<string, Fields>): RigNow | null => {
  const topic = useTopic('rig');
  const previews = useTopic('previews');
  const facadeTopic = useTopic('facade');
  const facade = useMemo(() => (facadeTopic ? modelOf(facadeTopic.document) : null), [facadeTopic]);
  const document = useMemo(
    () => (topic ? withPreviews(topic.document, laid(previews ?? {}, overlay)) : null),
    [topic, previews, overlay],
  );
  return useMemo(() => {
    if (!document) return null;
    const rig = compileRig(document);
    return { document, rig, facade, venue: buildVenue(rig, facade) };
  }, [document, facade]);
};
