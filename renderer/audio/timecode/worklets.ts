// A worklet is no module of ours but the address of a built file.
// oxlint-disable-next-line import/default
import readerUrl from './ltc-reader.worklet.ts?worker&url';
// oxlint-disable-next-line import/default
import writerUrl from './ltc-writer.worklet.ts?worker&url';

export { readerUrl, writerUrl };
