import { z } from 'zod';
import { messages } from '../messages.ts';
import { NATIVE } from './osc/namespace.ts';
import { PROTOCOL, clientMessageSchema } from './link.ts';
import { verbs, type Verb } from './verbs.ts';

/**
 * docs/protocol.md, made from the table of verbs, the link's schemas and the table of codes. A test holds the committed
 * page to this text, so the contract can't change unseen.
 */
type Node = {
  type?: string | string[];
  properties?: Record<string, Node>;
  required?: string[];
  anyOf?: Node[];
  oneOf?: Node[];
  items?: Node | Node[];
  prefixItems?: Node[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  default?: unknown;
  additionalProperties?: Node | boolean;
};

/** zod's own JSON Schema, read as the few words that the page uses. */
const nodeOf = (schema: z.ZodType, io: 'input' | 'output'): Node =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Node;

const range = ({ minimum, maximum }: Node): string => {
  const low = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? null : minimum;
  const high = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? null : maximum;
  if (low !== null && high !== null) return ` ${low} … ${high}`;
  if (low !== null) return ` ≥ ${low}`;
  return high === null ? '' : ` ≤ ${high}`;
};
const typeText = (node: Node): string => {
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return choices.map(typeText).join(' \\| ');
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum) return node.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' \\| ');
  if (node.type === 'array') return arrayText(node);
  if (node.type === 'object') return objectText(node);
  if (node.pattern) return `string \`${node.pattern.replaceAll('|', '\\|')}\``;
  if (node.maxLength !== undefined) return `string, at most ${node.maxLength} characters`;
  return `${node.type ?? 'any'}${range(node)}`;
};
const arrayText = ({ items, maxItems }: Node): string => {
  const of = items && !Array.isArray(items) ? typeText(items) : 'any';
  return `array of ${of.includes(' ') ? `(${of})` : of}${maxItems === undefined ? '' : `, at most ${maxItems}`}`;
};
const objectText = ({ properties, additionalProperties, required = [] }: Node): string => {
  if (properties)
    return `{ ${Object.entries(properties)
      .map(([name, node]) => `${name}${required.includes(name) ? '' : '?'}: ${typeText(node)}`)
      .join('; ')} }`;
  return typeof additionalProperties === 'object' ? `object of ${typeText(additionalProperties)}` : 'object';
};

const fieldRows = (node: Node): string[] =>
  Object.entries(node.properties ?? {}).map(([name, field]) => {
    const isNeeded = node.required?.includes(name) ?? false;
    const preset = field.default === undefined ? '' : `, \`${JSON.stringify(field.default)}\` if left out`;
    return `| \`${name}\` | ${isNeeded ? 'yes' : 'no'} | ${typeText(field)}${preset} |`;
  });

const verbSection = ([name, verb]: [string, Verb]): string => {
  const rows = fieldRows(nodeOf(verb.in, 'input'));
  const fields =
    rows.length === 0
      ? 'No arguments.'
      : ['| argument | needed | |', '| --- | --- | --- |', ...rows].join('\n');
  const kept = verb.stable ? 'stable' : 'may change';
  return `### \`${name}\`

${verb.effect}, ${kept}; roles: ${verb.roles.join(', ')}

${fields}

Value: \`${typeText(nodeOf(verb.out, 'output')).replaceAll('`', '').replaceAll('\\|', '|')}\``;
};

const messageRows = (): string[] =>
  clientMessageSchema.options.map((option) => {
    const node = nodeOf(option, 'input');
    const kind = node.properties?.['t']?.const;
    const rest = Object.keys(node.properties ?? {}).filter((key) => key !== 't');
    return `| \`${String(kind)}\` | ${rest.map((key) => `\`${key}\``).join(', ') || '–'} |`;
  });

const takenText = (takes: (typeof NATIVE)[number]['takes']): string => {
  if (takes === 'press') return 'none, or the 1 and 0 of a button';
  if (takes === 'value') return 'a number, a text, 0/1, a colour or up to 16 numbers';
  if (takes === 'anything') return 'any';
  return takes
    .map(({ name, as, optional }) => `\`${name}\` (${as}${optional ? ', may be left out' : ''})`)
    .join(', ');
};
const oscRows = (): string[] =>
  NATIVE.map(({ address, verb, takes }) => `| \`${address}\` | \`${verb}\` | ${takenText(takes)} |`);

const codeRows = (): string[] =>
  Object.entries(messages)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { status, en }]) => `| \`${code}\` | ${status} | ${en} |`);

export const protocolPage = (): string =>
  `# The protocol

Generated from core/control; don't edit. Protocol ${PROTOCOL}.

Every reply is \`{"ok": true, "value": …}\` or \`{"ok": false, "code", "message", "path"}\`. Cue numbers are strings, times seconds.

## HTTP

\`POST /api/verb/<name>\` with \`Content-Type: application/json\` and the arguments as one object; a verb without arguments needs no body, and a request without a body no type. \`Authorization: Bearer <token>\` makes the caller the owner; \`Idempotency-Key\` makes a request safe to send again. The Host header must name this machine; an Origin, where sent, must be this host's own.
\`GET /api/status\` tells the state, \`GET /media/<name>\` a media file, with ranges.
\`PUT /api/media/<upload>?at=<bytes>\` takes the next piece of a file that \`media/begin\` made room for ([media-upload.md](media-upload.md)).

## The link

A WebSocket at \`/link\` with JSON texts. The client says \`hello\`; the host answers \`welcome\` with every topic and then sends a \`patch\` for each that changes, numbered without gaps for each client. A gap asks for a \`snapshot\`. A client whose \`hello\` has \`edits: true\` gets an edit of the show as \`edit\` (\`from\`, \`revision\`, \`put\`, \`remove\`, \`order\`) in place of the whole show; if it does not stand on revision \`from\`, it asks for a \`snapshot\`. A verb is answered by \`reply\` with its id, a \`ping\` by \`pong\` with the host's clock in seconds, what can't be read by \`refused\`.

| message | with |
| --- | --- |
${messageRows().join('\n')}

## Verbs

${Object.entries<Verb>(verbs).map(verbSection).join('\n\n')}

## OSC

The native addresses, whatever their case. Numbers may be int, float or string. \`/frise/pong\`, \`/frise/subscribed seconds\` (0: as long as the connection), \`/frise/unsubscribed\` and \`/frise/error code message\` are answers; what a subscriber is told, \`/frise/out/…\`, is in [operator.md](operator.md).

| address | verb | arguments |
| --- | --- | --- |
${oscRows().join('\n')}

## Codes

| code | HTTP | meaning |
| --- | --- | --- |
${codeRows().join('\n')}
`;
