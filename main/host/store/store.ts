import path from 'node:path';
import { modelOf } from '../../../core/facade/model-of.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import type { FacadeDocument } from '../../../core/facade/facade.schema.ts';
import { ok } from '../../../core/result.ts';
import type { Problem, Result } from '../../../core/result.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import type { LayerTypes, ShowContext } from '../../../core/show/check-context.ts';
import type { DocumentDiff, DocumentEdit, FriseDocument } from '../../../core/show/document.ts';
import type { Direction } from '../../../core/show/history.ts';
import type { EditableFormat } from '../../../core/show/parse.ts';
import { serialise } from '../../../core/show/serialise.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { newStation, type StationDocument } from '../../../core/station/station.schema.ts';
import type { ShowClock } from '../clock.ts';
import { autosavesOf, type Autosave } from './autosaves.ts';
import { ownSide, sourceSide, type DiskSide } from './disk-side.ts';
import { reasonOf } from './files.ts';
import { openDraftStore, type DraftStore } from './draft.ts';
import { createReturned, type KeptSources } from './kept-sources.ts';
import { createMediaFiles, type Beside } from './media.ts';
import { pathsOf, placesOf } from './places.ts';
import type { Places } from './places.ts';
import { Slot } from './slot.ts';
import type { Outside } from './recover.ts';
import { load } from './sources.ts';
import type { Loaded, Loading } from './sources.ts';

/** The documents of one host: show, façade, rig and station, kept safe (DESIGN §4). Wires; the work is beside it. */
export type Which = 'show' | 'facade' | 'rig' | 'station';
export type StoreChange = {
  which: Which;
  document: FriseDocument;
  revision: number;
  diff: DocumentDiff;
  author: string;
  label: string;
  gesture: string | null;
  kind: 'edit' | 'undo' | 'redo';
};
export type Listener = (change: StoreChange) => void;
export type StoreOptions = {
  showDir: string;
  /** null: the show's `defaultRig`. */
  rigFile: string | null;
  stationDir: string;
  layerTypes: LayerTypes;
  clock: Pick<ShowClock, 'after' | 'iso'>;
  /** false: no snapshot now, a boundary is less than a second away. Left out: always. */
  maySnapshot?: () => boolean;
  /** Left out: taken. */
  outside?: Outside;
  /** Left out: none. */
  kept?: KeptSources;
};
export interface Store {
  readonly show: { document: ShowDocument; revision: number };
  readonly facade: { document: FacadeDocument; revision: number };
  readonly rig: { document: RigDocument; revision: number };
  readonly station: { document: StationDocument; revision: number };
  /** What the designers work on while the show runs. */
  readonly draft: DraftStore;
  /** Resolves once the edit is on the disk. Edits of one author, label and gesture id (a drag) are one undo step. */
  edit(
    which: Which,
    edit: DocumentEdit,
    author: string,
    gesture?: string | null,
  ): Promise<Result<{ revision: number }>>;
  /** The same of the show, from an edit that is made for the very document it is put on. */
  editShow(
    make: (show: ShowDocument) => DocumentEdit,
    author: string,
    gesture: string | null,
  ): Promise<Result<{ revision: number }>>;
  undo(which: Which, author: string): Promise<Result<{ revision: number; label: string }>>;
  redo(which: Which, author: string): Promise<Result<{ revision: number; label: string }>>;
  /** What undo or redo would change now; null: nothing, or it would be refused. */
  next(which: Which, direction: Direction, author: string): DocumentEdit | null;
  /** After each acknowledged change. Gives back its removal. */
  onChange(listener: Listener): () => void;
  /** What is wrong now; `path` starts with the document where that is not plain. */
  readonly problems: Problem[];
  /** Absolute path of `media:name`. */
  mediaFile(id: string): Result<string>;
  /** Another file stands there now: its hash is looked at anew. */
  mediaChanged(id: string): void;
  /** What was made of `media:name`'s file; `own` is in the show's folder on the station. */
  besideMedia(id: string, ending: string): Result<Beside>;
  /** Folders that media are looked for in; new ones go to the first, which is the station's own. */
  readonly mediaFolders: readonly string[];
  /** Snapshots of the show that lie beside it. */
  autosaves(): Promise<Autosave[]>;
  /** Files of the documents that somebody else may write. */
  readonly disk: readonly DiskSide[];
  /** Where the active rig lives on the station. */
  readonly rigFolder: string;
  /** Writes anew what lay in a folder that is gone. */
  look(): void;
  /** Writes what is due and closes. */
  dispose(): Promise<void>;
}

type Slots = {
  show: Slot<'frise-show'>;
  facade: Slot<'frise-facade'>;
  rig: Slot<'frise-rig'>;
  station: Slot<'frise-station'>;
};
type Loads = {
  show: Loaded<'frise-show'>;
  facade: Loaded<'frise-facade'>;
  rig: Loaded<'frise-rig'>;
  station: Loaded<'frise-station'>;
};

const problemsOf = (
  slots: Slots,
  draft: DraftStore,
  opening: readonly Problem[],
  media: readonly Problem[],
): Problem[] => [
  ...opening,
  ...slots.show.problems,
  ...slots.facade.problems,
  ...slots.rig.problems,
  ...slots.station.problems,
  ...draft.problems,
  ...media,
];

/** A listener that throws must not keep the others, or the editor's answer, waiting. */
const tellAll = (
  listeners: ReadonlySet<Listener>,
  change: StoreChange,
  failed: (reason: string) => void,
): void => {
  for (const listener of listeners)
    try {
      listener(change);
    } catch (error) {
      failed(reasonOf(error));
    }
};

/** What the draft alone names is served to those who design; what both name is the programme's. */
const mediaOf = (show: Slot<'frise-show'>, draft: DraftStore): (() => ShowDocument) => {
  let last: { show: ShowDocument; draft: ShowDocument; both: ShowDocument } | null = null;
  return () => {
    const programme = show.document;
    const blind = draft.current()?.document;
    if (blind === undefined) return programme;
    if (last?.show !== programme || last.draft !== blind) {
      const media = Object.entries(blind.records).filter(([id]) => id.startsWith('media:'));
      const records = { ...Object.fromEntries(media), ...programme.records };
      last = { show: programme, draft: blind, both: { ...programme, records } };
    }
    return last.both;
  };
};

type Where = { media: string[]; rig: string };
const storeOf = (
  { slots, draft, disk }: { slots: Slots; draft: DraftStore; disk: readonly DiskSide[] },
  listeners: Set<Listener>,
  opening: Problem[],
  where: Where,
): Store => {
  const media = createMediaFiles(mediaOf(slots.show, draft), where.media);
  const returned = createReturned(opening);
  const pick = <F extends EditableFormat>({ document, revision }: Slot<F>) => ({ document, revision });
  return {
    get show() {
      return pick(slots.show);
    },
    get facade() {
      return pick(slots.facade);
    },
    get rig() {
      return pick(slots.rig);
    },
    get station() {
      return pick(slots.station);
    },
    draft,
    edit: (which, edit, author, gesture = null) => slots[which].edit(edit, author, gesture),
    editShow: (make, author, gesture) => slots.show.edit(make, author, gesture),
    undo: (which, author) => slots[which].step('undo', author),
    redo: (which, author) => slots[which].step('redo', author),
    next: (which, direction, author) => slots[which].next(direction, author),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get problems() {
      const changed = disk.flatMap(({ problem }) => (problem === null ? [] : [problem]));
      return problemsOf(slots, draft, [...opening, ...changed], media.problems);
    },
    mediaFile: (id) => media.file(id),
    mediaChanged: (id) => media.changed(id),
    disk,
    autosaves: () => autosavesOf(slots.show.place),
    besideMedia: (id, ending) => media.beside(id, ending),
    mediaFolders: where.media,
    rigFolder: where.rig,
    look() {
      for (const slot of Object.values(slots)) void slot.look();
      void returned();
    },
    async dispose() {
      listeners.clear();
      await draft.dispose();
      await Promise.all(Object.values(slots).map((slot) => slot.dispose()));
    },
  };
};

const loadAll = async (options: StoreOptions, places: Places): Promise<Result<Loads>> => {
  const context = { layerTypes: options.layerTypes, facade: null };
  const { outside = 'taken', kept = null } = options;
  const about = { context, iso: options.clock.iso, otherwise: null, outside, kept };
  const { source } = places;
  const show = await load({
    ...about,
    format: 'frise-show',
    place: places.show,
    source: source('show.json'),
  });
  if (!show.ok) return show;
  const rest = await loadNamed(options, places, show.value, about);
  if (!rest.ok) await show.value.log?.close();
  return rest;
};

type About = Pick<Loading<EditableFormat>, 'context' | 'iso' | 'otherwise' | 'outside' | 'kept'>;

/** Façade and rig, which the show names. */
const loadNamed = async (
  { rigFile }: StoreOptions,
  places: Places,
  show: Loads['show'],
  about: About,
): Promise<Result<Loads>> => {
  const paths = pathsOf(show.document);
  if (!paths.ok) return paths;
  const { facade: facadePath, rig: rigPath } = paths.value;
  const from = { place: places.facade(facadePath), source: places.source(facadePath) };
  const facade = await load({ ...about, ...from, format: 'frise-facade' });
  if (!facade.ok) return facade;
  const source = rigFile ?? places.source(rigPath);
  const rig = await load({ ...about, format: 'frise-rig', place: places.rig, source });
  if (!rig.ok) {
    await facade.value.log?.close();
    return rig;
  }
  const station = await loadStation(places, about);
  if (!station.ok) {
    await Promise.all([facade.value.log?.close(), rig.value.log?.close()]);
    return station;
  }
  // A rig belongs to the venue: that a show's example changes is no news.
  return ok({
    show,
    facade: facade.value,
    rig: { ...rig.value, origin: null, from: null },
    station: station.value,
  });
};

/** A station needs no file: one that nobody has set up is opened with the defaults and written at its first edit. */
const loadStation = async ({ station }: Places, about: About): Promise<Result<Loads['station']>> => {
  const made = serialise(newStation());
  const loaded = await load({
    ...about,
    format: 'frise-station',
    place: station,
    source: station.file,
    otherwise: made,
    // Nobody looks at it while the host runs.
    outside: 'taken',
    kept: null,
  });
  return loaded.ok ? ok({ ...loaded.value, origin: null, from: null }) : loaded;
};

export const createStore = async (options: StoreOptions): Promise<Result<Store>> => {
  const places = await placesOf(options);
  const loads = await loadAll(options, places);
  if (!loads.ok) return loads;
  const { show, facade, rig, station } = loads.value;
  const listeners = new Set<Listener>();
  const opening = [...show.problems, ...facade.problems, ...rig.problems, ...station.problems];
  const { slots, showContext } = slotsOf(options, loads.value, (which) => (change) => {
    tellAll(listeners, { which, ...change }, (message) =>
      opening.push({ code: 'listener-failed', message, path: '' }),
    );
  });
  // The rig is copied into the station at the first run; show and façade at their first edit.
  await slots.rig.keep();
  if (!show.isNew) await slots.show.keep();
  if (!facade.isNew) await slots.facade.keep();
  const draft = await openDraftStore(
    {
      work: places.work,
      context: showContext,
      clock: options.clock,
      maySnapshot: options.maySnapshot ?? (() => true),
    },
    slots.show.document,
  );
  const where = { media: [places.work, path.resolve(options.showDir)], rig: places.rig.folder };
  const disk = diskSides(loads.value, slots, places, options);
  return ok(storeOf({ slots, draft, disk }, listeners, opening, where));
};

/** A show that is edited in place is its own source. */
const diskSides = (
  { show, facade }: Loads,
  slots: Slots,
  places: Places,
  { layerTypes }: StoreOptions,
): DiskSide[] => {
  const context = { layerTypes, facade: null };
  const ofShow = { which: 'show', format: 'frise-show', slot: slots.show, context } as const;
  const ofFacade = { which: 'facade', format: 'frise-facade', slot: slots.facade, context } as const;
  const ofRig = { which: 'rig', format: 'frise-rig', slot: slots.rig, context } as const;
  const shows = places.source('show.json');
  const paths = pathsOf(slots.show.document);
  const facades = paths.ok ? places.source(paths.value.facade) : null;
  const sources = [
    show.from && shows !== slots.show.place.file ? sourceSide(ofShow, show.from, shows) : null,
    facade.from && facades !== null && facades !== slots.facade.place.file
      ? sourceSide(ofFacade, facade.from, facades)
      : null,
  ].filter((side) => side !== null);
  return [ownSide(ofShow), ownSide(ofFacade), ownSide(ofRig), ...sources];
};

type Notify = (which: Which) => (change: Omit<StoreChange, 'which'>) => void;

const slotsOf = (
  options: StoreOptions,
  loads: Loads,
  notify: Notify,
): { slots: Slots; showContext: () => ShowContext } => {
  const bare = { layerTypes: options.layerTypes, facade: null };
  const make = <F extends EditableFormat>(load: Loaded<F>, which: Which, context: () => ShowContext) =>
    new Slot<F>({
      ...load,
      clock: options.clock,
      maySnapshot: options.maySnapshot ?? (() => true),
      context,
      changed: notify(which),
    });
  const facade = make(loads.facade, 'facade', () => bare);
  const model = facadeIndex(facade);
  const showContext = (): ShowContext => ({ ...bare, facade: model() });
  const slots = {
    facade,
    show: make(loads.show, 'show', showContext),
    rig: make(loads.rig, 'rig', showContext),
    station: make(loads.station, 'station', () => bare),
  };
  return { slots, showContext };
};

/** The façade's index for the checks of regions: built once a revision. */
const facadeIndex = (slot: Slot<'frise-facade'>): (() => FacadeModel) => {
  let last: { revision: number; model: FacadeModel } | null = null;
  return () => {
    const { document, revision } = slot;
    if (last?.revision !== revision) last = { revision, model: modelOf(document) };
    return last.model;
  };
};
