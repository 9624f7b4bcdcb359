import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage } from '../use-link.ts';
import type { Drawer } from './design-bar.tsx';
import { MediaPanel } from './media/media-panel.tsx';
import type { Imports } from './media/use-imports.ts';
import type { MediaEdits } from './media/use-media-edits.ts';
import { PalettePanel } from './palette-panel.tsx';
import type { ClipEdits } from './use-clip-edits.ts';

/** What stands beside the tracks while it is wanted: what a clip can be made of. */
type Props = {
  drawer: NonNullable<Drawer>;
  document: ShowDocument;
  mayEdit: boolean;
  clips: ClipEdits;
  imports: Imports;
  media: MediaEdits;
};

export const DrawerPanel = ({ drawer, document, mayEdit, clips, imports, media }: Props) => {
  const language = useLanguage();
  return (
    <aside className="design-drawer">
      {drawer === 'layers' ? (
        <PalettePanel mayEdit={mayEdit} onAdd={(id) => clips.add({ kind: 'layer', id })} />
      ) : (
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
