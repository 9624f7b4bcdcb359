import { describe, expect, test } from 'vitest';
import { makeFacade as makeNamed } from '../rig/facade-builder.ts';
import { box, makeFacade } from '../rig/building.builders.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { viewBody } from '../../../core/facade/view-body.ts';

type Vertex = { at: number[]; normal: number[] };
type Face = { vertices: Vertex[]; normal: number[] };

const round = (values: Float32Array): number[] =>
  Array.from(values, (value) => Math.round(value * 100) / 100 + 0);
const facesOf = (facade: FacadeModel): Face[] => {
  const { positions, normals, triangles } = viewBody(facade);
  return Array.from({ length: triangles.length / 6 }, (_, face) => {
    const vertices = [0, 1, 2, 3].map((corner): Vertex => {
      const first = (triangles[face * 6]! + corner) * 3;
      return {
        at: round(positions.subarray(first, first + 3)),
        normal: round(normals.subarray(first, first + 3)),
      };
    });
    return { vertices, normal: vertices[0]!.normal };
  });
};
const fronts = (faces: readonly Face[]): Face[] => faces.filter(({ normal }) => normal[2]! > 0.1);
const extent = ({ vertices }: Face, axis: number): [number, number] => {
  const values = vertices.map(({ at }) => at[axis]!);
  return [Math.min(...values), Math.max(...values)];
};
const isAt = (face: Face, x: number, y: number): boolean => {
  const [[left, right], [bottom, top]] = [extent(face, 0), extent(face, 1)];
  return x > left && x < right && y > bottom && y < top;
};
const depthsAt = (facade: FacadeModel, x: number, y: number): number[] =>
  fronts(facesOf(facade))
    .filter((face) => isAt(face, x, y))
    .map((face) => extent(face, 2)[1])
    .sort((a, b) => a - b);

describe('the body that people look at', () => {
  const wallAndColumn = makeFacade([
    [box(0, 0, 20, 10), 4],
    [box(9, 0, 1, 10), 0],
  ]);
  test('has the wall whole behind what stands before it', () => {
    expect(depthsAt(wallAndColumn, 9.5, 5)).toEqual([-4, 0]);
    expect(depthsAt(wallAndColumn, 3, 5)).toEqual([-4]);
  });
  test('is open where a deeper element was drawn later', () => {
    const gate = makeFacade([
      [box(0, 0, 20, 10), 0],
      [box(8, 0, 4, 6), 3],
    ]);
    expect(depthsAt(gate, 10, 3)).toEqual([-3]);
    expect(depthsAt(gate, 10, 8)).toEqual([0]);
    const reveal = facesOf(gate).find((face) => face.normal[1] === -1 && extent(face, 1)[0] === 6);
    expect([extent(reveal!, 0), extent(reveal!, 2)]).toEqual([
      [8, 12],
      [-3, 0],
    ]);
  });
  test('has nothing where nothing is drawn, nor where the sky is', () => {
    const house = makeFacade([
      [box(0, 0, 20, 5), 0],
      [box(4, 0, 2, 5), 0, 'sky'],
    ]);
    expect(depthsAt(house, 10, 8)).toEqual([]);
    expect(depthsAt(house, 5, 2)).toEqual([]);
    expect(depthsAt(house, 10, 2)).toEqual([0]);
  });
  test('has ends: sides look outwards, also at the edge of the elevation', () => {
    const normals = facesOf(makeFacade([[box(0, 0, 20, 5), 0], [box(3, 0, 1, 5), 9]])).map(({ normal }) => normal); // prettier-ignore
    expect(normals).toContainEqual([-1, 0, 0]);
    expect(normals).toContainEqual([1, 0, 0]);
    expect(normals).toContainEqual([0, 1, 0]);
  });
  test('a thing in the air is thin, a wall is not', () => {
    const deepest = (kind: string): number => {
      const facade = makeNamed({
        thing: { outline: box(4, 2, 2, 3), kind },
        far: { outline: box(20, 0, 2, 3), kind: 'wall' },
      });
      facade.elements[1]!.depth = 40;
      const sides = facesOf(facade).filter((face) => face.normal[0] === -1 && extent(face, 0)[0] === 4);
      return Math.min(...sides.map((face) => extent(face, 2)[0]));
    };
    expect([deepest('statue'), deepest('wall')]).toEqual([-1, -12]);
  });
  test('a column is half round from edge to edge, a roof leans back towards its crown', () => {
    const facade = makeNamed({
      dome: { outline: box(10, 3, 10, 6), kind: 'dome', surface: 'glass' },
      rib: { outline: box(14, 3, 1, 6), kind: 'rib', surface: 'metal' },
      column: { outline: box(2, 0, 2, 8), kind: 'column' },
    });
    const faces = fronts(facesOf(facade));
    const column = faces.filter((face) => extent(face, 0)[1] < 5).flatMap(({ vertices }) => vertices);
    expect(Math.max(...column.map(({ at }) => at[2]!))).toBeCloseTo(1, 1);
    expect(column.filter(({ at }) => at[0] === 2).every(({ at }) => at[2] === 0)).toBe(true);
    const crown = faces.filter((face) => isAt(face, 14.5, 8.9)).map((face) => extent(face, 2)[0]);
    const foot = faces.filter((face) => isAt(face, 14.5, 3.1)).map((face) => extent(face, 2)[1]);
    expect(Math.max(...crown)).toBeLessThan(-5);
    expect(Math.min(...foot)).toBeGreaterThan(-0.1);
  });
});
