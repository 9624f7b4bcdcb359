import { screen, type BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import {
  homeKey,
  placeOutputs,
  type Placement,
  type PlacedOutput,
  type PlacementOptions,
  type Screen,
} from './placement.ts';
import { openWindow } from './window.ts';

/** The outputs' windows follow the rig and the displays; one whose place hasn't changed is left alone. */
export interface OutputWindows {
  setOutputs(outputs: PlacedOutput[]): void;
  /** Displays came, went or changed. */
  refresh(): void;
  count(): number;
}
type Open = { window: BrowserWindow; place: string };

export const createOutputWindows = (
  http: string,
  options: PlacementOptions,
  onShown: () => void,
  onClosed: () => void,
): OutputWindows => {
  const open = new Map<string, Open>();
  /** By hand: stays closed until its place changes. */
  const closed = new Map<string, string>();
  const homes = new Map<string, number>();
  let outputs: PlacedOutput[] = [];

  const close = (id: string) => {
    const entry = open.get(id);
    open.delete(id);
    entry?.window.destroy();
  };
  const show = (placement: Placement, place: string, index: number) => {
    const { id } = placement.output;
    const window = openWindow(`${http}/output/${id}`, windowOptions(placement, index));
    open.set(id, { window, place });
    window.once('ready-to-show', () => {
      window.show();
      onShown();
    });
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('closed', () => {
      if (open.get(id)?.window !== window) return;
      open.delete(id);
      closed.set(id, place);
      onClosed();
    });
  };
  const refresh = () => {
    const placements = placeOutputs(outputs, screens(), options, homes);
    for (const each of placements) if (each.kind === 'display') homes.set(homeKey(each.output), each.screen);
    const wanted = new Map(placements.map((placement) => [placement.output.id, placement]));
    for (const id of open.keys()) if (!wanted.has(id)) close(id);
    placements.forEach((placement, index) => {
      const { id } = placement.output;
      const place = JSON.stringify([
        placement.kind,
        placement.kind === 'display' ? placement.bounds : sizeOf(placement),
      ]);
      if (open.get(id)?.place === place || closed.get(id) === place) return;
      closed.delete(id);
      close(id);
      show(placement, place, index);
    });
  };
  return {
    setOutputs(next) {
      outputs = next;
      refresh();
    },
    refresh,
    count: () => open.size,
  };
};

export const screens = (): Screen[] => {
  const primary = screen.getPrimaryDisplay().id;
  return screen
    .getAllDisplays()
    .map(({ id, label, bounds }) => ({ id, label, bounds, isPrimary: id === primary }));
};

const sizeOf = ({ output }: Placement) => ({
  width: Math.max(160, Math.round(output.width / 2)),
  height: Math.max(90, Math.round(output.height / 2)),
});

const windowOptions = (placement: Placement, index: number): BrowserWindowConstructorOptions => {
  const title = `Frise · ${placement.output.name}`;
  if (placement.kind === 'display')
    return { ...placement.bounds, title, frame: false, fullscreen: true, autoHideMenuBar: true };
  const { x, y } = screen.getPrimaryDisplay().workArea;
  const step = 40 * (index + 1);
  return {
    ...sizeOf(placement),
    x: x + step,
    y: y + step,
    title,
    useContentSize: true,
    autoHideMenuBar: true,
  };
};
