/** Document → text as the application writes it: keys sorted, what fits on a line on one line. */
const WIDTH = 110;
const entries = (value) =>
  Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
const oneLine = (value) => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
};
const print = (value, indent, before) => {
  const line = oneLine(value);
  if (typeof value !== 'object' || value === null || before + line.length < WIDTH) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((item) => inner + print(item, inner, inner.length)).join(',\n')}\n${indent}]`;
  return object(value, indent);
};
const object = (value, indent) => {
  const inner = `${indent}  `;
  const lines = entries(value).map(([key, item]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + print(item, inner, start.length);
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
};
export const text = ({ format, schema, records, order }) =>
  `{\n  "format": ${JSON.stringify(format)},\n  "schema": ${schema},\n  "records": ${object(records, '  ')},\n  "order": ${object(order, '  ')}\n}\n`;
