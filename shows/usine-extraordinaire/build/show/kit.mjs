/** Builds show records: ids, tracks and clips in order, sorted on disk. Times in seconds, lengths in metres. */
const round = (value) => {
  if (typeof value === 'number')
    return Object.is(Math.round(value * 1000), -0) ? 0 : Math.round(value * 1000) / 1000;
  if (Array.isArray(value)) return value.map(round);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, round(item)]));
  return value;
};

export const makeKit = () => {
  const records = {};
  const order = {};
  const put = (id, record) => {
    if (records[id]) throw new Error(`two records are called ${id}`);
    records[id] = round(record);
    return id;
  };
  const timeline = (name, record) => {
    order[`timeline:${name}`] = [];
    return put(`timeline:${name}`, record);
  };
  const track = (owner, name, words) => {
    order[`timeline:${owner}`].push(`track:${name}`);
    order[`track:${name}`] = [];
    return put(`track:${name}`, { name: words });
  };
  /** One clip on a track; `more`: fades, region, blend, opacity, keyframes. */
  const clip = (trackName, name, layer, [start, end], parameters, more = {}) => {
    const { words, ...rest } = more;
    put(`clip:${name}`, { name: words ?? name, layer, start, duration: end - start, parameters, ...rest });
    order[`track:${trackName}`].push(`clip:${name}`);
  };
  /**
   * Clips of one track never overlap: what was put on a track later and at the same time lies on a lane above it,
   * a track of its own named after the first.
   */
  const lanes = (track) => {
    const placed = [];
    for (const id of order[track]) {
      const { start, duration } = records[id];
      const under = placed.filter(
        (other) => other.end > start + 1e-6 && other.start < start + duration - 1e-6,
      );
      const lane = under.reduce((top, other) => Math.max(top, other.lane + 1), 0);
      placed.push({ id, start, end: start + duration, lane });
    }
    const count = placed.reduce((most, { lane }) => Math.max(most, lane + 1), 1);
    return Array.from({ length: count }, (_, i) =>
      placed.filter(({ lane }) => lane === i).map(({ id }) => id),
    );
  };
  const spread = (track) =>
    lanes(track).map((ids, i) => {
      const id = i === 0 ? track : `${track}-${i + 1}`;
      if (i > 0) records[id] = { ...records[track], name: `${records[track].name} ${i + 1}` };
      order[id] = ids.sort((a, b) => records[a].start - records[b].start);
      return id;
    });
  const document = () => {
    for (const id of Object.keys(order).filter((key) => key.startsWith('timeline:')))
      order[id] = order[id].flatMap(spread);
    return { format: 'frise-show', schema: 1, records, order };
  };
  return { put, timeline, track, clip, document, records };
};

/** Keys: `keys([0, 1], [2, 0, 'smooth'])`. */
export const keys = (...list) => list.map(([at, value, ease]) => ({ at, value, ease: ease ?? 'linear' }));
/** A wave of keys every `period`, from `low` to `high` and back, over `length` seconds. */
export const beats = (length, period, low, high, ease = 'out') => {
  const list = [];
  for (let at = 0; at < length - 1e-6; at += period)
    list.push({ at, value: high, ease }, { at: at + period - 0.02, value: low, ease: 'hold' });
  return list;
};
