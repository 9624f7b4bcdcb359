import { z } from 'zod';
import type { Problem } from '../../../../core/result.ts';
import { at, withValue, type Path } from '../../../../core/station/form-value.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { EffectEditor } from '../triggers/effect-editor.tsx';
import { firstArgs } from '../triggers/verb-args.ts';
import { ArgumentsField } from './arguments-field.tsx';

type Fields = Record<string, unknown>;
type Props = {
  id: string;
  cue: Fields;
  isReadOnly: boolean;
  problems: readonly Problem[];
  onChange: (cue: Fields) => void;
};
const FIRST = 'timeline/start';
const newAction = () => ({ verb: FIRST, args: firstArgs(FIRST, null) });

/** What a cue does besides its place: its actions, and variants of them that take turns. */
export const CueActions = (props: Props) => {
  const t = useWords();
  const { cue, isReadOnly, onChange } = props;
  const variants = listAt(cue, ['variants']);
  const set = (path: Path, value: unknown): void => {
    const next = withValue(cue, path, value);
    if (typeof next === 'object' && next !== null) onChange({ ...next });
  };
  return (
    <>
      <ActionList {...props} path={['actions']} set={set} />
      {variants.map((_, index) => (
        <fieldset key={index} className="form-list">
          <legend>{t('cueVariant', { n: index + 1 })}</legend>
          <ActionList {...props} path={['variants', index]} set={set} />
          <button type="button" disabled={isReadOnly} onClick={() => set(['variants', index], undefined)}>
            ✕ {t('formRemove', { name: t('cueVariant', { n: index + 1 }) })}
          </button>
        </fieldset>
      ))}
      <p className="hint">{t('cueVariantsHint')}</p>
      <button
        type="button"
        className="add"
        disabled={isReadOnly}
        onClick={() => set(['variants', variants.length], [newAction()])}
      >
        + {t('cueAddVariant')}
      </button>
    </>
  );
};

type ListProps = Props & { path: Path; set: (path: Path, value: unknown) => void };
const ActionList = ({ id, cue, isReadOnly, problems, path, set }: ListProps) => {
  const t = useWords();
  const language = useLanguage();
  const actions = listAt(cue, path);
  return (
    <>
      {actions.map((action, index) => {
        const place = [...path, index];
        const { verb, args } = readAction(action);
        const fixed = scalarsOf(args);
        const rest = Object.fromEntries(Object.entries(args).filter(([key]) => !Object.hasOwn(fixed, key)));
        const under = `${id}.${place.join('.')}.`;
        return (
          <div key={index} className="cue-action">
            <EffectEditor
              effect={{ verb, args: fixed, address: null }}
              legend={t('cueAction', { n: index + 1 })}
              isReadOnly={isReadOnly}
              onChange={(next) =>
                // Lists have a field of their own or none: they stay as they are while the verb does.
                set(place, next.verb === verb ? { ...next, args: { ...rest, ...next.args } } : next)
              }
            />
            {verb === 'osc/send' && (
              <ArgumentsField
                value={args['args']}
                isReadOnly={isReadOnly}
                onChange={(list) => set(place, { verb, args: { ...args, args: list } })}
              />
            )}
            {problems
              .filter((each) => each.path.startsWith(under))
              .map((each) => (
                <p key={`${each.code} ${each.path}`} className="form-problem">
                  ! {problemText(language, { ...each, path: '' })}
                </p>
              ))}
            <button type="button" disabled={isReadOnly} onClick={() => set(place, undefined)}>
              ✕ {t('formRemove', { name: t('cueAction', { n: index + 1 }) })}
            </button>
          </div>
        );
      })}
      <button
        type="button"
        className="add"
        disabled={isReadOnly}
        onClick={() => set([...path, actions.length], newAction())}
      >
        + {t('cueAddAction')}
      </button>
    </>
  );
};

const listAt = (cue: Fields, path: Path): unknown[] => {
  const list = at(cue, path);
  return Array.isArray(list) ? (list as unknown[]) : [];
};
const actionShape = z.object({
  verb: z.string().catch(''),
  args: z.record(z.string(), z.unknown()).catch({}),
});
const readAction = (action: unknown): z.infer<typeof actionShape> =>
  actionShape.safeParse(action).data ?? { verb: '', args: {} };
const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);
const scalarsOf = (args: Fields): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(args).flatMap(([key, value]) => {
      const { data } = scalarSchema.safeParse(value);
      return data === undefined ? [] : [[key, data]];
    }),
  );
