import { facadeData } from '../../../core/facade/select.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import type { CompiledRig } from '../../../core/rig/rig.document.ts';
import type { Venue } from '../../../core/rig/venue.ts';
import { packOutput } from './light-request.ts';
import type { LightJob, LightReply, LightRequest, PackedLight } from './light-request.ts';

/** The page's end of the light-map worker. At most one request is with it; of those that wait the newest counts. */
export interface LightClient {
  ask(outputs: readonly LitOutput[], venue: Venue, job: LightJob): void;
  dispose(): void;
}
export type LightAnswers = {
  /** `isCoarse`: as it was asked for. Never an older map than the one before. */
  light(light: PackedLight, isCoarse: boolean): void;
  /** One map failed; the worker goes on. */
  failed(reason: string): void;
  /** The worker does not run here: ask it no more. */
  lost(): void;
};
type Wish = { outputs: readonly LitOutput[]; venue: Venue; job: LightJob };

export const createLightClient = (answers: LightAnswers): LightClient => {
  const worker = new Worker(new URL('./light-map.worker.ts', import.meta.url), { type: 'module' });
  const letters = createLetters();
  let waiting: Wish | null = null;
  let sent: { ticket: number; isCoarse: boolean } | null = null;
  const send = ({ outputs, venue, job }: Wish): void => {
    const request = letters.request(outputs, venue, job);
    sent = { ticket: request.ticket, isCoarse: job.isCoarse };
    worker.postMessage(request);
  };
  worker.onmessage = ({ data }: MessageEvent<LightReply>) => {
    if (data.ticket !== sent?.ticket) return;
    const { isCoarse } = sent;
    sent = null;
    if (waiting) send(waiting);
    waiting = null;
    if (data.light) answers.light(data.light, isCoarse);
    else answers.failed(data.error);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    answers.lost();
  };
  return {
    ask(outputs, venue, job) {
      const wish = { outputs, venue, job };
      if (sent?.isCoarse) waiting = wish;
      else send(wish);
    },
    dispose: () => worker.terminate(),
  };
};

/** Writes requests, leaving out what the worker has. */
const createLetters = () => {
  let ticket = 0;
  const known = new Map<string, LitOutput>();
  let rig: Omit<CompiledRig, 'outputs'> | null = null;
  let facade: FacadeModel | null = null;
  const changed = (outputs: readonly LitOutput[]): LitOutput[] => {
    const order = new Set(outputs.map(({ id }) => id));
    for (const id of known.keys()) if (!order.has(id)) known.delete(id);
    return outputs.filter((output) => {
      const isNew = !isSame(known.get(output.id), output);
      known.set(output.id, output);
      return isNew;
    });
  };
  const request = (outputs: readonly LitOutput[], { source }: Venue, job: LightJob): LightRequest => {
    const nextRig = source && withoutOutputs(source.rig);
    const nextFacade = source?.facade ?? null;
    const isSameRig = ticket > 0 && isSame(rig, nextRig);
    const isSameFacade = ticket > 0 && facade === nextFacade;
    rig = nextRig;
    facade = nextFacade;
    ticket++;
    return {
      ...job,
      ticket,
      order: outputs.map(({ id }) => id),
      outputs: changed(outputs).map(packOutput),
      rig: isSameRig ? 'same' : rig,
      facade: isSameFacade ? 'same' : facade && facadeData(facade),
    };
  };
  return { request };
};

const withoutOutputs = ({ id, rig, model }: CompiledRig): Omit<CompiledRig, 'outputs'> => ({
  id,
  rig,
  model,
});

/** The same parts: documents are never changed in place, and a record that nobody edited keeps its parts. */
const isSame = (a: object | null | undefined, b: object | null): boolean => {
  if (!a || !b) return a === b;
  const [as, bs] = [Object.entries(a), Object.entries(b)];
  const others = new Map<string, unknown>(bs);
  return as.length === bs.length && as.every(([key, value]) => others.has(key) && others.get(key) === value);
};
