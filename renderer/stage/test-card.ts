import * as THREE from 'three';
import { builtInFont, loadFont } from './fonts.ts';
import type { Picture } from './picture.ts';

/** A test card with a live input's name, so that nobody takes it for the camera: bars, a circle, corners, a grey scale. */
const WIDTH = 1280;
const HEIGHT = 720;
const BARS = ['#bfbfbf', '#bfbf00', '#00bfbf', '#00bf00', '#bf00bf', '#bf0000', '#0000bf'];
const GREYS = 11;
const WORDS = {
  fr: ['ENTRÉE VIDÉO', 'en direct au spectacle'],
  en: ['LIVE INPUT', 'live at the show'],
} as const;
type Pen = CanvasRenderingContext2D;

export const drawTestCard = async (input: string, language: 'fr' | 'en'): Promise<Picture> => {
  const face = await loadFont(builtInFont);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#26292e';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    grid(pen);
    strip(pen, BARS, HEIGHT * 0.08, HEIGHT * 0.2);
    strip(pen, greys(), HEIGHT * 0.76, HEIGHT * 0.16);
    circle(pen);
    corners(pen);
    const [title, note] = WORDS[language];
    plate(pen);
    line(pen, title, `700 40px "${face}"`, '#f0b040', HEIGHT * 0.415);
    line(pen, input.trim() || '–', `650 76px "${face}"`, '#ffffff', HEIGHT * 0.525);
    line(pen, note, `450 32px "${face}"`, '#b8bec8', HEIGHT * 0.615);
  }
  const texture = new THREE.CanvasTexture(canvas);
  texture.colorSpace = THREE.SRGBColorSpace;
  texture.generateMipmaps = true;
  texture.minFilter = THREE.LinearMipmapLinearFilter;
  return { texture, width: WIDTH, height: HEIGHT };
};

const greys = (): string[] =>
  Array.from({ length: GREYS }, (_, index) => {
    const value = Math.round((index / (GREYS - 1)) * 255);
    return `rgb(${value} ${value} ${value})`;
  });
const strip = (pen: Pen, colours: readonly string[], top: number, height: number): void => {
  const [left, width] = [WIDTH * 0.1, WIDTH * 0.8];
  colours.forEach((colour, index) => {
    pen.fillStyle = colour;
    pen.fillRect(left + (index * width) / colours.length, top, width / colours.length + 1, height);
  });
};
const grid = (pen: Pen): void => {
  pen.fillStyle = '#3a3f47';
  for (let x = 0; x <= WIDTH; x += WIDTH / 16) pen.fillRect(x - 1, 0, 2, HEIGHT);
  for (let y = 0; y <= HEIGHT; y += HEIGHT / 9) pen.fillRect(0, y - 1, WIDTH, 2);
};
/** Round only where nothing is stretched. */
const circle = (pen: Pen): void => {
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = 5;
  pen.beginPath();
  pen.arc(WIDTH / 2, HEIGHT / 2, HEIGHT * 0.46, 0, Math.PI * 2);
  pen.stroke();
};
/** Of different colours, so that a mirrored or turned picture shows. */
const corners = (pen: Pen): void => {
  const size = HEIGHT * 0.08;
  const places = [
    ['#ff5040', 0, 0],
    ['#50d060', WIDTH - size, 0],
    ['#4090ff', 0, HEIGHT - size],
    ['#ffd040', WIDTH - size, HEIGHT - size],
  ] as const;
  for (const [colour, x, y] of places) {
    pen.fillStyle = colour;
    pen.fillRect(x, y, size, size);
  }
};
const plate = (pen: Pen): void => {
  pen.fillStyle = '#101216';
  pen.fillRect(WIDTH * 0.1, HEIGHT * 0.34, WIDTH * 0.8, HEIGHT * 0.34);
};
const line = (pen: Pen, text: string, font: string, colour: string, y: number): void => {
  pen.font = font;
  pen.fillStyle = colour;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, WIDTH / 2, y, WIDTH * 0.76);
};
