import type { Bounds, Placement, Screen } from './placement.ts';

/** What a display without an output says of itself while the others show their names. */
export type DisplayLabel = { words: string; bounds: Bounds };
export type Language = 'fr' | 'en';

const words = {
  fr: { display: 'Écran', free: 'sans sortie' },
  en: { display: 'Display', free: 'not assigned' },
} as const;
/** Of the display, and the most in pixels. */
const share = 0.8;
const most = { width: 720, height: 160 };

/** Displays are numbered from the left, as the console lists them. */
export const labelsOf = (
  screens: readonly Screen[],
  placements: readonly Placement[],
  language: Language,
): DisplayLabel[] => {
  const taken = new Set(placements.flatMap((each) => (each.kind === 'display' ? [each.screen.id] : [])));
  const { display, free } = words[language];
  return [...screens]
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .flatMap((screen, index) =>
      taken.has(screen.id)
        ? []
        : [
            {
              words: [`${display} ${index + 1}`, screen.label, free]
                .filter((word) => word !== '')
                .join(' · '),
              bounds: middleOf(screen),
            },
          ],
    );
};

const middleOf = ({ x, y, width, height }: Screen): Bounds => {
  const own = {
    width: Math.round(Math.min(most.width, width * share)),
    height: Math.round(Math.min(most.height, height * share)),
  };
  return {
    ...own,
    x: Math.round(x + (width - own.width) / 2),
    y: Math.round(y + (height - own.height) / 2),
  };
};

/** A page without scripts. A display's name comes from its EDID: whatever stands there is text. */
export const labelPage = ({ words: text, bounds }: DisplayLabel): string => {
  const size = Math.max(10, Math.round(Math.min(bounds.height / 3, (1.6 * bounds.width) / text.length)));
  const style = `margin:0;height:100vh;display:grid;place-items:center;background:#000;color:#fff;font:${size}px sans-serif;border:2px solid #fff;box-sizing:border-box;overflow:hidden;white-space:nowrap`;
  const html = `<!doctype html><meta charset="utf-8"><body style="${style}">${escaped(text)}</body>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
};
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
