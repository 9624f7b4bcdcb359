/**
 * What a soak has found: of each figure its value once all is warm, at the end, and how it grows by an hour (a line
 * through the second half, so that what is filled once is no growth).
 */
const shownOf = {
  heapMb: ['heap after a collection', 'MB'],
  rssMb: ['resident memory', 'MB'],
  timers: ['timers', ''],
  sockets: ['sockets', ''],
  handles: ['file handles', ''],
  nodes: ['DOM nodes', ''],
  listeners: ['listeners', ''],
  textures: ['textures', ''],
  geometries: ['geometries', ''],
  programs: ['shader programs', ''],
};

/** Most that may be added between the middle and the end; drift in ms. A frame at 60 Hz is 16.7 ms. */
export const limitsOf = (kind) => ({
  grows: {
    heapMb: 12,
    rssMb: 80,
    timers: 10,
    sockets: 2,
    handles: 6,
    nodes: 2000,
    listeners: 60,
    textures: 40,
    geometries: 60,
    programs: 12,
  },
  /** The host's own show clock of 60 s a second has timers that are 60 times as late; places must agree all the same. */
  outputsMs: 0.001,
  soundMs: kind === 'real' ? 16.7 : null,
});

const seriesOf = ({ rows }, page, name) =>
  rows.flatMap(({ at, held }) => {
    const value = held[page]?.[name];
    return typeof value === 'number' ? [{ at, value }] : [];
  });
const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;
/** Slope of the least squares' line, a second. */
const slope = (points) => {
  const [x, y] = [mean(points.map(({ at }) => at)), mean(points.map(({ value }) => value))];
  const over = points.reduce((sum, { at, value }) => sum + (at - x) * (value - y), 0);
  const under = points.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
};
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** They follow what is on stage: the most of the last third against the most until then. */
const ofTheScene = new Set(['textures', 'geometries', 'programs', 'nodes']);
const mostOf = (series) => Math.max(...series.map(({ value }) => value));

/** @returns {{page: string, name: string, middle: number, last: number, most: number, perHour: number, grown: number}[]} */
export function figuresOf(result) {
  const pages = Object.keys(result.rows[0].held);
  return pages.flatMap((page) =>
    Object.keys(shownOf).flatMap((name) => {
      const series = seriesOf(result, page, name);
      if (series.length < 4) return [];
      const half = series.slice(series.length >> 1);
      const third = Math.max(1, Math.floor(half.length / 3));
      const middle = median(half.slice(0, third).map(({ value }) => value));
      const last = median(half.slice(-third).map(({ value }) => value));
      const late = series.length - Math.ceil(series.length / 3);
      const grown = ofTheScene.has(name)
        ? mostOf(series.slice(late)) - mostOf(series.slice(0, late))
        : last - middle;
      return [{ page, name, middle, last, most: mostOf(series), perHour: slope(half) * 3600, grown }];
    }),
  );
}

export function driftOf({ rows }) {
  const sound = rows.flatMap((row) =>
    typeof row.sound === 'number' ? [{ at: row.at, value: row.sound }] : [],
  );
  const device = rows.flatMap((row) =>
    typeof row.device === 'number' ? [{ at: row.at, value: row.device }] : [],
  );
  const places = rows.flatMap((row) => (row.outputs ? [row.outputs.ms] : []));
  const frames = rows.reduce((sum, row) => sum + (row.outputs?.frames ?? 0), 0);
  const clocks = rows.flatMap((row) => (row.clocks ? [{ at: row.at, value: row.clocks.ms }] : []));
  const ends = (series) => {
    if (series.length < 4) return null;
    const quarter = Math.max(1, series.length >> 2);
    const [first, last] = [series.slice(0, quarter), series.slice(-quarter)].map((part) =>
      median(part.map(({ value }) => value)),
    );
    return { first, last, drift: last - first, looks: series.length };
  };
  return {
    sound: ends(sound),
    device: ends(device),
    clocks: ends(clocks),
    places: places.length === 0 ? null : { worst: Math.max(...places), frames, looks: places.length },
  };
}

/** Of what follows the stage only a second time through the show tells anything. */
const isJudged = ({ count }, { name }) => !ofTheScene.has(name) || count.reset >= 2;
const hasGrown = (result, figure, limits) =>
  isJudged(result, figure) && figure.grown > limits.grows[figure.name];

/** What is beyond its limit, a line each. */
export function verdictOf(result, limits) {
  const grown = figuresOf(result)
    .filter((figure) => hasGrown(result, figure, limits))
    .map(
      ({ page, name, middle, last }) =>
        `${page}: ${shownOf[name][0]} grew from ${middle.toFixed(1)} to ${last.toFixed(1)}`,
    );
  const { sound, places } = driftOf(result);
  const apart =
    places !== null && places.worst > limits.outputsMs
      ? [`outputs were ${places.worst.toFixed(3)} ms apart`]
      : [];
  const late =
    sound !== null && limits.soundMs !== null && Math.abs(sound.drift) > limits.soundMs
      ? [`sound drifted by ${sound.drift.toFixed(1)} ms`]
      : [];
  return [...grown, ...apart, ...late];
}

const round = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1));
const titles = {
  real: 'In real time, with sound',
  manual: 'With the host’s clock 60 times as fast',
};
const whatOf = {
  real: 'Host, two outputs, console and sound page in one browser, a sound card that is listened to.',
  manual:
    'Only the host’s clock is sped up (libfaketime); two outputs and the console are shown one instant of it after another.',
};

export function sectionOf(result, { kind, command, machine, began, limits }) {
  const { rows, count, seconds } = result;
  const loads = rows.map(({ load }) => load);
  const length =
    seconds >= 7200 ? `${(seconds / 3600).toFixed(1)} hours` : `${(seconds / 60).toFixed(0)} minutes`;
  const lines = figuresOf(result).map((figure) => {
    const { page, name, middle, last, most, perHour } = figure;
    const [words, unit] = shownOf[name];
    const judged = hasGrown(result, figure, limits) ? '**grew**' : 'steady';
    const verdict = isJudged(result, figure) ? judged : 'follows the stage; too short to judge';
    return `| ${page} | ${words}${unit && `, ${unit}`} | ${round(middle)} | ${round(last)} | ${round(most)} | ${round(perHour)} | ${verdict} |`;
  });
  const { sound, device, clocks, places } = driftOf(result);
  const drifts = [
    places &&
      `- Outputs against each other: at the same instant their places differ by at most ${places.worst.toFixed(4)} ms (${places.frames} frames, ${places.looks} looks).`,
    clocks &&
      `- The two pages’ show clocks: ${clocks.first.toFixed(1)} ms apart at the beginning, ${clocks.last.toFixed(1)} ms at the end, measured through the browser’s driver (a few ms).`,
    sound &&
      `- Sound against the show’s place: ${sound.first.toFixed(1)} ms in the first quarter, ${sound.last.toFixed(1)} ms in the last: a drift of ${sound.drift.toFixed(1)} ms in ${sound.looks} recordings (aim: below a frame, 16.7 ms).`,
    kind === 'real' &&
      sound === null &&
      '- Sound against the show’s place: not told. Too few recordings had the track in them clearly enough, as on a machine that is too busy.',
    device &&
      `- The sound device’s clock against the show clock, as the sound page tells it: ${device.first.toFixed(1)} ms in the first quarter, ${device.last.toFixed(1)} ms in the last (${device.looks} looks).`,
  ].filter(Boolean);
  return `## ${titles[kind]}

${whatOf[kind]} ${length} of the bundled show, \`${command} --write\`, ${began.toISOString().slice(0, 10)}, ${machine}, load ${Math.min(...loads).toFixed(1)}–${Math.max(...loads).toFixed(1)}: ${count.go} GOs, ${count.sting} stings, ${count.edit} faders, ${count.reset} times from the top.

${drifts.join('\n')}

| page | what | in the middle | at the end | most | an hour | |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}

const head = `# Soak

Figures of shows that went on for long, made by the commands that stand with them. *In the middle* and *at the end* are medians of the first and the last third of the second half; *an hour* is the slope through that half. What fills up once, a cache or a pool, is no growth; textures, geometries, programs and DOM nodes follow what is on stage, so of these the most of the last third is held against the most until then. Two and eight hours in real time are a command (\`npm run soak\`, \`node test/long/soak.mjs --minutes 480 --write\`); a section says how long it ran when it was made.
`;

/** The page with this kind's section put in place of an older one. */
export function withSection(before, kind, section) {
  const known = Object.entries(titles).map(([each, title]) => {
    if (each === kind) return section.trim();
    const at = before.indexOf(`## ${title}`);
    if (at < 0) return '';
    const rest = before.slice(at);
    const end = rest.indexOf('\n## ', 3);
    return (end < 0 ? rest : rest.slice(0, end)).trim();
  });
  return [head.trim(), ...known.filter((text) => text !== '')].join('\n\n');
}
