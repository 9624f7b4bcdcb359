/** Puts machines on the wall: a machine is a list of parts, each a shape clip that can be edited on its own. */

/** Ink of an era: what every part of a machine drawn then shares. */
export const INKS = {
  engraved: {
    stroke: '#f0e2c4',
    strokeWidth: 0.17,
    fill: '#0b0807',
    fillOpacity: 0.96,
    hatch: 0.34,
    hatchTone: 0.55,
    hatchColour: '#cdbb96',
    shade: 'cylinder',
    hatchAngle: 0,
    hatchBend: 0.25,
  },
  poster: {
    stroke: '#f4b400',
    strokeWidth: 0.3,
    fill: '#0a1140',
    fillOpacity: 0.97,
    glow: 0.5,
    glowLevel: 0.22,
  },
  cinema: { stroke: '#e9d8a6', strokeWidth: 0.2, fill: '#14100a', fillOpacity: 0.96 },
};

/** `at`: x, y, scale and optionally mirror (−1). Part: {id, path, x, y, keys, …shape parameters}; keys of x, y in local metres. */
export const place = (kit, track, prefix, span, parts, at, ink, more = {}) => {
  const { scale, mirror = 1 } = at;
  for (const part of parts) {
    const { id, path, x = 0, y = 0, keys = {}, only = {}, ...own } = part;
    const across = (value) => at.x + mirror * value * scale;
    const up = (value) => at.y + value * scale;
    const mapped = Object.fromEntries(
      Object.entries(keys).map(([name, list]) => [
        name,
        list.map((key) => ({
          ...key,
          value:
            name === 'x'
              ? across(key.value)
              : name === 'y'
                ? up(key.value)
                : name === 'rotation'
                  ? mirror * key.value
                  : key.value,
        })),
      ]),
    );
    const turn = own.rotation === undefined ? {} : { rotation: own.rotation * mirror };
    const spin = own.spin === undefined ? {} : { spin: own.spin * mirror };
    kit.clip(
      track,
      `${prefix}-${id}`,
      'shape',
      span,
      { path, ...ink, ...own, ...turn, ...spin, x: across(x), y: up(y), scale, scaleX: mirror },
      {
        words: `${prefix} : ${id}`,
        ...more,
        ...only,
        keyframes: { ...more.keyframes, ...mapped },
      },
    );
  }
};
/** On both wings, mirrored about the middle of the façade. `x`: distance from it. */
export const onBothWings = (kit, track, prefix, span, parts, at, ink, more) => {
  place(kit, track, `${prefix}-l`, span, parts, { ...at, x: 117.5 - at.x, mirror: -1 }, ink, more);
  place(kit, track, `${prefix}-r`, span, parts, { ...at, x: 117.5 + at.x, mirror: 1 }, ink, more);
};
/**
 * The colonnade drawn once more in front of a machine: one clip in place of a mask for each of its parts.
 */
export const IN_FRONT = ['columns', 'statues', 'group-peinture', 'group-sculpture'];
/** Everywhere but where words stand. */
export const CLEAR = { elements: ['porch-frieze', 'porch-attic', 'cornice-porch', 'groups'], inverted: true };
