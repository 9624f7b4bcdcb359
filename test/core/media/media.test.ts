import { describe, expect, it } from 'vitest';
import { conversionsOf } from '../../../core/media/convert.ts';
import {
  addMedium,
  removeMedia,
  renameMedium,
  replaceMedium,
  unusedMedia,
  usesOf,
} from '../../../core/media/media-edit.ts';
import { freePath, pathFor, titleOf } from '../../../core/media/media-name.ts';
import { isSigned, mediaTypes } from '../../../core/media/media-type.ts';
import { svgFault } from '../../../core/media/svg-safety.ts';
import { board3, after } from '../show/timeline-edit/show.ts';

describe('names and types', () => {
  it('of a stranger become letters that every system keeps', () => {
    expect(pathFor('Été 1900.PNG')).toEqual({ ok: true, value: 'media/ete-1900.png' });
    expect(pathFor('..png')).toEqual({ ok: true, value: 'media/media.png' });
    expect(pathFor('a.b.mov')).toEqual({ ok: true, value: 'media/a-b.mov' });
    for (const name of ['a/b.png', '..', '.', 'a\\b.png', 'a\0.png'])
      expect([name, pathFor(name).ok]).toEqual([name, false]);
    expect(freePath('media/a.png', (path) => path !== 'media/a-3.png')).toBe('media/a-3.png');
    expect(titleOf('Été 1900.final.png')).toBe('Été 1900.final');
  });
  it('are proved by the first bytes', () => {
    const bytes = (text: string) =>
      Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    expect(isSigned('a.webp', bytes('RIFF\0\0\0\0WEBPVP8 '))).toBe(true);
    expect(isSigned('a.wav', bytes('RIFF\0\0\0\0WEBPVP8 '))).toBe(false);
    expect(isSigned('a.mp4', bytes('\0\0\0\x18ftypisom'))).toBe(true);
    expect(isSigned('a.exe', bytes('MZ'))).toBe(false);
    for (const [ending, { signs }] of Object.entries(mediaTypes))
      expect([ending, signs.every(({ bytes: sign }) => sign.length >= 2)]).toEqual([ending, true]);
  });
});

it('commands of a converter quote whatever a file is called', () => {
  expect(conversionsOf('a $(rm) "b".mxf')[0]?.command).toMatch(
    /^ffmpeg -i "a \\\$\(rm\) \\"b\\".mxf" .*\.mp4"$/,
  );
  expect(conversionsOf('-x.aif')[0]?.command).toBe('ffmpeg -i "./-x.aif" -c:a pcm_s24le "./-x.wav"');
  expect(conversionsOf('clip.mp4')[0]?.command).toMatch(/"clip-frise.mp4"$/);
  expect(conversionsOf('notes.txt')).toEqual([]);
});

describe('drawings', () => {
  const svg = (inside: string, attributes = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
  it.each([
    svg('<path d="M 0 0 L 1 1"/>'),
    svg('<image href="data:image/png;base64,AAAA"/><use href="#a"/>'),
    `<?xml version="1.0"?><!-- <script> -->${svg('<text>on = 3; javascript</text>')}`,
    svg(
      '<style>.a { fill: url(#g) }</style>',
      'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"',
    ),
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- made elsewhere -->\n${svg('<![CDATA[ a ]]>')}`,
    `<?xml version='1.0' encoding='iso-8859-1'?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('')}`,
  ])('may come in: %s', (text) => expect(svgFault(text)).toBe(null));
  it.each([
    [svg('<script/>'), 'script'],
    [svg('<svg:script xmlns:svg="x">a</svg:script>'), 'script'],
    [svg('<path onclick="a()"/>'), 'script'],
    [svg('<path\nonclick\n=\n"a()"/>'), 'script'],
    [svg('<a xlink:href="java\tscript:a()"/>'), 'script'],
    [svg('<foreignObject><body/></foreignObject>'), 'script'],
    [svg('<set attributeName="onmouseover" to="a()"/>'), 'script'],
    [svg('<style>@import "https://a.b/c.css"</style>'), 'outside'],
    [svg('<style><![CDATA[@import "https://a.b/c.css"]]></style>'), 'outside'],
    [svg('<image xlink:href="//a.b/c.png"/>'), 'outside'],
    ['<html/>', 'no-svg'],
    [svg('<![CDATA[ <!-- ]]><script>1</script><![CDATA[ --> ]]>'), 'script'],
    [svg('<?a <!-- ?><script>1</script><?a --> ?>'), 'script'],
    [`<!DOCTYPE svg SYSTEM "<!--">${svg('<script>1</script><!-- -->')}`, 'script'],
    [`<!DOCTYPE svg [<!ATTLIST svg onload CDATA "go()">]>${svg('')}`, 'script'],
    [`<?xml version="1.0" encoding="ISO-2022-JP"?>${svg('<scr\x1b(Bipt>1</script>')}`, 'script'],
  ])('may not: %s', (text, fault) => expect(svgFault(text)).toBe(fault));
});

describe('the list of media', () => {
  const lamp = {
    path: 'media/lamp.png',
    kind: 'image',
    hash: 'a'.repeat(64),
    duration: null,
    title: 'Lamp',
  } as const;
  const document = after(board3, addMedium(board3, lamp));
  it('grows, is renamed, has files replaced under the same record', () => {
    expect(document.records['media:lamp']).toEqual(lamp);
    const again = after(document, addMedium(document, lamp));
    expect(again.records['media:lamp-2']).toEqual(lamp);
    expect(after(document, renameMedium(document, 'media:lamp', 'L')).records['media:lamp']).toMatchObject({
      title: 'L',
    });
    const film = { ...lamp, kind: 'video', path: 'media/film.mp4', duration: 3, width: undefined } as const;
    const replaced = after(document, replaceMedium(document, 'media:lamp', film));
    expect(replaced.records['media:lamp']).toEqual({
      ...lamp,
      kind: 'video',
      path: 'media/film.mp4',
      duration: 3,
    });
    expect(replaceMedium(document, 'media:gone', lamp)).toMatchObject({ code: 'record-missing' });
  });
  it('knows who uses what, and lets nothing go that is used', () => {
    expect(usesOf(document).get('media:tone')).toEqual(['clip:hum']);
    expect(unusedMedia(document)).toContain('media:lamp');
    expect(unusedMedia(document)).not.toContain('media:tone');
    expect(removeMedia(document, ['media:tone'])).toMatchObject({ code: 'media-used', path: 'media:tone' });
    expect(after(document, removeMedia(document, ['media:lamp']))).toEqual(board3);
  });
});
