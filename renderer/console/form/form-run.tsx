import { useState } from 'react';
import { isPlainObject } from '../../../core/show/plain.ts';
import type { Shape } from '../../../core/station/form.ts';
import { blankOf } from '../../../core/station/form-blank.ts';
import { useWords } from '../use-link.ts';
import { useForm } from './form-context.ts';
import { FormFields, type ShapeProps } from './form-field.tsx';
import { useRunDrag } from './use-run-drag.ts';

/**
 * A run of colours as it is seen: a press on it adds a stop, a drag moves one, off the run takes it away; the chosen one's
 * fields stand below. Made for any list of places and colours; its ends are the record's `from` and `to`, where it has them.
 */
type ListShape = Extract<Shape, { kind: 'list' }>;
export const isRun = ({ item }: ListShape): boolean =>
  item.kind === 'group' &&
  item.fields.some(({ key, shape }) => key === 'at' && shape.kind === 'number' && shape.max === 1) &&
  item.fields.some(({ key, shape }) => key === 'colour' && shape.kind === 'colour');

type Stop = { at: number; colour: string };
const stopIn = (value: unknown): Stop => ({
  at: isPlainObject(value) && typeof value['at'] === 'number' ? value['at'] : 0.5,
  colour: isPlainObject(value) && typeof value['colour'] === 'string' ? value['colour'] : '#ffffff',
});
/** As much of everything as there may be: a new stop is seen. */
const fullOf = (item: Shape): Record<string, unknown> =>
  Object.fromEntries(
    (item.kind === 'group' ? item.fields : []).map(({ key, shape }) => [
      key,
      shape.kind === 'number' ? (shape.max ?? 1) : blankOf(shape),
    ]),
  );
const percent = (at: number): string => `${Math.round(at * 1000) / 10}%`;

export const FormRun = ({ shape, path, value, labelled }: ShapeProps<ListShape>) => {
  const t = useWords();
  const { isReadOnly, valueOf, change } = useForm();
  const items: unknown[] = Array.isArray(value) ? (value as unknown[]) : [];
  const [asked, choose] = useState<number | null>(null);
  const chosen = asked !== null && asked < items.length ? asked : null;
  const stops = items.map(stopIn);
  const end = (key: string, otherwise: string): string => {
    const colour = valueOf([...path.slice(0, -1), key]);
    return typeof colour === 'string' ? colour : otherwise;
  };
  const ends = [
    end('from', stops[0]?.colour ?? '#000000'),
    end('to', stops.at(-1)?.colour ?? '#ffffff'),
  ] as const;
  const run = stops.toSorted((a, b) => a.at - b.at);
  const colours = [
    `${ends[0]} 0%`,
    ...run.map((each) => `${each.colour} ${percent(each.at)}`),
    `${ends[1]} 100%`,
  ];
  const isFull = isReadOnly || (shape.max !== null && items.length >= shape.max);
  const remove = (index: number): void => {
    choose(null);
    change([...path, index], undefined);
  };
  const add = (at: number): void => {
    const before = run.findLast((each) => each.at <= at)?.colour ?? ends[0];
    choose(items.length);
    change(path, [...items, { ...fullOf(shape.item), at, colour: before }]);
  };
  const drag = useRunDrag({ path, remove });
  const place = (index: number, by: number): void =>
    change(
      [...path, index, 'at'],
      Math.min(1, Math.max(0, Number(((stops[index]?.at ?? 0) + by).toFixed(3)))),
    );
  const keys = (event: React.KeyboardEvent, index: number): void => {
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const isGone = event.key === 'Delete' || event.key === 'Backspace';
    if (isReadOnly || (way === 0 && !isGone)) return;
    // Delete takes the stop and not the clip; arrows move it and not the playhead.
    event.preventDefault();
    event.stopPropagation();
    if (isGone) remove(index);
    else place(index, way * (event.shiftKey ? 0.1 : 0.01));
  };
  return (
    <fieldset className="form-run" aria-describedby={labelled.describedBy}>
      <legend>{labelled.label}</legend>
      <div className="run-strip">
        <button
          type="button"
          className="run-bar"
          aria-label={t('runAdd')}
          title={t('runAdd')}
          disabled={isFull}
          style={{ backgroundImage: `linear-gradient(in srgb-linear to right, ${colours.join(', ')})` }}
          onClick={(event) => {
            const { left, width } = event.currentTarget.getBoundingClientRect();
            // By the keyboard there is no place: the middle.
            const at = event.detail === 0 || width === 0 ? 0.5 : (event.clientX - left) / width;
            add(Number(Math.min(1, Math.max(0, at)).toFixed(3)));
          }}
        />
        {stops.map(({ at, colour }, index) => (
          <button
            key={index}
            type="button"
            className={`run-stop ${drag.leaving === index ? 'leaving' : ''}`}
            aria-label={t('runStop', { n: index + 1, at: percent(at) })}
            aria-pressed={chosen === index}
            disabled={isReadOnly}
            style={{ left: percent(at), background: colour }}
            onClick={() => choose(index)}
            onKeyDown={(event) => keys(event, index)}
            {...drag.handlers(index, at)}
          />
        ))}
      </div>
      {chosen !== null && shape.item.kind === 'group' && (
        <div className="run-chosen">
          <FormFields shape={shape.item} path={[...path, chosen]} value={items[chosen]} />
          <button type="button" disabled={isReadOnly} onClick={() => remove(chosen)}>
            {t('formRemove', { name: t('runStop', { n: chosen + 1, at: percent(stops[chosen]?.at ?? 0) }) })}
          </button>
        </div>
      )}
    </fieldset>
  );
};
