/** sRGB pixels, RGBA, row 0 on top. */
export type Picture = { width: number; height: number; pixels: Uint8ClampedArray };

/** GL reads from the bottom up. */
export const upright = (
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
): Picture => {
  const out = new Uint8ClampedArray(pixels.length);
  for (let y = 0; y < height; y += 1)
    out.set(pixels.subarray((height - 1 - y) * width * 4, (height - y) * width * 4), y * width * 4);
  return { width, height, pixels: out };
};

/** Red, green, blue of one pixel. */
export const rgbAt = ({ width, pixels }: Picture, x: number, y: number): number[] => [
  ...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];

const makeCanvas = (width: number, height: number) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d', { colorSpace: 'srgb' });
  if (!pen) throw new Error('canvas-2d-missing: the page gives no 2-D canvas');
  return { canvas, pen };
};

const encoded = ({ width, height, pixels }: Picture, type: string, quality?: number): string => {
  const { canvas, pen } = makeCanvas(width, height);
  pen.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  return canvas.toDataURL(type, quality).split(',')[1] ?? '';
};
/** @returns base64 of a PNG */
export const toPng = (picture: Picture): string => encoded(picture, 'image/png');
/** @returns base64 of a JPEG */
export const toJpeg = (picture: Picture, quality: number): string => encoded(picture, 'image/jpeg', quality);

export const fromPng = (base64: string): Promise<Picture> => decoded(`data:image/png;base64,${base64}`);
export const fromJpeg = (base64: string): Promise<Picture> => decoded(`data:image/jpeg;base64,${base64}`);
const decoded = async (url: string): Promise<Picture> => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { width, height } = image;
  const { pen } = makeCanvas(width, height);
  pen.drawImage(image, 0, 0);
  return { width, height, pixels: pen.getImageData(0, 0, width, height).data };
};
