import { after } from './clock.ts';

/** A WebSocket that comes back: a new one after each loss, sooner at first. It queues nothing. */
export interface Socket {
  send(text: string): boolean;
  close(): void;
}
type Events = { opened(): void; message(text: string): void; lost(): void };

const firstRetryMs = 100;
const longestRetryMs = 2000;
/** The host speaks four times a second; a longer silence is a dead line that nobody closed. */
const silenceMs = 5000;

export const openSocket = (url: string, events: Events): Socket => {
  let socket: WebSocket | null = null;
  let retryMs = firstRetryMs;
  let isOpen = false;
  let isClosed = false;
  let cancelRetry: () => void = () => undefined;
  let cancelWatch: () => void = () => undefined;

  const lose = () => {
    cancelWatch();
    detach(socket);
    socket = null;
    if (isOpen) events.lost();
    isOpen = false;
    if (isClosed) return;
    cancelRetry = after(retryMs, open);
    retryMs = Math.min(longestRetryMs, retryMs * 1.6);
  };
  const watch = () => {
    cancelWatch();
    cancelWatch = after(silenceMs, lose);
  };
  const open = () => {
    const next = new WebSocket(url);
    socket = next;
    watch();
    next.onopen = () => {
      isOpen = true;
      retryMs = firstRetryMs;
      events.opened();
    };
    next.onmessage = ({ data }) => {
      watch();
      if (typeof data === 'string') events.message(data);
    };
    next.onclose = lose;
  };
  open();
  return {
    send(text) {
      if (!isOpen || socket === null) return false;
      socket.send(text);
      return true;
    },
    close() {
      isClosed = true;
      cancelRetry();
      lose();
    },
  };
};

const detach = (socket: WebSocket | null) => {
  if (socket === null) return;
  socket.onopen = null;
  socket.onmessage = null;
  socket.onclose = null;
  socket.close();
};
