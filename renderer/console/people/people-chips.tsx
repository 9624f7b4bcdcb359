import type { Person } from '../../../core/control/people.topics.ts';
import { nameOfRecord } from '../../../core/show/draft/changes.ts';
import { nameOf } from '../../../core/ids.ts';
import { goTo, PAGES, type Page } from '../pages.ts';
import { useTopic, useWords } from '../use-link.ts';
import { hueOf, initialsOf, useOthers } from './people.ts';
import './people.css';

/** Who else is here, and where: a chip each. A press goes to where that person is. */
export const PeopleChips = ({ page }: { page: Page }) => {
  const t = useWords();
  const others = useOthers();
  if (others.length === 0) return null;
  return (
    <ul className="people" aria-label={t('people')}>
      {others.map((person) => (
        <Chip key={person.sender} person={person} isHere={person.page === page} />
      ))}
    </ul>
  );
};

type ChipProps = { person: Person; isHere: boolean };
const Chip = ({ person, isHere }: ChipProps) => {
  const t = useWords();
  const show = useTopic('show')?.document;
  const { name, page, chosen, timeline } = person;
  const known = PAGES.find((each) => each === page);
  const at = chosen[0] ?? timeline;
  const what = at === null || at === undefined || !show ? null : nameOfRecord(at, show.records[at]);
  const pageName = known ? t(known) : page;
  const text =
    what !== null
      ? t('peopleAt', { name, page: pageName, what })
      : isHere
        ? t('peopleSame', { name })
        : t('peopleHere', { name, page: pageName });
  const shown = isHere && what !== null ? what : pageName;
  return (
    <li>
      <button
        type="button"
        className="person"
        style={{ ['--person' as string]: hueOf(person) }}
        title={text}
        onClick={() => goTo(hashOf(person))}
      >
        <b>{initialsOf(name)}</b>
        <span>{shown}</span>
        <small>{text}</small>
      </button>
    </li>
  );
};

const hashOf = ({ page, chosen: [first], timeline }: Person): string => {
  if (page !== 'design') return `#${page}`;
  if (first?.startsWith('clip:')) return `#design/clip/${nameOf(first)}`;
  return timeline === null ? '#design' : `#design/timeline/${nameOf(timeline)}`;
};
