import type { CompiledShow } from '../show/compiled.ts';
import { normaliseCueNumber } from '../show/cue-number.ts';

/**
 * A page of Bitfocus Companion (Stream Deck) for a show: its native OSC addresses as buttons, the cues without a place
 * as stings. The form is Companion's page export, file version 9, as its release 4.2 writes and later ones take; the
 * buttons send through its module `generic-osc`. The fifteen keys of a small deck are the upper left 5 × 3, the rest of
 * a large one (8 × 4) has the stings.
 */
type Key = { text: string; tone: Tone; address: string; args: readonly (number | string)[] };
type Tone = keyof typeof TONES;

/** Paper-white words on the console's colours, 0xRRGGBB. */
const TONES = {
  green: [0xffffff, 0x0b4d29],
  amber: [0x000000, 0xffb938],
  red: [0xffffff, 0x8f1a13],
  grey: [0xffffff, 0x1d2026],
} as const;

const key = (text: string, tone: Tone, address: string, ...args: (number | string)[]): Key => ({
  text,
  tone,
  address: `/frise/${address}`,
  args,
});

/** Row by row. */
const KEYS: readonly (readonly Key[])[] = [
  [
    key('PANIC', 'red', 'panic'),
    key('STOP', 'red', 'stop'),
    key('BLACK\\nOUT', 'red', 'blackout', 1),
    key('LIGHT', 'grey', 'blackout', 0),
    key('BACK', 'grey', 'back'),
  ],
  [1, 0.75, 0.5, 0.25, 0].map((level) => key(`MASTER\\n${level * 100} %`, 'grey', 'master', level, 1)),
  [
    key('PAUSE', 'grey', 'pause'),
    key('RESUME', 'grey', 'resume'),
    key('STANDBY\\n−', 'amber', 'standby/previous'),
    key('STANDBY\\n+', 'amber', 'standby/next'),
    key('GO', 'green', 'go'),
  ],
];

/** Where stings go, as far as there is room: the columns on the right first, then the lowest row. */
const STING_PLACES = [0, 1, 2, 3]
  .flatMap((row) => [5, 6, 7].map((column) => [row, column] as const))
  .concat([0, 1, 2, 3, 4].map((column) => [3, column] as const));

const stingKeys = (show: CompiledShow, language: 'fr' | 'en'): Key[] =>
  show.cues
    .filter((cue) => !cue.at && !cue.disarmed)
    .map((cue) => {
      const number = normaliseCueNumber(cue.number);
      return key(`${number}\\n${cue.name[language] || cue.name.fr}`, 'grey', `cue/${number}/go`);
    });

/** Every key with its place. */
export const companionKeys = (show: CompiledShow, language: 'fr' | 'en') => [
  ...KEYS.flatMap((keys, row) => keys.map((each, column) => ({ row, column, key: each }))),
  ...stingKeys(show, language).flatMap((each, index) => {
    const place = STING_PLACES[index];
    return place ? [{ row: place[0], column: place[1], key: each }] : [];
  }),
];

const CONNECTION = 'frise';

/** One number as a whole or a fraction: the module tells int from float by the point. */
const argument = (value: number | string): string =>
  typeof value === 'string' ? `"${value}"` : String(value);

const action = (id: string, { address, args }: Key) => ({
  type: 'action',
  id,
  definitionId: args.length === 0 ? 'send_blank' : 'send_multiple',
  connectionId: CONNECTION,
  options: args.length === 0 ? { path: address } : { path: address, arguments: args.map(argument).join(' ') },
  upgradeIndex: 0,
});

const button = (id: string, each: Key) => ({
  type: 'button',
  style: {
    text: each.text,
    textExpression: false,
    size: 'auto',
    png64: null,
    alignment: 'center:center',
    pngalignment: 'center:center',
    color: TONES[each.tone][0],
    bgcolor: TONES[each.tone][1],
    show_topbar: 'default',
  },
  options: { stepProgression: 'auto', stepExpression: '', rotaryActions: false },
  feedbacks: [],
  steps: { '0': { action_sets: { down: [action(id, each)], up: [] }, options: { runWhileHeld: [] } } },
  localVariables: [],
});

/** `osc`: where the host listens; Companion asks for it again when the page is imported. */
export const companionPage = (
  show: CompiledShow,
  language: 'fr' | 'en',
  osc: { host: string; port: number },
) => {
  const controls: Record<string, Record<string, ReturnType<typeof button>>> = {};
  for (const { row, column, key: each } of companionKeys(show, language))
    controls[row] = { ...controls[row], [column]: button(`frise-${row}-${column}`, each) };
  return {
    version: 9,
    type: 'page',
    companionBuild: '4.2.0',
    page: {
      name: `Frise — ${show.show.title[language]}`,
      controls,
      gridSize: { minColumn: 0, maxColumn: 7, minRow: 0, maxRow: 3 },
    },
    instances: {
      [CONNECTION]: {
        label: CONNECTION,
        instance_type: 'generic-osc',
        moduleId: 'generic-osc',
        config: { host: osc.host, port: String(osc.port), protocol: 'udp' },
        isFirstInit: false,
        lastUpgradeIndex: 0,
        enabled: true,
        sortOrder: 0,
      },
    },
    oldPageNumber: 1,
  };
};

export const companionText = (...args: Parameters<typeof companionPage>): string =>
  `${JSON.stringify(companionPage(...args), null, 2)}\n`;
