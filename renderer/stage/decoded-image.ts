/**
 * A picture from a file, decoded. Thirty kilobytes of PNG can say that they are 16,000 pixels square and take five
 * gigabytes; its size is known before anything is decoded. An SVG has no pixels of its own. Rejects with the reason.
 */
const MOST_PIXELS = 100_000_000;

export const decodedImage = async (url: string): Promise<HTMLImageElement> => {
  const image = new Image();
  await new Promise<void>((resolve, reject) => {
    image.addEventListener('load', () => resolve());
    image.addEventListener('error', () => reject(new Error('it can’t be decoded')));
    image.src = url;
  });
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width * height > MOST_PIXELS && !(await isDrawing(url)))
    throw new Error(`it has ${width} × ${height} pixels; 100 million are possible`);
  await image.decode();
  return image;
};

const isDrawing = async (url: string): Promise<boolean> => {
  const reply = await fetch(url);
  await reply.body?.cancel();
  return reply.headers.get('content-type')?.startsWith('image/svg') === true;
};
