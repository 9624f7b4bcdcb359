import { createLink } from '../link/link.ts';
import { canvasOf, roomOf, sized } from './window.ts';
import { startPage, type Hook } from './page.ts';
import { outputPicture } from './picture.ts';

declare global {
  interface Window {
    frise?: Hook;
  }
}
/** `/output/left`: the projector that the rig calls `output:left`. */
const key = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? '');
document.title = `Frise · ${key}`;
const link = createLink({ page: { kind: 'output', id: key }, role: 'viewer', token: null });
const canvas = canvasOf('picture');

window.frise = startPage({
  link,
  canvas,
  picture(renderer, { rig, show, facade }) {
    if (!rig || !show) return null;
    return sized(canvas, outputPicture(renderer, rig, facade, key, show.show.canvas, roomOf()));
  },
  timing({ rig }) {
    const output = rig?.outputs.find((each) => each.key === key);
    return { refresh: output?.refresh ?? 60, ahead: (output?.latencyMs ?? 0) / 1000 };
  },
});
