import { useWords } from '../use-link.ts';
import { BlendMode } from './light/blend-mode.tsx';
import { ColourMode } from './light/colour-mode.tsx';
import { useCalibration } from './line-up-context.ts';
import { MasksMode } from './masks/masks-mode.tsx';
import { DisplaysMode } from './panel/displays-mode.tsx';
import { PointMode } from './panel/point-mode.tsx';
import { Split } from './panel/split.tsx';
import { ProjectorsPanel } from './projectors.tsx';
import { SpaceMode } from './space/space-mode.tsx';
import type { PageState } from './use-calibration.ts';
import { VersionsMode } from './versions/versions-mode.tsx';
import { WallMode } from './wall/wall-mode.tsx';

/** The picture and the panel of the mode; `key`: another output begins afresh. */
export const ModeContent = ({ page }: { page: PageState }) => {
  const { mode, output } = useCalibration();
  switch (mode) {
    case 'displays':
      return <DisplaysMode output={output} />;
    case 'wall':
      return <WallMode />;
    case 'blend':
      return <BlendMode output={output} />;
    case 'versions':
      return <VersionsMode />;
    case 'corners':
    case 'grid':
      return output ? <PointMode key={output.id} output={output} /> : <NoOutput />;
    case 'masks':
      return output ? <MasksMode key={output.id} output={output} /> : <NoOutput />;
    case 'colour':
      return output ? <ColourMode key={output.id} output={output} /> : <NoOutput />;
    case 'space':
      return output ? (
        <SpaceMode key={output.id} output={output} cross={page.cross} onCross={page.setCross} />
      ) : (
        <NoOutput />
      );
    case 'projectors':
      return <ProjectorsPanel />;
    default:
      return mode satisfies never;
  }
};

/** Nothing is chosen: what to do stands where the picture will be. */
const NoOutput = () => {
  const t = useWords();
  return (
    <Split board={<p className="empty">{t('chooseOutput')}</p>}>
      <p className="hint">{t('chooseOutput')}</p>
    </Split>
  );
};
