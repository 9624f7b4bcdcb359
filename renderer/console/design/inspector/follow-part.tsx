import type { CompiledShow } from '../../../../core/show/compiled.ts';
import {
  followable,
  followEdit,
  newFollow,
  soundsBeside,
} from '../../../../core/show/keys-edit/follow-edit.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import type { OnTrial } from '../keys/use-trial.ts';
import { channelLabel } from '../keys/lane-names.ts';
import { FollowForm } from './follow-form.tsx';

/** Settings that follow a sound or the beat instead of keys, with what that gives around the playhead. */
type Props = {
  document: ShowDocument;
  show: CompiledShow;
  timeline: string;
  clip: BoardClip;
  edits: DocumentEdits;
  mayEdit: boolean;
  playhead: number;
  onTrial: OnTrial;
};

export const FollowPart = (props: Props) => {
  const { document, clip, edits, mayEdit } = props;
  const t = useWords();
  const language = useLanguage();
  const all = followable(clip);
  if (all.length === 0) return null;
  const followed = all.filter(({ param }) => Object.hasOwn(clip.follow, param));
  const free = all.filter(({ param }) => !Object.hasOwn(clip.follow, param));
  const sounds = soundsBeside(document, clip);
  const put = (param: string): void => {
    edits.forget();
    void edits.edit(followEdit(document, clip, param, newFollow(clip, param)));
  };
  return (
    <section className="follow-part" aria-label={t('follow')}>
      <h3>{t('follow')}</h3>
      {followed.map((keyable) => (
        <FollowForm key={keyable.param} {...props} {...{ keyable, sounds }} />
      ))}
      <select
        aria-label={t('followAdd')}
        disabled={!mayEdit}
        value=""
        onChange={(event) => put(event.target.value)}
      >
        <option value="">{t('followAdd')}</option>
        {free.map(({ param }) => (
          <option key={param} value={param}>
            {channelLabel(language, clip, param)}
          </option>
        ))}
      </select>
      <p className="hint">{t('followLive')}</p>
    </section>
  );
};
export type FollowProps = Props;
