import { useCallback, useRef } from 'react';
import { nameOf } from '../../../../core/ids.ts';
import { completeFollow, followEdit } from '../../../../core/show/keys-edit/follow-edit.ts';
import type { Keyable } from '../../../../core/show/keys-edit/keyable.ts';
import { followSchema } from '../../../../core/show/show.schema.ts';
import { clipFaults } from '../../../../core/show/timeline-edit/clip-record.ts';
import type { Path } from '../../../../core/station/form-value.ts';
import { useDrafts } from '../../connect/station/use-drafts.ts';
import { isTextField } from '../../escape.ts';
import { RecordForm } from '../../form/record-form.tsx';
import { useLanguage, useWords } from '../../use-link.ts';
import { channelLabel } from '../keys/lane-names.ts';
import { FollowMeter } from './follow-meter.tsx';
import type { FollowProps } from './follow-part.tsx';
import { useLeaving } from './use-leaving.ts';

/** What one setting follows, as a form made from its schema, and what it gives. */
type Props = FollowProps & { keyable: Keyable; sounds: readonly string[] };

export const FollowForm = ({ keyable, sounds, ...rest }: Props) => {
  const { document, clip, edits, mayEdit, onTrial } = rest;
  const t = useWords();
  const language = useLanguage();
  const drafts = useDrafts();
  const { param } = keyable;
  const id = `${clip.id}.follow.${param}`;
  const record: Record<string, unknown> = { ...clip.follow[param] };
  const { value, isDirty } = drafts.of(id, record);
  const faultsOf = (follow: unknown) =>
    clipFaults(document, clip, { follow: { ...clip.follow, [param]: follow } });
  const held = useRef<Record<string, unknown> | null>(null);
  const canSend = (follow: unknown): boolean =>
    mayEdit && followSchema.safeParse(follow).success && faultsOf(follow).length === 0;
  const send = (follow: Record<string, unknown>): void => {
    void edits.edit(followEdit(document, clip, param, follow)).then((isTaken) => {
      if (isTaken) drafts.drop(id);
    });
  };
  const commit = (): void => {
    if (isDirty && canSend(value)) send(value);
  };
  const form = useLeaving(commit);
  const hand = {
    show(next: Record<string, unknown>): void {
      const read = followSchema.safeParse(next);
      if (!read.success) return;
      held.current = next;
      edits.forget();
      drafts.change(id, record, next);
      onTrial({ ...clip, follow: { ...clip.follow, [param]: read.data } });
    },
    keep(): void {
      const { current } = held;
      held.current = null;
      if (current && canSend(current)) send(current);
    },
    drop(): void {
      held.current = null;
      drafts.drop(id);
      onTrial(null);
    },
  };
  const change = (draft: Record<string, unknown>): void => {
    const next = completeFollow(draft, sounds);
    edits.forget();
    drafts.change(id, record, next);
    const isTyped =
      isTextField(globalThis.document.activeElement) &&
      globalThis.document.activeElement.tagName !== 'SELECT';
    if (!isTyped && canSend(next)) send(next);
  };
  const options = useCallback(
    (path: Path) =>
      path.at(-1) === 'clip' ? sounds.map((sound) => ({ value: sound, label: nameOf(sound) })) : null,
    [sounds],
  );
  const name = channelLabel(language, clip, param);
  const remove = (): void => {
    edits.forget();
    void edits.edit(followEdit(document, clip, param, null));
  };
  return (
    <form
      ref={form}
      className="follow-form"
      aria-label={t('followOf', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <h4>
        {name}
        <button
          type="button"
          aria-label={t('followRemove', { name })}
          title={t('followRemove', { name })}
          disabled={!mayEdit}
          onClick={remove}
        >
          ✕
        </button>
      </h4>
      <FollowMeter {...rest} keyable={keyable} />
      <RecordForm
        kind="follow"
        schema={followSchema}
        draft={value}
        isReadOnly={!mayEdit}
        refused={edits.standing.kind === 'refused' ? edits.standing.problem : null}
        faults={isDirty ? faultsOf(value) : []}
        optionsOf={options}
        hand={hand}
        id={id}
        onChange={change}
      />
    </form>
  );
};
