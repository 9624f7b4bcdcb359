import type { GatewayEvents } from './gateway.ts';
import type { Journal } from './journal.ts';
import type { LineUpHost } from './line-up.ts';
import type { Outputs } from './outputs.ts';
import type { Places } from './places.ts';
import type { Rooms } from './rooms.ts';
import type { Sound } from './sound.ts';

/** Who is connected, and to whom each report goes. */
type Parts = {
  journal: Journal;
  outputs: Outputs;
  places: Places;
  sound: Sound;
  lineUp: LineUpHost;
  rooms: Rooms;
  onChange(): void;
};

export const createAudience = ({
  journal,
  outputs,
  places,
  sound,
  lineUp,
  rooms,
  onChange,
}: Parts): GatewayEvents => ({
  joined(client, page, sender) {
    journal.add('link', `${page.kind} ${page.id} joined`, { client });
    if (page.kind === 'output') outputs.joined(client, page.id);
    lineUp.joined(sender);
    rooms.joined(page, client, sender);
    onChange();
  },
  left(client, page, sender) {
    journal.add('link', `${page.kind} ${page.id} left`, { client });
    if (page.kind === 'output') outputs.left(client);
    if (page.kind === 'audio') sound.left(page.id);
    if (page.kind === 'shell') places.left();
    lineUp.left(sender);
    rooms.left(page, client, sender);
    onChange();
  },
  report(client, page, report) {
    if (report.kind === 'output') outputs.report(client, report);
    else if (report.kind === 'audio') sound.report(page.id, report);
    else if (report.kind === 'shell' && page.kind === 'shell') places.report(report);
    rooms.report(page, report, client);
  },
  rejected: (client, code) => journal.add('rejected', `${client}: ${code}`),
});
