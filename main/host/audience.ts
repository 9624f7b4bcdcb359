import type { GatewayEvents } from './gateway.ts';
import type { Hub } from './hub.ts';
import type { Journal } from './journal.ts';
import type { Outputs } from './outputs.ts';
import type { Sound } from './sound.ts';

/** Who is connected, and to whom each report goes. */
type Parts = { journal: Journal; outputs: Outputs; sound: Sound; hub: Hub; onChange(): void };

export const createAudience = ({ journal, outputs, sound, hub, onChange }: Parts): GatewayEvents => ({
  joined(client, page) {
    journal.add('link', `${page.kind} ${page.id} joined`, { client });
    if (page.kind === 'output') outputs.joined(client, page.id);
    onChange();
  },
  left(client, page) {
    journal.add('link', `${page.kind} ${page.id} left`, { client });
    if (page.kind === 'output') outputs.left(client);
    if (page.kind === 'audio') sound.left(page.id);
    onChange();
  },
  report(client, page, report) {
    if (report.kind === 'output') outputs.report(client, report);
    else if (report.kind === 'audio') sound.report(page.id, report);
    else if (page.kind === 'shell') {
      const { displays, places } = report;
      hub.set('station', { ...hub.get('station'), displays, places });
    }
  },
  rejected: (client, code) => journal.add('rejected', `${client}: ${code}`),
});
