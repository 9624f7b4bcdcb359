import { strToU8, zlibSync } from 'fflate';
import { expect, it } from 'vitest';
import { decodedImage } from '../../../renderer/stage/decoded-image.ts';

const bytesOf = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const crcOf = (bytes: readonly number[]): number => {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
};
const chunk = (name: string, data: readonly number[]): number[] => {
  const named = [...strToU8(name), ...data];
  return [...bytesOf(data.length), ...named, ...bytesOf(crcOf(named))];
};
/** All black, a bit a pixel; only so many rows are in it. */
const png = (width: number, height: number, rows: number): string => {
  const data = [...zlibSync(new Uint8Array(rows * (1 + Math.ceil(width / 8))))];
  const head = [...bytesOf(width), ...bytesOf(height), 1, 0, 0, 0, 0];
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const all = [...signature, ...chunk('IHDR', head), ...chunk('IDAT', data), ...chunk('IEND', [])];
  return URL.createObjectURL(new Blob([Uint8Array.from(all)], { type: 'image/png' }));
};

it('a picture that unpacks beyond measure is not decoded', async () => {
  await expect(decodedImage(png(16_000, 16_000, 100))).rejects.toThrow(/16000 × 16000 pixels; 100 million/);
});
it('one of many pixels is, and a drawing of any size', async () => {
  expect((await decodedImage(png(2000, 500, 500))).naturalWidth).toBe(2000);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"/>';
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  expect((await decodedImage(url)).naturalWidth).toBe(20_000);
});
it('what is no picture is said', async () => {
  const url = URL.createObjectURL(new Blob(['<html>'], { type: 'image/png' }));
  await expect(decodedImage(url)).rejects.toThrow(/can’t be decoded/);
});
