import { sheetWord, type SheetWord } from '../../core/show/cue-sheet/cue-sheet.words.ts';
import type { CueSheet, SheetRow } from '../../core/show/cue-sheet/rows.ts';

/** The sheet as a page: a table whose pictures are put in as they are drawn. */
export type DrawnSheet = { element: HTMLElement; pictures: ReadonlyMap<SheetRow, HTMLCanvasElement> };

const COLUMNS = [
  'picture',
  'number',
  'name',
  'time',
  'arrival',
  'go',
  'actions',
  'triggers',
  'notes',
] as const;

export const drawSheet = (sheet: CueSheet): DrawnSheet => {
  const say = (key: SheetWord, values = {}): string => sheetWord(sheet.language, key, values);
  const pictures = new Map<SheetRow, HTMLCanvasElement>();
  const element = document.createDocumentFragment();
  const header = add(element, 'header');
  add(header, 'h1', `${say('title')} · ${sheet.title}`);
  add(header, 'span', say('revision', { revision: sheet.revision }));
  add(element, 'p', say('rule')).className = 'rule';
  const table = add(element, 'table');
  const head = add(add(table, 'thead'), 'tr');
  for (const key of COLUMNS) {
    const cell = add(head, 'th', say(key));
    cell.scope = 'col';
    cell.className = key;
  }
  const body = add(table, 'tbody');
  for (const row of sheet.rows) {
    const line = add(body, 'tr');
    const picture = add(line, 'td');
    picture.className = 'picture';
    if (row.still) pictures.set(row, add(picture, 'canvas'));
    const time = row.timeline === '' ? '' : `${row.time} ${row.timeline}`;
    const texts = { ...row, time };
    for (const key of COLUMNS.slice(1)) fill(add(line, 'td'), key, texts);
    const { colour } = row;
    if (colour) {
      line.cells[1]?.classList.add('colour');
      line.cells[1]?.style.setProperty('border-left-color', colour);
    }
  }
  const main = document.createElement('div');
  main.append(element);
  return { element: main, pictures };
};

const fill = (cell: HTMLElement, key: (typeof COLUMNS)[number], row: SheetRow): void => {
  cell.className = key;
  if (key === 'picture') return;
  const value = row[key];
  for (const line of [value].flat()) if (line !== '') add(cell, 'p', line);
};

const add = <K extends keyof HTMLElementTagNameMap>(
  to: Node,
  name: K,
  text: string | null = null,
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  made.textContent = text;
  to.appendChild(made);
  return made;
};

/** RGBA, top row first. */
export const showPicture = (
  canvas: HTMLCanvasElement,
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
): void => {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
};
