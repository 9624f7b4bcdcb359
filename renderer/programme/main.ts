import type * as THREE from 'three';
import type { ShowDocument } from '../../core/show/show.schema.ts';
import { programmePageOf, programmeSize, publicSize } from '../../core/control/programme-page.ts';
import { isLoopback, readDevice, storeOr } from '../console/pairing/keys.ts';
import { gazeFor, gazeOf } from '../../core/facade/viewpoint.ts';
import { tellBegan } from '../link/began.ts';
import { createLink } from '../link/link.ts';
import { withTopics } from '../link/other-topics.ts';
import { startPage, type Hook } from '../output/page.ts';
import { publicPicture } from '../output/public-picture.ts';
import type { Documents } from '../output/documents.ts';
import { pictureView } from '../output/picture-view.ts';
import { canvasPicture, type Picture } from '../output/picture.ts';
import { canvasOf, roomOf, sized } from '../output/window.ts';
import { watchAway } from './away.ts';
import { playSound } from './sound.ts';
import { programmeWords } from './words.ts';

declare global {
  interface Window {
    frise?: Hook;
    /** For tests: how the sound stands; null: this page has none. */
    friseSound?: (() => AudioContextState) | null;
  }
}
/** The clean feed: the whole canvas or the public's view of it, no correction, for a stream, a capture or the foyer's screen. */
const query = new URLSearchParams(location.search);
const asked = programmePageOf((name) => query.get(name));
const isNear = isLoopback(location.hostname);
const token = isNear ? null : (readDevice(storeOr(() => localStorage))?.token ?? null);

const say = (text: string): void => {
  const line = document.createElement('p');
  line.className = 'line';
  line.textContent = text;
  document.body.append(line);
};

/** The show in the language that was asked for. */
const inLanguage = (document: ShowDocument): ShowDocument => {
  const { language } = asked;
  if (language === null) return document;
  const records = Object.entries(document.records).map(([id, record]) =>
    id.startsWith('show:') ? [id, { ...Object(record), language }] : [id, record],
  );
  return { ...document, records: Object.fromEntries(records) };
};

/** The elevation, or the building at night from the avenue; a viewpoint that the façade hasn't is its first. */
const pictureOf = (renderer: THREE.WebGLRenderer, { show, facade }: Documents): Picture | null => {
  if (!show) return null;
  const { canvas: size } = show.show;
  if (asked.view === 'canvas') return canvasPicture(renderer, size, programmeSize(asked, size, roomOf()));
  if (!facade) return null;
  const named = gazeFor(facade, { viewpoint: asked.viewpoint, eye: null, target: null, lens: null });
  const gaze = named.ok ? named.value : gazeOf(facade);
  return publicPicture(renderer, facade, gaze, publicSize(asked, roomOf()));
};

const start = (): void => {
  const host = createLink({ page: { kind: 'programme', id: 'programme' }, role: 'viewer', token });
  const link = withTopics(host, {
    show: ({ document, revision }) => ({ document: inLanguage(document), revision }),
    fading: ({ incoming, outgoing }) => ({
      incoming: incoming && { document: inLanguage(incoming.document) },
      outgoing: outgoing && { ...outgoing, document: inLanguage(outgoing.document) },
    }),
  });
  const canvas = canvasOf('picture');
  const away = watchAway(link, (isAway) => (document.body.dataset['away'] = String(isAway)));
  window.frise = startPage({
    link,
    canvas,
    view(renderer, documents) {
      const picture = pictureOf(renderer, documents);
      return picture && sized(canvas, pictureView(picture));
    },
    timing: () => ({ refresh: asked.fps, ahead: 0 }),
    isCapped: true,
    isSilent: true,
  });
  window.friseSound = asked.hasSound ? playSound(link, away.isAway) : null;
};

if (!isNear && token === null) say(programmeWords.unpaired);
else start();
tellBegan();
