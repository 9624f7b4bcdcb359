/**
 * Eight projectors 1920 × 1200 for the façade's stone, on eight masts along the kerb, each straight before its picture.
 * The lens is shifted upwards, never tilted, so there is no keystone. Neighbours overlap by two fifths: the wall behind a
 * column, 3.5 m back, is then seen from both of its sides, and its shadow is filled by the neighbour; four towers with two
 * each leave 4 % of the stone in the columns' shadows, masts 2 %.
 */
const WIDTH = 1920;
const HEIGHT = 1200;
/** Metres before the porch's plane, and above the ground. */
const AWAY = 58;
const LENS_HEIGHT = 9;
/** Throw distance : picture width, of a lens that zooms from 1.2 to 1.5. */
const THROW = 1.22;
/** Metres between the centres of neighbouring pictures; the first centre. */
const PITCH = 27;
const FIRST = 117.5 - 3.5 * PITCH;
/** Principal point below the picture's middle, as a share of its height: the lens looks up. */
const SHIFT = 0.18;
/** Half of what a picture may light, metres: a little more than it reaches. */
const SEES = 26;

const round = (value, digits = 6) => Number(value.toFixed(digits));
/** Straight at the façade: a half turn about x, since a projector counts y downwards and looks along its own z. */
const pose = ([x, y, z]) => ({
  focal: [THROW * WIDTH, THROW * WIDTH],
  centre: [WIDTH / 2, round((0.5 + SHIFT) * HEIGHT)],
  rotation: [round(Math.PI, 12), 0, 0],
  translation: [-x, y, z],
});

/** Everything of the building; beyond it is the sky, which stays dark. */
const BUILDING = [
  'porch attic band cornice entablature balustrade pavilion wall bay half-bay plinth steps pedestal archivolt',
  'column porch-column pavilion-column frieze statue group vase cartouche quadriga',
  'arch gate window vault rib ridge drum dome',
].flatMap((kinds) => kinds.split(' '));

/** From the Seine to the Champs-Élysées. */
const output = (index) => {
  const x = round(FIRST + index * PITCH);
  return {
    name: `Mât ${index + 1}`,
    width: WIDTH,
    height: HEIGHT,
    refresh: 60,
    display: { label: null, id: null, index },
    region: { x: round(x - SEES, 2), y: -1, width: 2 * SEES, height: 33 },
    warp: { kind: 'model', pose: pose([x, LENS_HEIGHT, AWAY]) },
    blend: { kind: 'auto', power: 1 },
  };
};

export const eight = () => {
  const keys = Array.from({ length: 8 }, (_, index) => `output:p${index + 1}`);
  return {
    format: 'frise-rig',
    schema: 1,
    records: {
      'rig:eight': {
        title: 'Huit projecteurs 1920 × 1200',
        facade: { width: 235, height: 62 },
        density: 60,
        masks: [{ name: 'Ciel', space: 'canvas', elements: BUILDING, inverted: true, feather: 0.15 }],
      },
      ...Object.fromEntries(keys.map((key, index) => [key, output(index)])),
    },
    order: { 'rig:eight': keys },
  };
};
