import type { FriseDocument } from './document.ts';

/**
 * Document → the bytes on disk: keys sorted, two spaces, what fits on a line on one line, a newline at the end. The
 * same document always gives the same text, so that versions can be compared line by line.
 */
const WIDTH = 110;

const sortedEntries = (value: object): [string, unknown][] =>
  Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const oneLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = sortedEntries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
};

/** `before`: characters that stand on the line already. */
const print = (value: unknown, indent: string, before: number): string => {
  if (typeof value !== 'object' || value === null) return oneLine(value);
  const line = oneLine(value);
  if (before + line.length < WIDTH) return line;
  return Array.isArray(value) ? printArray(value, indent) : printObject(sortedEntries(value), indent);
};

const printArray = (items: unknown[], indent: string): string => {
  const inner = `${indent}  `;
  const lines = items.map((item) => inner + print(item, inner, inner.length));
  return `[\n${lines.join(',\n')}\n${indent}]`;
};

const printObject = (entries: [string, unknown][], indent: string): string => {
  const inner = `${indent}  `;
  const lines = entries.map(([key, item]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + print(item, inner, start.length);
  });
  return entries.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
};

const printed = new WeakMap<object, { id: string; line: string }>();

/** Records are never changed in place, so what one looks like is kept: a snapshot after one edit prints one record. */
const recordLine = ([id, record]: [string, unknown]): string => {
  const isKept = typeof record === 'object' && record !== null;
  const kept = isKept ? printed.get(record) : undefined;
  if (kept?.id === id) return kept.line;
  const start = `    ${JSON.stringify(id)}: `;
  const line = start + print(record, '    ', start.length);
  if (isKept) printed.set(record, { id, line });
  return line;
};

export const serialise = ({ format, schema, records, order }: FriseDocument): string => {
  const section = (value: object): string => {
    const lines = sortedEntries(value).map(recordLine);
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  };
  return [
    '{',
    `  "format": ${JSON.stringify(format)},`,
    `  "schema": ${schema},`,
    `  "records": ${section(records)},`,
    `  "order": ${section(order)}`,
    '}\n',
  ].join('\n');
};

/** The same text for the same JSON value, whatever the order of its keys; `undefined` and a missing key are one. */
export const stableText = (value: unknown): string => (value === undefined ? '' : oneLine(value));
