import { memo, useEffect, useState } from 'react';
import { nameOf } from '../../../../core/ids.ts';
import type { MediaRecord } from '../../../../core/show/show.schema.ts';
import { useWaves } from '../use-waves.ts';
import { drawWaveform } from '../waves.ts';

/** A medium as a small picture: itself, a film's frame, a sound's waveform, letters of a font. */
type Props = { medium: MediaRecord & { id: string } };

export const Thumb = memo(({ medium }: Props) => {
  const { id, kind, hash } = medium;
  const url = `/media/${nameOf(id)}${hash === null ? '' : `?${hash.slice(0, 12)}`}`;
  switch (kind) {
    case 'image':
    case 'svg':
      return <img className="thumb" src={url} alt="" loading="lazy" decoding="async" draggable={false} />;
    case 'video':
      return <FilmThumb url={url} />;
    case 'sound':
      return <SoundThumb medium={medium} />;
    case 'model':
      return <span className="thumb">◈</span>;
    case 'font':
      return <FontThumb url={url} id={id} />;
  }
});

/** Small pictures by address, which changes with the file. */
const films = new Map<string, Promise<string | null>>();
const filmAt = (url: string): Promise<string | null> => {
  const known = films.get(url);
  if (known) return known;
  const made = import('./film-thumb.ts').then(({ filmThumb }) => filmThumb(url)).catch(() => null); // the list shows a letter in its place
  films.set(url, made);
  return made;
};
const FilmThumb = ({ url }: { url: string }) => {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    void filmAt(url).then((made) => !isOver && setPicture(made));
    return () => {
      isOver = true;
    };
  }, [url]);
  return picture === null ? (
    <span className="thumb">▶</span>
  ) : (
    <img className="thumb" src={picture} alt="" draggable={false} />
  );
};

const WIDTH = 56;
const SoundThumb = ({ medium: { id, duration } }: Props) => {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const waves = useWaves(id);
  useEffect(() => {
    if (canvas && waves) drawWaveform(canvas, waves, { from: 0, scale: WIDTH / (duration ?? 1), level: 1 });
  }, [canvas, waves, duration]);
  return <canvas ref={setCanvas} className="thumb" width={WIDTH} height={36} aria-hidden="true" />;
};

const FontThumb = ({ url, id }: { url: string; id: string }) => {
  const family = `thumb-${nameOf(id)}`;
  useEffect(() => {
    const face = new FontFace(family, `url(${url})`);
    document.fonts.add(face);
    face.load().catch(() => undefined); // the letters stay in the page's own font
    return () => void document.fonts.delete(face);
  }, [family, url]);
  return (
    <span className="thumb" style={{ fontFamily: family }}>
      Aa
    </span>
  );
};
