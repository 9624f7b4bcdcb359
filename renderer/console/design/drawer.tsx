import type { ShowDocument } from '../../../core/show/show.schema.ts';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import type { Drawer } from './design-bar.tsx';
import { PalettePanel } from './palette-panel.tsx';
import type { ClipEdits } from './use-clip-edits.ts';

/** What stands beside the tracks while it is wanted: what a clip can be made of. */
type Props = {
  drawer: NonNullable<Drawer>;
  document: ShowDocument;
  mayEdit: boolean;
  clips: ClipEdits;
  edits: DocumentEdits;
};

export const DrawerPanel = ({ drawer, mayEdit, clips }: Props) => (
  <aside className="design-drawer">
    {drawer === 'layers' && (
      <PalettePanel mayEdit={mayEdit} onAdd={(id) => clips.add({ kind: 'layer', id })} />
    )}
  </aside>
);
