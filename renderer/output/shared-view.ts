import type * as THREE from 'three';
import type { Topics } from '../../core/control/link.ts';
import type { Documents } from './documents.ts';
import { centred, layoutOf, type Area, type WindowBox } from './layout.ts';
import { outputView } from './output-view.ts';
import type { Moment, Part, View } from './view.ts';

/**
 * Several outputs in one window: one context and one vsync, each with its own correction in its own part of the window.
 * The parts follow the displays; an output whose display is away keeps its view, so that it is back at once.
 */
export type Desk = { station(): Topics['station'] | undefined; box(): WindowBox };
type Seat = { output: string; view: View | null; area: Area | null; size: string; at: number | null };

export const sharedView = (
  renderer: THREE.WebGLRenderer,
  documents: Documents,
  names: readonly string[],
  desk: Desk,
): View | null => {
  if (!documents.rig || !documents.show || !documents.facade) return null;
  const { width, height, ratio } = desk.box();
  const window = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
  const seats = names.map((output): Seat => ({ output, view: null, area: null, size: '', at: null }));
  let known = documents;
  let arranged: { station: unknown; box: string } = { station: null, box: '' };

  const seat = (place: Seat, area: Area | null): void => {
    place.area = area;
    const size = area === null ? place.size : `${area.width}x${area.height}`;
    if (area === null || size === place.size) return;
    const next = outputView(renderer, known, place.output, area);
    place.view?.dispose();
    Object.assign(place, { view: next, size });
  };
  const arrange = (): void => {
    const [station, box] = [desk.station(), desk.box()];
    const text = JSON.stringify(box);
    if (station === arranged.station && text === arranged.box) return;
    arranged = { station, box: text };
    const areas = layoutOf(rastersOf(known, names), station, box);
    if (areas) seats.forEach((each, index) => seat(each, areas[index] ?? null));
  };
  const draw = (place: Seat, moment: Moment): void => {
    const { view, area } = place;
    if (!view || !area) return;
    aim(renderer, window, area, view);
    view.draw({
      ...moment,
      show(ahead, region, target) {
        place.at = moment.clock + ahead;
        moment.show(ahead, region, target);
      },
    });
  };
  arrange();
  return {
    ...window,
    get light() {
      const lights = seats.flatMap(({ view }) => (view ? [view.light] : []));
      return lights.includes('coarse') ? 'coarse' : (lights[0] ?? null);
    },
    draw(moment) {
      arrange();
      try {
        for (const each of seats) draw(each, moment);
      } finally {
        renderer.setScissorTest(false);
        renderer.setViewport(0, 0, window.width, window.height);
      }
    },
    follow(next) {
      known = next;
      return seats.every(({ view }) => view?.follow(next) ?? false);
    },
    parts: () => seats.map(({ output, area, at }): Part => ({ output, area, at: area && at })),
    dispose() {
      for (const { view } of seats) view?.dispose();
    },
  };
};

const rastersOf = ({ rig }: Documents, names: readonly string[]) =>
  names.map((name) => {
    const { width, height } = rig?.outputs.find(({ key }) => key === name) ?? { width: 1, height: 1 };
    return { name, width, height };
  });

/** Viewport for the picture, scissor for the whole part; the window's origin is its lower left corner here. */
const aim = (
  renderer: THREE.WebGLRenderer,
  window: { height: number },
  area: Area,
  picture: { width: number; height: number },
): void => {
  const middle = centred(area, picture);
  const up = (box: Area): number => window.height - box.y - box.height;
  renderer.setViewport(middle.x, up(middle), middle.width, middle.height);
  renderer.setScissor(area.x, up(area), area.width, area.height);
  renderer.setScissorTest(true);
};
