import { ARTNET_PORT } from '../control/dmx/artnet.ts';
import { SACN_PORT } from '../control/dmx/sacn.ts';
import type { Problem } from '../result.ts';
import { problem } from '../result.ts';
import { shapeProblems } from '../show/check-verbs.ts';
import { recordsOfKind } from '../show/records.ts';
import { isZone } from '../time/zone.ts';
import {
  dmxPatchSchema,
  dmxSchema,
  scheduleSchema,
  type DmxPatchRecord,
  type DmxRecord,
} from './levels.schema.ts';

/** Ports, patches and schedules that parse and can't work. Codes: `dmx-universe`, `dmx-port-twice`, `dmx-patch`,
 * `schedule-zone`, and those of verbs. */
type Records = Record<string, unknown>;
const standardPort = { artnet: ARTNET_PORT, sacn: SACN_PORT } as const;
export const portOf = ({ port, protocol }: Pick<DmxRecord, 'port' | 'protocol'>): number =>
  port ?? standardPort[protocol];

export const levelsProblems = (records: Records): Problem[] => {
  const ports = recordsOfKind(records, 'dmx', dmxSchema);
  const patches = recordsOfKind(records, 'dmx-patch', dmxPatchSchema);
  return [
    ...ports.flatMap(universeProblems),
    ...twicePorts(ports.filter(({ isOn }) => isOn)),
    ...patches.flatMap(patchProblems),
    ...recordsOfKind(records, 'schedule', scheduleSchema).flatMap(({ id, zone, verb, args }) => [
      ...(zone === '' || isZone(zone)
        ? []
        : [
            problem(
              'schedule-zone',
              `No time zone "${zone}"; write one such as "Europe/Paris".`,
              `${id}.zone`,
            ),
          ]),
      ...shapeProblems({ verb, args, path: id }),
    ]),
  ];
};

const universeProblems = ({ id, protocol, universes }: DmxRecord): Problem[] =>
  universes.flatMap((universe, at) => {
    const isThere = protocol === 'artnet' ? universe <= 32_767 : universe >= 1;
    if (isThere) return [];
    const range = protocol === 'artnet' ? 'Art-Net has 0 to 32767' : 'sACN has 1 to 63999';
    return [problem('dmx-universe', `There is no universe ${universe}: ${range}.`, `${id}.universes.${at}`)];
  });

const twicePorts = (ports: readonly DmxRecord[]): Problem[] =>
  ports.flatMap((record, at) => {
    const port = portOf(record);
    const other = ports.slice(0, at).find((one) => one.host === record.host && portOf(one) === port);
    if (other === undefined || port === 0) return [];
    return [
      problem(
        'dmx-port-twice',
        `${other.id} has ${record.host}:${port} already; give both one record.`,
        record.id,
      ),
    ];
  });

const patchProblems = ({ id, channel, wide, to, clip, param, range }: DmxPatchRecord): Problem[] => [
  ...(wide === 16 && channel === 512
    ? [
        problem(
          'dmx-patch',
          'A 16-bit fader needs the channel after it, too; 511 is the last.',
          `${id}.channel`,
        ),
      ]
    : []),
  ...(to === 'clip' && (clip === '' || param === '')
    ? [problem('dmx-patch', 'Name the clip and its parameter.', `${id}.${clip === '' ? 'clip' : 'param'}`)]
    : []),
  ...(to === 'master' && range.some((end) => end < 0 || end > 1)
    ? [problem('dmx-patch', 'The master lies between 0 and 1.', `${id}.range`)]
    : []),
];
