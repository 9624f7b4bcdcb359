import { Readable } from 'node:stream';
import { journalCsv, journalCsvRows } from '../../../core/journal/line.ts';
import { ok, type Result } from '../../../core/result.ts';
import { OPEN_ID, type JournalReader } from '../../host/journal/reader.ts';

/** `GET /api/journal.csv?show=…`: a show's journal as a table, sent as it is read. */
type Sent = { body: ReadableStream<Uint8Array>; headers: Record<string, string> };
/** Without it a spreadsheet takes é for two letters. */
const BOM = '\u{FEFF}';

export const journalRoute = async (show: string | null, reader: JournalReader): Promise<Result<Sent>> => {
  const id = show === null || show === '' || show === OPEN_ID ? null : show.slice(0, 60);
  const lines = await reader.lines(id);
  if (!lines.ok) return lines;
  async function* text() {
    yield BOM + journalCsv([]);
    if (!lines.ok) return;
    for await (const line of lines.value) yield journalCsvRows([line]);
  }
  const name = `frise-journal-${id ?? OPEN_ID}.csv`;
  return ok({
    body: Readable.toWeb(Readable.from(text())) as ReadableStream<Uint8Array>,
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
      'Cache-Control': 'no-store',
    },
  });
};
