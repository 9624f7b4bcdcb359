import type { Picture } from './picture.ts';
import type { View } from './view.ts';

/** A picture that knows no projector: the show, whatever is on the wall. It neither follows a rig nor stands frozen apart. */
export const pictureView = (picture: Picture): View => ({
  width: picture.width,
  height: picture.height,
  draw(moment) {
    moment.show(0, picture.region, picture.target);
    picture.render(moment.frame);
  },
  follow: () => true,
  dispose: () => picture.dispose(),
});
