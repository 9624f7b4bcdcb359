import { useEffect, useState } from 'react';
import { z } from 'zod';
import { kindOf, nameOf } from '../../../../core/ids.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { pageSeconds } from '../../../link/clock.ts';
import { useLanguage, useLink, useTopic, useWords } from '../../use-link.ts';
import { ageText, useSecondTick } from '../age.ts';
import { whatText } from '../triggers/dry-text.ts';
import { askByName, offers } from '../named-verb.ts';

/** When each schedule fires next, as the host has it, in this reader's own wall clock. */
const listSchema = z.looseObject({
  /** Whether the way in `schedule` is armed: nothing fires otherwise. */
  armed: z.boolean().default(true),
  schedules: z.array(
    z.looseObject({ id: z.string(), zone: z.string().default(''), next: z.array(z.string()) }),
  ),
});
type Listed = z.infer<typeof listSchema>;

/** Asked again when the settings change and every quarter of a minute. */
const useListed = (revision: number, tick: number): Listed | null => {
  const link = useLink();
  const [listed, setListed] = useState<Listed | null>(null);
  useEffect(() => {
    if (!offers('schedule/list')) return undefined;
    let isOver = false;
    void askByName(link, 'schedule/list', { count: 1 }).then((reply) => {
      const read = reply.ok ? listSchema.safeParse(reply.value) : null;
      if (!isOver && read?.success) setListed(read.data);
    });
    return () => {
      isOver = true;
    };
  }, [link, revision, tick]);
  return listed;
};

export const SchedulePart = ({ onSetUp }: { onSetUp: (id: string) => void }) => {
  const t = useWords();
  useSecondTick();
  const topic = useTopic('settings');
  const listed = useListed(topic?.revision ?? 0, Math.floor(pageSeconds() / 15));
  const ids = Object.keys(topic?.document.records ?? {})
    .filter((id) => kindOf(id) === 'schedule')
    .sort();
  const nextOf = (id: string): string | null =>
    listed?.schedules.find((each) => each.id === id || each.id === nameOf(id))?.next[0] ?? null;
  const sorted = ids.toSorted((a, b) => (nextOf(a) ?? '~').localeCompare(nextOf(b) ?? '~'));
  return (
    <section className="schedule-part" aria-labelledby="schedule-title">
      <h2 id="schedule-title">{t('scheduleTitle')}</h2>
      {ids.length === 0 && <p className="hint">{t('scheduleNone')}</p>}
      {listed?.armed === false && <p className="amber-text">! {t('scheduleDeaf')}</p>}
      <ul>
        {sorted.map((id) => (
          <Row key={id} id={id} record={topic?.document.records[id]} next={nextOf(id)} onSetUp={onSetUp} />
        ))}
      </ul>
      {ids.length === 0 && (
        <button type="button" onClick={() => onSetUp('station:main')}>
          {t('setUp')}
        </button>
      )}
    </section>
  );
};

type RowProps = { id: string; record: unknown; next: string | null; onSetUp: (id: string) => void };
const Row = ({ id, record, next, onSetUp }: RowProps) => {
  const t = useWords();
  const language = useLanguage();
  const fields = isPlainObject(record) ? record : {};
  const isOff = fields['isOn'] === false;
  const args = isPlainObject(fields['args']) ? fields['args'] : {};
  const verb = typeof fields['verb'] === 'string' ? whatText(language, fields['verb'], args) : '';
  return (
    <li className={isOff ? 'off' : ''}>
      <b className="mono">{nameOf(id)}</b>
      <span className="mono">
        {[fields['time'], fields['zone']].filter((part) => typeof part === 'string').join(' ')}
      </span>
      <span>{verb}</span>
      <span className="mono">
        {isOff ? `○ ${t('scheduleOff')}` : next === null ? t('scheduleUnknown') : <Next at={next} />}
      </span>
      <button type="button" aria-label={`${t('scheduleEdit')} ${nameOf(id)}`} onClick={() => onSetUp(id)}>
        {t('scheduleEdit')}
      </button>
    </li>
  );
};

const Next = ({ at }: { at: string }) => {
  const t = useWords();
  const language = useLanguage();
  const when = new Date(at).toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const left = Math.max(0, Date.parse(at) / 1000 - pageSeconds());
  return (
    <>
      <b>{when}</b> <span className="amber-text">{t('scheduleIn', { time: ageText(left) })}</span>
    </>
  );
};
