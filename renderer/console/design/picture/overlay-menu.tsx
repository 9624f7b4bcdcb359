import { useWords } from '../../use-link.ts';
import { Menu } from '../menu.tsx';
import type { GuidesDesk } from './guides.ts';
import type { OnionKind } from './onion.ts';
import type { OverlaysDesk } from './overlays.ts';
import type { Sight } from './sight.ts';

/** What is laid over the elevation, from one menu. */
type Props = { desk: OverlaysDesk; guides: GuidesDesk; sight: Sight };
const SWITCHES = {
  wireframe: 'pictureWireframe',
  guides: 'pictureGuides',
  safe: 'pictureSafe',
  reach: 'pictureReach',
} as const;
const ONION = { off: 'pictureOnionOff', frames: 'pictureOnionFrames', keys: 'pictureOnionKeys' } as const;
const FRAMES = [1, 2, 5, 12, 25, 50] as const;
const KINDS: readonly OnionKind[] = ['off', 'frames', 'keys'];

export const OverlayMenu = ({ desk: { overlays, change }, guides, sight }: Props) => {
  const t = useWords();
  const isOn =
    overlays.wireframe || overlays.guides || overlays.safe || overlays.reach || overlays.onion !== 'off';
  const count = guides.guides.x.length + guides.guides.y.length;
  return (
    <Menu
      label={t('pictureOverlays')}
      text={`${t('pictureOverlays')}${isOn ? ' ●' : ''} ▾`}
      className="overlay-menu"
    >
      {() => (
        <>
          {(['wireframe', 'guides', 'safe', 'reach'] as const).map((each) => (
            <label key={each} className="overlay-switch">
              <input
                type="checkbox"
                checked={overlays[each]}
                onChange={(event) => change({ [each]: event.target.checked })}
              />
              {t(SWITCHES[each])}
            </label>
          ))}
          {overlays.guides && (
            <div className="overlay-guides">
              <button type="button" onClick={() => guides.put('x', null, sight.canvas.width / 2)}>
                + {t('pictureGuideX')}
              </button>
              <button type="button" onClick={() => guides.put('y', null, sight.canvas.height / 2)}>
                + {t('pictureGuideY')}
              </button>
              <button type="button" disabled={count === 0} onClick={guides.clear}>
                {t('pictureGuidesClear', { n: count })}
              </button>
            </div>
          )}
          <fieldset className="overlay-onion">
            <legend>{t('pictureOnion')}</legend>
            {KINDS.map((kind) => (
              <div key={kind} className="overlay-kind">
                <label className="overlay-switch">
                  <input
                    type="radio"
                    name="picture-onion"
                    checked={overlays.onion === kind}
                    onChange={() => change({ onion: kind })}
                  />
                  {t(ONION[kind])}
                </label>
                {kind === 'frames' && overlays.onion === 'frames' && (
                  <select
                    aria-label={t('pictureOnionCount')}
                    value={overlays.onionFrames}
                    onChange={(event) => change({ onionFrames: Number(event.target.value) })}
                  >
                    {FRAMES.map((n) => (
                      <option key={n} value={n}>
                        ± {n}
                      </option>
                    ))}
                  </select>
                )}
              </div>
            ))}
          </fieldset>
        </>
      )}
    </Menu>
  );
};
