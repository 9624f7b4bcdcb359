import { fieldsOf, type Field, type Shape } from '../station/form.ts';
import { fillFields, strokeFields } from './ink.ts';
import type { LayerDefinition } from './layer.ts';

/**
 * The tables of docs/layers.md, made from the layers' schemas. The words around them are written by hand: the page keeps
 * a place for each table between `<!-- type -->` and `<!-- /type -->`.
 */
const INK = new Set([...Object.keys(strokeFields), ...Object.keys(fillFields)]);
/** Shapes tell their ink themselves; the others point to them. */
const isToldElsewhere = (type: string, key: string): boolean => type !== 'shape' && INK.has(key);

const number = (value: number): string => String(value).replace('-', '−');
const rangeOf = (min: number | null, max: number | null): string => {
  // Limits that only keep nonsense out tell nobody anything.
  const [least, most] = [min ?? -Infinity, max ?? Infinity];
  if (least <= -1000 && most >= 1000) return '';
  if (most >= 1000) return `≥ ${number(least)}`;
  return `${number(least)} to ${number(most)}`;
};
const kindOf = (shape: Shape): string => {
  switch (shape.kind) {
    case 'number':
      return rangeOf(shape.min, shape.max) || (shape.isWhole ? 'whole number' : 'number');
    case 'choice':
      return shape.options.map((option) => `\`${String(option)}\``).join(' ');
    case 'many':
      return `any of ${shape.options.map((option) => `\`${String(option)}\``).join(' ')}`;
    case 'switch':
      return 'on or off';
    case 'list':
      return `list of ${kindOf(shape.item)}`;
    case 'row':
      return `list of ${shape.items.length}`;
    case 'maybe':
      return `${kindOf(shape.of)} or nothing`;
    case 'variants':
      return 'text, or `fr` and `en`';
    case 'text':
    case 'colour':
    case 'scalar':
    case 'anything':
      return 'text';
    case 'map':
    case 'group':
      return 'record';
    default:
      return shape satisfies never;
  }
};

const written = (value: unknown): string => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return value.includes('\n') ? 'a first one' : `\`${value}\``;
  return `\`${JSON.stringify(value)}\``;
};
const rowOf = (layer: LayerDefinition, field: Field, value: unknown): string => {
  const hint = layer.hints[field.key];
  const unit = hint?.unit ?? '';
  const isColour = hint?.control === 'colour';
  const isMedia = hint?.control === 'media';
  const kind = isColour ? 'colour' : isMedia ? 'media' : kindOf(field.shape);
  const note = field.note.replaceAll('|', '\\|');
  return `| \`${field.key}\` | ${kind} | ${unit} | ${written(value)} | ${note} |`;
};

/** The table of a layer's parameters. */
const parameterTable = (layer: LayerDefinition): string => {
  const defaults: Record<string, unknown> = layer.schema.parse({});
  const fields = fieldsOf(layer.schema);
  const own = fields.filter(({ key }) => !isToldElsewhere(layer.type, key));
  const rows = own.map((field) => rowOf(layer, field, defaults[field.key]));
  const ink = own.length < fields.length ? ['', 'Ink, line and fill as of a [shape](#shape).'] : [];
  return [
    '| parameter | takes | unit | if not said | |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    ...ink,
  ].join('\n');
};

/** The list at the page's top. */
const indexOf = (layers: readonly LayerDefinition[]): string =>
  layers.map(({ type, name, about }) => `- [${name.en}](#${type}): ${about.en}`).join('\n');

const filled = (text: string, name: string, inside: string): string => {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) return text;
  return `${text.slice(0, from + open.length)}\n\n${inside}\n\n${text.slice(to)}`;
};

/** The page with its list and tables made anew. */
export const layersPage = (page: string, layers: readonly LayerDefinition[]): string =>
  layers.reduce(
    (text, layer) => filled(text, layer.type, parameterTable(layer)),
    filled(page, 'index', indexOf(layers)),
  );
