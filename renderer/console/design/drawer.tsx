import type { ShowDocument } from '../../../core/show/show.schema.ts';
import type { DocumentEdits } from '../connect/use-document-edit.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage } from '../use-link.ts';
import { CheckPanel } from './check/check-panel.tsx';
import type { Drawer } from './design-bar.tsx';
import { MediaPanel } from './media/media-panel.tsx';
import type { Imports } from './media/use-imports.ts';
import type { MediaEdits } from './media/use-media-edits.ts';
import { PalettePanel } from './palette-panel.tsx';
import type { ClipEdits } from './use-clip-edits.ts';

/** What stands beside the tracks while it is wanted: what a clip can be made of, and what to look at. */
type Props = {
  drawer: NonNullable<Drawer>;
  document: ShowDocument;
  mayEdit: boolean;
  clips: ClipEdits;
  imports: Imports;
  media: MediaEdits;
  edits: DocumentEdits;
};

export const DrawerPanel = (props: Props) => {
  const { drawer, document, mayEdit, clips, imports, media, edits } = props;
  const language = useLanguage();
  return (
    <aside className="design-drawer">
      {drawer === 'layers' && (
        <PalettePanel mayEdit={mayEdit} onAdd={(id) => clips.add({ kind: 'layer', id })} />
      )}
      {drawer === 'check' && <CheckPanel {...{ document, mayEdit, edits }} />}
      {drawer === 'media' && (
        <>
          {media.problem && (
            <p className="amber-text" role="alert">
              {problemText(language, { ...media.problem, path: '' })}
            </p>
          )}
          <MediaPanel
            {...{ document, imports, media, mayEdit }}
            onAdd={(id) => clips.add({ kind: 'medium', id })}
          />
        </>
      )}
    </aside>
  );
};
