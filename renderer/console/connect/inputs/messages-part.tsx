import { useEffect, useRef, useState } from 'react';
import type { InputStatus } from '../../../../core/control/link.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import type { Word } from '../../words.ts';
import { useInputLog, type RawInput } from './use-input-log.ts';
import { toneOf } from './verdict.ts';

const HINTS: Readonly<Record<string, Word>> = {
  osc: 'hintOsc',
  midi: 'hintMidi',
  msc: 'hintMidi',
  dmx: 'hintDmx',
  artnet: 'hintDmx',
  sacn: 'hintDmx',
  sound: 'hintSound',
  timecode: 'hintTimecode',
  ltc: 'hintTimecode',
  mtc: 'hintTimecode',
};

/** The raw log of one way in: what came, from whom, and what it did. */
export const MessagesPart = ({ input }: { input: InputStatus }) => {
  const t = useWords();
  const language = useLanguage();
  const log = useInputLog(input.id);
  const [held, setHeld] = useState<readonly RawInput[] | null>(null);
  const [filter, setFilter] = useState('');
  const messages = held ?? log.messages;
  const wanted = filter.trim().toLowerCase();
  const shown =
    wanted === '' ? messages : messages.filter((message) => lineOf(message).toLowerCase().includes(wanted));
  return (
    <section className="messages-part" aria-label={t('logTitle', { name: input.id })}>
      <div className="log-tools">
        <h2>{t('logTitle', { name: input.id })}</h2>
        <input
          type="search"
          placeholder={t('messagesFilter')}
          aria-label={t('messagesFilter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <button
          type="button"
          className={held ? 'amber' : ''}
          aria-pressed={held !== null}
          onClick={() => setHeld(held ? null : log.messages)}
        >
          {t(held ? 'logGoOn' : 'logPause')}
        </button>
        <CopyButton lines={shown} />
      </div>
      {held && <p className="amber-text">{t('logPaused', { n: missed(held, log.messages) })}</p>}
      {log.problem && <p className="refused">{problemText(language, log.problem)}</p>}
      <LogTable messages={shown} isHeld={held !== null} />
      {shown.length === 0 && (
        <p className="hint">{wanted === '' ? t('messagesEmpty') : t('logNone', { text: filter })}</p>
      )}
      <p className="hint test-hint">{t(HINTS[input.kind] ?? 'hintOther')}</p>
    </section>
  );
};

const lineOf = ({ at, from, text, verdict }: RawInput): string => `${at}\t${from}\t${text}\t${verdict}`;
const missed = (held: readonly RawInput[], now: readonly RawInput[]): number => {
  const newest = held.at(-1);
  if (newest === undefined) return now.length;
  return now.length - 1 - now.findLastIndex((each) => lineOf(each) === lineOf(newest));
};

type TableProps = { messages: readonly RawInput[]; isHeld: boolean };
/** Stays at the newest line unless someone has scrolled up to read. */
const LogTable = ({ messages, isHeld }: TableProps) => {
  const t = useWords();
  const place = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = place.current;
    if (element && isAtEnd.current && !isHeld) element.scrollTop = element.scrollHeight;
  }, [messages, isHeld]);
  return (
    <section
      ref={place}
      className="log-scroll"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keys as well
      tabIndex={0}
      aria-label={t('partMessages')}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight > scrollHeight - 24;
      }}
    >
      <table className="log">
        <thead>
          <tr>
            <th scope="col">{t('logTime')}</th>
            <th scope="col">{t('logFrom')}</th>
            <th scope="col">{t('logText')}</th>
            <th scope="col">{t('logVerdict')}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message, index) => (
            <tr key={`${message.at}-${messages.length - index}`}>
              <td>{timeText(message.at)}</td>
              <td>{message.from}</td>
              <td className="text">{message.text}</td>
              <td className={toneOf(message.verdict)}>{message.verdict}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The booth's own wall clock, to the millisecond. */
const timeText = (iso: string): string => {
  const at = new Date(iso);
  return `${at.toLocaleTimeString('fr-FR', { hour12: false })}.${iso.slice(20, 23)}`;
};

const CopyButton = ({ lines }: { lines: readonly RawInput[] }) => {
  const t = useWords();
  const [said, setSaid] = useState<string | null>(null);
  const copy = (): void => {
    const isDone = copyText(lines.map(lineOf).join('\n'));
    setSaid(isDone ? t('logCopied', { n: lines.length }) : t('logCopyFailed'));
  };
  return (
    <>
      <button type="button" disabled={lines.length === 0} onClick={copy}>
        {t('logCopy')}
      </button>
      <output className="copied">{said}</output>
    </>
  );
};

/** The old way: over plain http, where tablets are, a page has no other. */
const copyText = (text: string): boolean => {
  const place = document.createElement('textarea');
  place.value = text;
  document.body.append(place);
  place.select();
  const isDone = document.execCommand('copy');
  place.remove();
  return isDone;
};
