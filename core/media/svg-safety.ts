/**
 * Whether an SVG from a stranger may come into a show. It is only ever drawn as a picture, where no browser runs script,
 * and its address answers with a policy that allows none; still nothing that could is let in, since files travel.
 */
export type SvgFault = 'no-svg' | 'script' | 'outside';

/** Markup alone: comments and CDATA say nothing, and would hide or invent an attribute. */
const markupOf = (text: string): string =>
  text.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');

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
  const markup = markupOf(text);
  // Entities that spell a letter could hide a word from the patterns below.
  const plain = `${markup}\n${decoded(markup)}`;
  if (!/<\s*(?:\w+:)?svg[\s>]/i.test(markup)) return 'no-svg';
  if (SCRIPT.some((pattern) => pattern.test(plain))) return 'script';
  // The namespaces of an SVG are addresses, too, and load nothing.
  return OUTSIDE.some((pattern) => pattern.test(plain)) ? 'outside' : null;
};

const decoded = (text: string): string =>
  text
    .replaceAll(/&#x([0-9a-f]{1,6});?/gi, (whole, hex: string) => letter(Number.parseInt(hex, 16), whole))
    .replaceAll(/&#(\d{1,7});?/g, (whole, digits: string) => letter(Number(digits), whole))
    .replaceAll(/&(?:Tab|NewLine);/g, '')
    .replaceAll(/[\t\r\n]/g, '');
const letter = (code: number, whole: string): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
