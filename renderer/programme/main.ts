import { createLink } from '../link/link.ts';
import { startPage, type Hook } from '../output/page.ts';
import { pictureView } from '../output/picture-view.ts';
import { canvasPicture } from '../output/picture.ts';
import { canvasOf, roomOf, sized } from '../output/window.ts';

declare global {
  interface Window {
    frise?: Hook;
  }
}
/** The clean feed: the whole canvas, no correction, as large as the window. */
const link = createLink({ page: { kind: 'programme', id: 'programme' }, role: 'viewer', token: null });
const canvas = canvasOf('picture');

window.frise = startPage({
  link,
  canvas,
  view(renderer, { show }) {
    if (!show) return null;
    const size = show.show.canvas;
    const room = roomOf();
    const ratio = Math.min(room.width / size.width, room.height / size.height);
    const own = { width: size.width * ratio, height: size.height * ratio };
    return sized(canvas, pictureView(canvasPicture(renderer, size, own)));
  },
  timing: () => ({ refresh: 60, ahead: 0 }),
});
