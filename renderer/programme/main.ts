import { createLink } from '../link/link.ts';
import { startPage, type Hook } from '../output/page.ts';
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
  picture(renderer, { show }) {
    if (!show) return null;
    const size = show.show.canvas;
    const room = roomOf();
    const ratio = Math.min(room.width / size.width, room.height / size.height);
    return sized(
      canvas,
      canvasPicture(renderer, size, { width: size.width * ratio, height: size.height * ratio }),
    );
  },
  timing: () => ({ refresh: 60, ahead: 0 }),
});
