import { execFileSync } from 'node:child_process';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { firingsAfter, nextFiring, weekdays, type Rule } from '../../../core/time/schedule.ts';
import { instantOf, isZone, wallOf } from '../../../core/time/zone.ts';

/** The wall clock's schedule, against tables, against every second around a jump, and against Python's zoneinfo. */
const every: Rule = { time: '21:30', zone: 'Europe/Paris', days: weekdays, date: null };
const at = (iso: string) => Date.parse(iso);
const isoOf = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

describe('the next firing', () => {
  it.each([
    ['a summer evening', every, '2026-07-14T12:00:00Z', '2026-07-14T19:30:00.000Z'],
    ['a winter evening', every, '2026-12-24T12:00:00Z', '2026-12-24T20:30:00.000Z'],
    ['not at the instant itself', every, '2026-12-24T20:30:00Z', '2026-12-25T20:30:00.000Z'],
    ['a millisecond before', every, '2026-12-24T20:29:59.999Z', '2026-12-24T20:30:00.000Z'],
    ['with seconds', { ...every, time: '21:30:15' }, '2026-12-24T20:30:00Z', '2026-12-24T20:30:15.000Z'],
    [
      'only on Fridays',
      { ...every, days: ['fri'] as const },
      '2026-11-27T20:30:00Z',
      '2026-12-04T20:30:00.000Z',
    ],
    ['a date', { ...every, date: '2027-02-28' }, '2026-11-27T20:30:00Z', '2027-02-28T20:30:00.000Z'],
    ['a date that is over', { ...every, date: '2026-02-28' }, '2026-11-27T20:30:00Z', null],
    ['a leap day', { ...every, date: '2028-02-29' }, '2026-01-01T00:00:00Z', '2028-02-29T20:30:00.000Z'],
    ['no day at all', { ...every, days: [] }, '2026-01-01T00:00:00Z', null],
    [
      'spring: 02:30 is never shown, so it is the jump',
      { ...every, time: '02:30' },
      '2026-03-28T12:00:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'spring: the day after is as ever',
      { ...every, time: '02:30' },
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:30:00.000Z',
    ],
    [
      'autumn: 02:30 is shown twice, the first counts',
      { ...every, time: '02:30' },
      '2026-10-24T12:00:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'autumn: and not the second',
      { ...every, time: '02:30' },
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00.000Z',
    ],
    [
      'half an hour of summer time',
      { ...every, zone: 'Australia/Lord_Howe', time: '02:15' },
      '2026-10-03T00:00:00Z',
      '2026-10-03T15:30:00.000Z',
    ],
    [
      'a zone of 45 minutes',
      { ...every, zone: 'Asia/Kathmandu' },
      '2026-01-01T00:00:00Z',
      '2026-01-01T15:45:00.000Z',
    ],
    [
      'the day that Samoa left out is its jump',
      { ...every, zone: 'Pacific/Apia', date: '2011-12-30' },
      '2011-12-01T00:00:00Z',
      '2011-12-30T10:00:00.000Z',
    ],
  ])('%s', (_, rule, after, expected) => {
    expect(isoOf(nextFiring(rule, at(after)))).toBe(expected);
  });
});

it('a midnight that is skipped (Cairo, Beirut) fires at the jump, once', () => {
  for (const [zone, day] of [
    ['Africa/Cairo', '2026-04-23T12:00:00Z'],
    ['Asia/Beirut', '2026-03-28T12:00:00Z'],
  ] as const) {
    const rule = { ...every, zone, time: '00:30' };
    const [first = 0, second = 0] = firingsAfter(rule, at(day), 2);
    expect(wallOf(zone, first) - wallOf(zone, first - 1000)).toBe(3_600_000 + 1000);
    expect(second - first).toBeGreaterThan(22 * 3_600_000);
  }
});

it('knows zones from words', () => {
  expect(['Europe/Paris', 'UTC', 'Paris', '', 'Europe/Pariss'].map(isZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

const zones = [
  'Europe/Paris',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/St_Johns',
  'America/Havana',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Gaza',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Antarctica/Troll',
  'UTC',
];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({
  min: at('1990-01-01T00:00:00Z') / 1000,
  max: at('2037-12-01T00:00:00Z') / 1000,
});
const anyTime = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

test.prop([anyZone, anyInstant])(
  'an instant is found again from its wall time, or an earlier one is',
  (zone, second) => {
    const wall = wallOf(zone, second * 1000);
    const found = instantOf(zone, wall);
    expect(found).toBeLessThanOrEqual(second * 1000);
    expect(wallOf(zone, found)).toBe(wall);
  },
);

test.prop([anyZone, anyInstant, anyTime, fc.subarray([...weekdays], { minLength: 1 })], { numRuns: 60 })(
  'firings follow one another, each at its time on one of its days, and asking in between changes nothing',
  (zone, second, time, days) => {
    const rule: Rule = { time, zone, days, date: null };
    const found = firingsAfter(rule, second * 1000, 4);
    expect(found).toHaveLength(4);
    let before = second * 1000;
    for (const instant of found) {
      expect(instant).toBeGreaterThan(before);
      expect(nextFiring(rule, Math.floor((before + instant) / 2))).toBe(instant);
      expect(nextFiring(rule, instant - 1)).toBe(instant);
      const wall = new Date(wallOf(zone, instant)).toISOString();
      const isJump = wallOf(zone, instant) - wallOf(zone, instant - 1000) !== 1000;
      if (!isJump) {
        expect(wall.slice(11, 19)).toBe(time);
        expect(days).toContain(weekdays[new Date(wallOf(zone, instant)).getUTCDay()]);
      }
      before = instant;
    }
  },
);

/**
 * The second opinion: Python walks the same days with zoneinfo. For each it says the first instant whose wall clock
 * shows the time, or, where none does, the first one that shows a later time.
 */
const oracle = `
import sys, json, datetime as d
from zoneinfo import ZoneInfo
out = []
for zone, day, time in json.load(sys.stdin):
    z = ZoneInfo(zone)
    w = d.datetime.fromisoformat(day + 'T' + time)
    a = w.replace(tzinfo=z, fold=0)
    t = a.astimezone(d.timezone.utc)
    if t.astimezone(z).replace(tzinfo=None) != w:
        lo = int((w - d.timedelta(hours=30)).replace(tzinfo=d.timezone.utc).timestamp())
        hi = int((w + d.timedelta(hours=30)).replace(tzinfo=d.timezone.utc).timestamp())
        while hi - lo > 1:
            m = (lo + hi) // 2
            shown = d.datetime.fromtimestamp(m, z).replace(tzinfo=None)
            if shown < w: lo = m
            else: hi = m
        out.append(hi * 1000)
    else:
        out.append(int(t.timestamp() * 1000))
print(json.dumps(out))
`;

const aroundJumps = [
  '00:00:00',
  '00:30:00',
  '01:30:00',
  '02:00:00',
  '02:15:00',
  '02:59:59',
  '03:00:00',
  '23:45:10',
];
it("agrees with Python's zoneinfo on every day of the jumps, all zones, 2000 to 2023", () => {
  const asked: [string, string, string][] = [];
  const day = 86_400_000;
  const offset = (zone: string, instant: number) => wallOf(zone, instant) - instant;
  const ask = (zone: string, at: number, times: readonly string[]) => {
    for (const time of times) asked.push([zone, new Date(at).toISOString().slice(0, 10), time]);
  };
  for (const zone of zones)
    for (let week = Date.UTC(2000, 0, 1); week < Date.UTC(2024, 0, 1); week += 7 * day) {
      ask(zone, week, ['21:30:00']);
      if (offset(zone, week) === offset(zone, week + 7 * day)) continue;
      for (let at = week - day; at <= week + 7 * day; at += day)
        if (offset(zone, at - day) !== offset(zone, at + day)) ask(zone, at, aroundJumps);
    }
  expect(asked.length).toBeGreaterThan(5000);
  const told = JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', oracle], {
      input: JSON.stringify(asked),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }),
  ) as number[];
  const differing = asked.flatMap(([zone, date, time], n) => {
    const own = nextFiring({ zone, date, time, days: [] }, 0);
    return own === told[n] ? [] : [`${zone} ${date} ${time}: ${isoOf(own)} and ${isoOf(told[n] ?? 0)}`];
  });
  expect(differing).toEqual([]);
});
