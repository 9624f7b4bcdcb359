import * as THREE from 'three';
import { type Graph, graphOf, type Point, strewn } from '../../../core/layers/network-graph.ts';
import type { NetworkParameters } from '../../../core/layers/network.ts';
import { linearInto } from '../colour.ts';
import { extentOf } from '../extent.ts';
import { boundsOf } from '../geometry/fill.ts';
import { createStroke, SHARPEST, strokeVertex } from '../geometry/stroke.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { applyBlend, createMaterial, type Uniforms } from '../material.ts';
import { chosen, pathLines } from './facade-lines.ts';
import { linkFragment, nodeFragment, nodeVertex } from './network.glsl.ts';

/** The graph is made when what it depends on changes; growth and pulses are uniforms. */
export const create = (context: LayerContext): StageLayer<NetworkParameters> => {
  const uniforms = createUniforms();
  const line = createMaterial(strokeVertex, linkFragment, uniforms, 'light');
  const dot = createMaterial(nodeVertex, nodeFragment, { ...uniforms, uReach: uniforms.uNodeReach }, 'light');
  // Lines that meet in a node don't add up there.
  for (const material of [line, dot]) applyBlend(material, 'lighten');
  const links = new THREE.Mesh(new THREE.BufferGeometry(), line);
  const nodes = new THREE.Mesh<THREE.BufferGeometry, THREE.ShaderMaterial>(new THREE.BufferGeometry(), dot);
  const object = new THREE.Group();
  for (const mesh of [links, nodes]) {
    mesh.frustumCulled = false;
    object.add(mesh);
  }
  let [built, longest] = ['', 0];
  const build = (p: NetworkParameters): void => {
    const { elements, nodes: count, x, y, width, height, links: ties, reach, rootX, rootY, seed } = p;
    const key = JSON.stringify([elements, count, x, y, width, height, ties, reach, rootX, rootY, seed]);
    if (key === built) return;
    built = key;
    const graph = graphOf(pointsOf(context, p), ties, reach, [rootX, rootY]);
    longest = graph.longest;
    links.geometry.dispose();
    nodes.geometry.dispose();
    links.geometry = linksOf(graph);
    nodes.geometry = nodesOf(graph);
  };
  return {
    object,
    isSmooth: true,
    direct: { kind: 'apart', materials: [line, dot] },
    extent() {
      const reach = Math.max(uniforms.uReach.value * SHARPEST, uniforms.uNodeReach.value);
      return extentOf([links.geometry, nodes.geometry], reach, null);
    },
    prepare: async (_times, p) => build(p),
    update(times, p) {
      build(p);
      // A little past the end, so that the last node is full grown.
      uniforms.uHead.value = p.progress * (longest + 1.5);
      setUniforms(uniforms, times, p, context);
    },
    dispose() {
      for (const mesh of [links, nodes]) mesh.geometry.dispose();
      line.dispose();
      dot.dispose();
    },
  };
};

const pointsOf = (context: LayerContext, p: NetworkParameters): Point[] => {
  const canvas = { x: 0, y: 0, ...context.canvas };
  const box = p.width > 0 && p.height > 0 ? { x: p.x, y: p.y, width: p.width, height: p.height } : canvas;
  if (p.elements.length === 0) return strewn(p.nodes, box, context.seed + p.seed);
  return chosen(context.facade, p.elements)
    .slice(0, p.nodes)
    .map((element): Point => {
      const bounds = boundsOf(pathLines(element.outline).flatMap((line) => line.points));
      return [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
    });
};
const linksOf = ({ nodes, links }: Graph): THREE.BufferGeometry =>
  createStroke(
    links.map(({ from, to, starts }) => {
      const [a, b] = [nodes[from]!, nodes[to]!];
      return {
        line: {
          points: [
            [a[0], a[1]],
            [b[0], b[1]],
          ],
          closed: false,
        },
        rank: () => starts,
      };
    }),
  );
const nodesOf = ({ nodes, at }: Graph): THREE.BufferGeometry => {
  const geometry = new THREE.InstancedBufferGeometry();
  const corners = [-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0];
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const values = nodes.flatMap(([x, y], i) => (Number.isFinite(at[i]!) ? [x, y, at[i]!] : []));
  geometry.setAttribute('aNode', new THREE.InstancedBufferAttribute(new Float32Array(values), 3));
  geometry.instanceCount = values.length / 3;
  geometry.boundingBox = new THREE.Box3().setFromPoints(nodes.map(([x, y]) => new THREE.Vector3(x, y, 0)));
  return geometry;
};

const createUniforms = () =>
  ({
    uReach: { value: 1 },
    uNodeReach: { value: 1 },
    uHead: { value: 0 },
    uWidth: { value: 0.1 },
    uNode: { value: 0.5 },
    uRest: { value: 1 },
    uPulse: { value: new THREE.Vector4() },
    uGlow: { value: 0 },
    uGlowLevel: { value: 0 },
    uColour: { value: new THREE.Color() },
    uPulseColour: { value: new THREE.Color() },
    uSeed: { value: 0 },
  }) satisfies Uniforms;
const setUniforms = (
  u: ReturnType<typeof createUniforms>,
  times: LayerTimes,
  p: NetworkParameters,
  context: LayerContext,
): void => {
  const t = p.clock === 'free' ? times.free : times.position;
  const pixel = 1.5 / context.density;
  u.uReach.value = p.strokeWidth / 2 + p.glow + pixel;
  u.uNodeReach.value = p.node / 2 + p.glow + pixel;
  u.uWidth.value = p.strokeWidth;
  u.uNode.value = p.node;
  u.uRest.value = p.rest;
  const every = Math.max(p.pulseEvery, p.pulseLength, 1e-3);
  u.uPulse.value.set(p.pulses, (t * p.pulseSpeed) % every, p.pulseLength, every);
  u.uGlow.value = p.glow;
  u.uGlowLevel.value = p.glowLevel;
  linearInto(u.uColour.value, p.colour).multiplyScalar(p.level);
  linearInto(u.uPulseColour.value, p.pulseColour).multiplyScalar(p.level);
  u.uSeed.value = (context.seed + p.seed) % 65_536;
};
