/** Scales a snapshot of the picture down and answers with a JPEG off the page's own thread. */
const LARGEST = 160;

type Snapshot = { picture: ImageBitmap; isNegative: boolean };

const shrink = async ({ picture, isNegative }: Snapshot): Promise<Blob> => {
  const scale = Math.min(1, LARGEST / picture.width, LARGEST / picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('thumbnail-failed: this browser draws no 2D picture outside a page');
  if (isNegative) pen.filter = 'invert(1)';
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
};

addEventListener('message', ({ data }: MessageEvent<Snapshot>) => {
  void shrink(data).then((jpeg) => postMessage(jpeg));
});
