import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { layerTypes } from '../../core/layers/registry.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { lanAddresses } from '../ports/web/lan-addresses.ts';
import { loadPages } from '../ports/web/pages.ts';
import { openWebPort } from '../ports/web/web.port.ts';
import { openedShow } from './archive/opened.ts';
import { assemble, type Host } from './assemble.ts';
import { documentsOf } from './documents.ts';
import { drawInWorker, type Draw } from './exports/drawing.ts';
import { layFoundation, type Foundation } from './foundation.ts';
import { addressText, type Options } from './options.ts';
import { createVersion } from './version.ts';
import { openOsc } from './osc.ts';
import type { Playback } from './playback.ts';
import { spareId } from './spare.ts';
import { prepareFollow, type Follow } from './spare/prepare.ts';
import { createLanSettings } from './remote/lan-settings.ts';
import { openKeptSources } from './store/kept-sources.ts';
import { createStore, type Store } from './store/store.ts';
import { isToken, keepOwnerToken, lockStation, ownerToken } from './station.ts';

/** Opens everything in order and closes it in reverse; a refusal on the way leaves nothing open. */
export type Running = { ready: ReadyLine; host: Host; close(): Promise<void> };
export type ReadyLine = { event: 'ready'; http: string; osc: string; owner: string };

type Closer = (isOnPurpose: boolean) => void | Promise<void>;

/** `addresses`: where the network is; `draw`: who draws exports. A test says others than the machine's. */
export const startHost = async (
  options: Options,
  root: string,
  addresses: () => string[] = lanAddresses,
  draw: Draw = drawInWorker(root, process.env),
): Promise<Result<Running>> => {
  const closers: Closer[] = [];
  const close = async (isOnPurpose: boolean) => {
    for (const closer of closers.splice(0).reverse()) await closer(isOnPurpose);
  };
  try {
    return await open(options, root, addresses, draw, closers, close);
  } catch (error) {
    await close(false);
    const why = error instanceof Error ? error.message : String(error);
    return fail(
      'start-failed',
      `Frise could not start: ${why}. Look at the folder ${options.station}, or name another with --station.`,
      '--station',
    );
  }
};

const open = async (
  asked: Options,
  root: string,
  addresses: () => string[],
  draw: Draw,
  closers: Closer[],
  close: (isOnPurpose: boolean) => Promise<void>,
): Promise<Result<Running>> => {
  // A start that fails leaves the session as it was: what a crash left must not be lost to a taken port.
  const refused = async <T>(result: Result<T>): Promise<Result<T>> => {
    if (!result.ok) await close(false);
    return result;
  };
  const lock = await lockStation(asked.station);
  if (lock === null)
    return fail('station-in-use', `${asked.station}: ${messages['station-in-use'].en}`, '--station');
  closers.push(lock.release);
  const follow = await refused(await followOf(asked));
  if (!follow.ok) return follow;
  const opened = await refused(await openedShow(asked.show, asked.station));
  if (!opened.ok) return opened;
  const options =
    follow.value === null
      ? { ...asked, show: opened.value }
      : { ...asked, show: follow.value.show, rig: follow.value.rig };
  const foundation = layFoundation(options.station, options.show);
  closers.push(foundation.close);
  let playback: Playback | null = null;
  const maySnapshot = () => playback?.isQuietFor(boundaryMargin) ?? true;
  const store = await refused(await openStore(options, foundation, maySnapshot, follow.value !== null));
  if (!store.ok) return store;
  const documents = documentsOf(store.value);
  const { flashes } = options;
  if (flashes !== null && follow.value === null) {
    const asker = { sender: 'start', at: foundation.clock.now(), requestId: null };
    const chosen = await refused(await createVersion({ documents }).handlers.version({ flashes }, asker));
    if (!chosen.ok) return chosen;
  }
  const owner = ownerToken(options.station);
  closers.push(
    foundation.clock.every(lookMs, () => {
      foundation.session.look();
      store.value.look();
      // A shell knows this token: a host that came back with another one would be shut to its console.
      keepOwnerToken(options.station, owner);
    }),
  );
  const { show, windowed, station } = options;
  const host = assemble({
    foundation,
    documents,
    show,
    station,
    windowed,
    version: versionOf(root),
    follow: follow.value,
    draw,
  });
  playback = host.playback;
  closers.push(host.close);
  const osc = await refused(await openOsc(host, documents, options.osc));
  if (!osc.ok) return osc;
  closers.push(osc.value.close);
  const lan = createLanSettings(store.value, station, host);
  const web = await refused(
    await openWebPort({
      host,
      listen: options.http,
      pages: loadPages(join(root, 'dist/renderer')),
      isOwner: (token) => isToken(owner, token),
      lanAddresses: addresses,
      lanNames: lan.names,
      certificate: lan.certificate,
      mediaFile(name) {
        const file = store.value.mediaFile(`media:${name}`);
        return file.ok ? file.value : null;
      },
      analysisFile: (name) => host.analysisFile(`media:${name}`),
      exportFile: host.exportFile,
    }),
  );
  if (!web.ok) return web;
  closers.push(web.value.close, host.ending);
  await host.pairing.attach(web.value.lan);
  closers.push(lan.onChange(() => void web.value.lan.renew()));
  const ready: ReadyLine = {
    event: 'ready',
    http: `http://${addressText(web.value.address)}`,
    osc: addressText(osc.value.address),
    owner,
  };
  return ok({ ready, host, close: () => close(true) });
};

const followOf = async ({ follow, station }: Options): Promise<Result<Follow | null>> =>
  follow === null
    ? ok(null)
    : prepareFollow({
        target: follow,
        station,
        spareId: spareId(),
        say: (line) => void process.stderr.write(`frise: ${line}\n`),
      });

/** Whether the station's folder is still there: a hand tidies up, a disk is unmounted. */
const lookMs = 2000;
/** Seconds before a boundary in which the disk is left alone. */
const boundaryMargin = 1;

const openStore = async (
  options: Options,
  { clock, wasCut }: Foundation,
  maySnapshot: () => boolean,
  /** Its files are the mirror's, and nobody else's. */
  isFollowing: boolean,
): Promise<Result<Store>> =>
  createStore({
    showDir: options.show,
    rigFile: options.rig,
    stationDir: options.station,
    layerTypes,
    clock,
    maySnapshot,
    outside: isFollowing ? 'taken' : 'asked',
    kept: await openKeptSources(join(options.station, 'session/opened'), wasCut),
  });

const versionOf = (root: string): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    .version;
