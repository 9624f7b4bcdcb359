import type * as THREE from 'three';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import { buildLightMap, packLightMap } from '../../../core/rig/light-map.ts';
import type { Venue } from '../../../core/rig/venue.ts';
import { buildWall, outputsRaster, WALL_RESOLUTION } from '../../../core/rig/wall.ts';
import type { WarpMesh } from '../../../core/rig/warp-mesh.ts';
import { createLightClient } from './light-client.ts';
import type { LightClient } from './light-client.ts';
import type { LightJob, PackedLight } from './light-request.ts';
import { LightTexture } from './light-texture.ts';
import { mapSize } from './picture-size.ts';

/** `exact`: made here and at once. `live`: made in a worker, so that no frame waits for it. */
export type LightMode = 'exact' | 'live';

/** The light map of one output, from the rig to the texture. */
export interface Light {
  /** `mesh`: the output's own. */
  setRig(outputs: readonly LitOutput[], venue: Venue, mesh: WarpMesh, coarse: boolean): void;
  /** Once a frame; null before the first map. Throws once what a map failed with. */
  advance(): THREE.DataTexture | null;
  dispose(): void;
}
export type LightOptions = {
  renderer: THREE.WebGLRenderer;
  output: LitOutput;
  pixelRatio: number;
  mode?: LightMode;
  onLight?: (isCoarse: boolean) => void;
};

export const createLight = (options: LightOptions): Light => {
  const texture = new LightTexture(options.renderer);
  const jobFor = (mesh: WarpMesh, isCoarse: boolean): LightJob => ({
    own: options.output.id,
    ...mapSize(mesh, options.pixelRatio, isCoarse),
    resolution: isCoarse ? WALL_RESOLUTION / 2 : WALL_RESOLUTION,
    isCoarse,
  });
  const makers = {
    exact: () => exactMaker(texture),
    live: () => liveMaker(texture, options.onLight ?? (() => undefined)),
  };
  const maker = makers[options.mode ?? 'exact']();
  return {
    setRig: (outputs, venue, mesh, coarse) => maker.make(outputs, venue, jobFor(mesh, coarse)),
    advance() {
      maker.check();
      texture.advance();
      return texture.texture;
    },
    dispose() {
      maker.dispose();
      texture.dispose();
    },
  };
};

type Maker = { make: LightClient['ask']; check(): void; dispose(): void };

const lightNow = (outputs: readonly LitOutput[], venue: Venue, job: LightJob): PackedLight => {
  const wall = buildWall(outputs, venue, outputsRaster(outputs, job.resolution));
  const map = buildLightMap(wall, job.own, job.width, job.height);
  return { width: job.width, height: job.height, texels: packLightMap(map) };
};

const exactMaker = (texture: LightTexture): Maker => ({
  make: (...rig) => texture.set(lightNow(...rig)),
  check: () => undefined,
  dispose: () => undefined,
});

/** Where no worker runs, a frame that takes long is better than a wall that stays dark. */
const liveMaker = (texture: LightTexture, onLight: (isCoarse: boolean) => void): Maker => {
  let failure: string | null = null;
  let last: Parameters<LightClient['ask']> | null = null;
  let client: LightClient | null = createLightClient({
    light: (light, isCoarse) => texture.offer(light, () => onLight(isCoarse)),
    failed: (reason) => (failure = reason),
    lost() {
      client = null;
      try {
        if (last) texture.set(lightNow(...last));
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
      }
    },
  });
  return {
    make(...rig) {
      last = rig;
      if (client) client.ask(...rig);
      else texture.set(lightNow(...rig));
    },
    check() {
      const reason = failure;
      failure = null;
      if (reason !== null) throw new Error(`light-map-failed: ${reason}`);
    },
    dispose: () => client?.dispose(),
  };
};
