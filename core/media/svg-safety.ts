/**
 * Whether an SVG from a stranger may come into a show. It is only ever drawn as a picture, where no browser runs script,
 * and its address answers with a policy that allows none; still nothing that could is let in, since files travel.
 */
export type SvgFault = 'no-svg' | 'script' | 'outside';

/**
 * Markup alone: comments, CDATA and what instructions say would hide or invent an attribute. In the order in which they
 * stand, since each may hold the beginning of another.
 */
const markupOf = (text: string): string =>
  text.replaceAll(
    /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?([\w:-]*)[\s\S]*?\?>/g,
    (_whole, instruction?: string) => (instruction === undefined ? '' : `<?${instruction}?>`),
  );
const dataOf = (text: string): string =>
  [...text.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g)].map(([, data = '']) => data).join('\n');
/** A DOCTYPE that holds more than its names may hide or invent markup, and so may letters that are not what they seem. */
const DISGUISED = [
  /<!DOCTYPE[^>]*[<[]/i,
  /^\s*<\?xml\s[^>]*encoding\s*=\s*["'](?!(?:utf-?8|us-ascii|iso-8859-1|windows-1252)["'])/i,
];

const SCRIPT = [
  /<\s*(?:\w+:)?script[\s>/]/i,
  /\son[a-z]+\s*=/i,
  /(?:javascript|vbscript)\s*:/i,
  /<\s*(?:\w+:)?(?:foreignObject|iframe|embed|object|handler|listener)[\s>/]/i,
  /<!ENTITY/i,
  /<\s*(?:\w+:)?(?:set|animate)\b[^>]*attributeName\s*=\s*["']?\s*(?:on|href|xlink:href)/i,
  /\?xml-stylesheet/i,
];
/** A picture would not load these anyway, and what is drawn would miss them without a word. */
const OUTSIDE = [
  /(?:href|src)\s*=\s*["']\s*(?:https?:|\/\/|file:)/i,
  /url\(\s*["']?\s*(?:https?:|\/\/|file:)/i,
  /@import/i,
];

/** null: it may. */
export const svgFault = (text: string): SvgFault | null => {
  if (DISGUISED.some((pattern) => pattern.test(text))) return 'script';
  const markup = markupOf(text);
  // Entities that spell a letter could hide a word from the patterns below.
  const plain = `${markup}\n${decoded(markup)}`;
  if (!/<\s*(?:\w+:)?svg[\s>]/i.test(markup)) return 'no-svg';
  if (SCRIPT.some((pattern) => pattern.test(plain))) return 'script';
  // The namespaces of an SVG are addresses, too, and load nothing.
  // A style sheet may stand in CDATA.
  const whole = `${plain}\n${dataOf(text)}`;
  return OUTSIDE.some((pattern) => pattern.test(whole)) ? 'outside' : null;
};

const decoded = (text: string): string =>
  text
    .replaceAll(/&#x([0-9a-f]{1,6});?/gi, (whole, hex: string) => letter(Number.parseInt(hex, 16), whole))
    .replaceAll(/&#(\d{1,7});?/g, (whole, digits: string) => letter(Number(digits), whole))
    .replaceAll(/&(?:Tab|NewLine);/g, '')
    .replaceAll(/[\t\r\n]/g, '');
const letter = (code: number, whole: string): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
