import { facadeModel } from '../../../core/facade/select.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { lightMapSteps, packLightMap } from '../../../core/rig/light-map.ts';
import type { CompiledRig } from '../../../core/rig/rig.document.ts';
import type { Steps } from '../../../core/rig/steps.ts';
import { buildVenue, PLAIN_VENUE } from '../../../core/rig/venue.ts';
import type { Venue } from '../../../core/rig/venue.ts';
import { outputsRaster, wallSteps } from '../../../core/rig/wall.ts';
import type { CoverageMemo } from '../../../core/rig/wall.ts';
import { unpackOutput } from './light-request.ts';
import type { LightRequest, PackedLight } from './light-request.ts';

/**
 * The worker's memory: the rig as it was last sent, and each output as it lies on the wall, so that a drag costs one
 * output and not sixteen.
 */
export class LightDesk {
  private readonly outputs = new Map<string, LitOutput>();
  private readonly memo: CoverageMemo = new WeakMap();
  private rig: Omit<CompiledRig, 'outputs'> | null = null;
  private facade: FacadeModel | null = null;
  private venue: { of: Venue; key: string } | null = null;

  /** Takes in what changed. Every request must pass here, also one that is never worked on. */
  receive({ order, outputs, rig, facade }: LightRequest): void {
    for (const packed of outputs) this.outputs.set(packed.output.id, unpackOutput(packed));
    for (const id of this.outputs.keys()) if (!order.includes(id)) this.outputs.delete(id);
    if (facade !== 'same') this.facade = facade && facadeModel(facade);
    if (rig !== 'same') this.rig = rig;
    if (facade !== 'same' || rig !== 'same') this.venue = null;
  }

  *work({ own, order, width, height, resolution }: LightRequest): Steps<PackedLight> {
    const outputs = order.flatMap((id) => this.outputs.get(id) ?? []);
    const raster = outputsRaster(outputs, resolution);
    const wall = yield* wallSteps(outputs, this.venueFor(outputs), raster, this.memo);
    const map = yield* lightMapSteps(wall, own, width, height);
    return { width, height, texels: packLightMap(map) };
  }

  /** What outputs add to the venue is whether one of them is calibrated: a drag of a point keeps it. */
  private venueFor(outputs: readonly LitOutput[]): Venue {
    const key = outputs.map(({ warp }) => warp.kind).join();
    if (this.venue?.key === key) return this.venue.of;
    const compiled = outputs.map((output) => ({ ...output, key: output.id }));
    const of = this.rig ? buildVenue({ ...this.rig, outputs: compiled }, this.facade) : PLAIN_VENUE;
    this.venue = { of, key };
    return of;
  }
}
