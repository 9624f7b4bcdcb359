import { describe, expect, it } from 'vitest';
import { isAllowed, type Asked } from '../../../main/electron/permissions.ts';

const origin = 'http://127.0.0.1:8090';
const here = { origin, hasCamera: true };
const asked = (over: Partial<Asked> = {}): Asked => ({
  permission: 'media',
  url: `${origin}/output/left`,
  media: ['video'],
  isMainFrame: true,
  ...over,
});

describe('a camera', () => {
  it.each(['/output/left', '/output/left+right', '/console', '/console?x=1'])('is for %s', (path) => {
    expect(isAllowed(asked({ url: origin + path }), here)).toBe(true);
  });
  it.each(['/audio', '/programme', '/cue-sheet', '/render', '/', '/consoles', '/media/output'])(
    'is not for %s',
    (path) => {
      expect(isAllowed(asked({ url: origin + path }), here)).toBe(false);
    },
  );
  it.each<[string, Partial<Asked>]>([
    ['another origin', { url: 'http://127.0.0.1:8091/output/left' }],
    ['an origin that begins like ours', { url: `${origin}0/output/left` }],
    ['a frame inside the page', { isMainFrame: false }],
    ['a request that names nothing', { media: [] }],
    ['something unheard of', { media: ['video', 'smell'] }],
    ['the screen', { permission: 'display-capture' }],
  ])('is not for %s', (_, over) => {
    expect(isAllowed(asked(over), here)).toBe(false);
  });
  it('is for nobody before the owner has mapped one, or before the host is up', () => {
    expect(isAllowed(asked(), { origin, hasCamera: false })).toBe(false);
    expect(isAllowed(asked({ media: null }), { origin, hasCamera: false })).toBe(false);
    expect(isAllowed(asked(), { origin: null, hasCamera: true })).toBe(false);
  });
  it('comes with no microphone that would not come alone', () => {
    expect(isAllowed(asked({ media: ['audio', 'video'] }), { origin, hasCamera: false })).toBe(false);
  });
});

it('sound, MIDI and the loudspeaker need no camera', () => {
  const none = { origin, hasCamera: false };
  expect(isAllowed(asked({ url: `${origin}/audio`, media: ['audio'] }), none)).toBe(true);
  expect(isAllowed(asked({ url: `${origin}/audio`, media: null }), none)).toBe(true);
  for (const permission of ['midi', 'midiSysex', 'speaker-selection'])
    expect(isAllowed(asked({ permission, media: null }), none)).toBe(true);
});

it('nothing else is given', () => {
  for (const permission of ['geolocation', 'notifications', 'clipboard-read', 'hid', 'serial', 'usb'])
    expect(isAllowed(asked({ permission }), here)).toBe(false);
});
