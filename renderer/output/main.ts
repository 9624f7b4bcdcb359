import { isApplication } from '../../core/control/application.ts';
import { outputsOfPage } from '../../core/control/output-page.ts';
import { tellBegan } from '../link/began.ts';
import { createLink } from '../link/link.ts';
import { boxOf, canvasOf, roomOf, sized } from './window.ts';
import { startPage, type Hook } from './page.ts';
import { outputView } from './output-view.ts';
import { sharedView } from './shared-view.ts';

declare global {
  interface Window {
    frise?: Hook;
  }
}
/** `/output/left`: the projector that the rig calls `output:left`; `/output/left+right`: two in one window. */
const id = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? '');
const names = outputsOfPage(id);
const [first = ''] = names;
document.title = `Frise · ${id}`;
const link = createLink({ page: { kind: 'output', id }, role: 'viewer', token: null });
const canvas = canvasOf('picture');
const desk = { station: () => link.get('station'), box: boxOf };

window.frise = startPage({
  link,
  canvas,
  // A browser shows a page of its own for one that died.
  isNegative: isApplication(navigator.userAgent),
  view: (renderer, documents) =>
    sized(
      canvas,
      names.length > 1
        ? sharedView(renderer, documents, names, desk)
        : outputView(renderer, documents, first, roomOf()),
    ),
  timing({ rig }) {
    // One window has one vsync: the grid of its first output.
    const output = rig?.outputs.find(({ key }) => names.includes(key));
    return { refresh: output?.refresh ?? 60, ahead: (output?.latencyMs ?? 0) / 1000 };
  },
});
tellBegan();
