import { useEffect, useState } from 'react';
import { z } from 'zod';
import { kindOf, nameOf } from '../../../../core/ids.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import type { ConsoleLink } from '../../console-link.ts';
import { pageSeconds } from '../../../link/clock.ts';
import { useLanguage, useLink, useTopic, useWords } from '../../use-link.ts';
import { verbLabel } from '../../words/verb.words.ts';
import { ageText, useSecondTick } from '../age.ts';
import { askByName, offers } from '../named-verb.ts';

/** When each schedule fires next, as the host has it, in this reader's own wall clock. */
const entrySchema = z.looseObject({ id: z.string(), next: z.string().nullable() });
type Entry = z.infer<typeof entrySchema>;
const listSchema = z.record(z.string(), z.unknown());

const readEntries = (value: unknown): Entry[] => {
  const read = listSchema.safeParse(value);
  const list = read.success ? Object.values(read.data).find((each) => Array.isArray(each)) : undefined;
  return Array.isArray(list)
    ? list.flatMap((each: unknown) => {
        const entry = entrySchema.safeParse(each);
        return entry.success ? [entry.data] : [];
      })
    : [];
};

const useNextFirings = (revision: number, minute: number): readonly Entry[] => {
  const link = useLink();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => {
    let isOver = false;
    void load(link).then((found) => isOver || setEntries(found));
    return () => {
      isOver = true;
    };
  }, [link, revision, minute]);
  return entries;
};
const load = async (link: ConsoleLink): Promise<readonly Entry[]> => {
  if (!offers('schedule/list')) return [];
  const reply = await askByName(link, 'schedule/list', {});
  return reply.ok ? readEntries(reply.value) : [];
};

export const SchedulePart = ({ onSetUp }: { onSetUp: (id: string) => void }) => {
  const t = useWords();
  useSecondTick();
  const topic = useTopic('settings');
  const entries = useNextFirings(topic?.revision ?? 0, Math.floor(pageSeconds() / 15));
  const ids = Object.keys(topic?.document.records ?? {})
    .filter((id) => kindOf(id) === 'schedule')
    .sort();
  const nextOf = (id: string): string | null =>
    entries.find((entry) => entry.id === id || entry.id === nameOf(id))?.next ?? null;
  const sorted = ids.toSorted((a, b) => (nextOf(a) ?? '~').localeCompare(nextOf(b) ?? '~'));
  return (
    <section className="schedule-part" aria-labelledby="schedule-title">
      <h2 id="schedule-title">{t('scheduleTitle')}</h2>
      {ids.length === 0 && <p className="hint">{t('scheduleNone')}</p>}
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
  const isOff = [fields['isOn'], fields['on'], fields['enabled'], fields['armed']].includes(false);
  const verb = typeof fields['verb'] === 'string' ? verbLabel(language, fields['verb']) : '';
  return (
    <li className={isOff ? 'off' : ''}>
      <b className="mono">{nameOf(id)}</b>
      <span>{typeof fields['name'] === 'string' ? fields['name'] : ''}</span>
      <span>{verb}</span>
      <span className="mono next">
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
      <span className="digits">{when}</span>{' '}
      <span className="amber-text">{t('scheduleIn', { time: ageText(left) })}</span>
    </>
  );
};
