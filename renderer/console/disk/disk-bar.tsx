import { useState } from 'react';
import type { DiskFile } from '../../../core/control/disk.topics.ts';
import { countText } from '../draft/draft-text.ts';
import { useSession } from '../pairing/session.ts';
import { problemText } from '../problem-text.ts';
import { useLanguage, useLink, useTopic, useWords } from '../use-link.ts';
import { useVerb, type VerbSender } from '../use-verb.ts';
import { DiskQuestion } from './disk-question.tsx';
import './disk.css';

/** What somebody else wrote into the show's files: taken, said; what can't be taken by itself, asked (docs/hot-reload.md). */
export const DiskBar = () => {
  const t = useWords();
  const language = useLanguage();
  const files = useTopic('disk') ?? [];
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const link = useLink();
  const [send, problem] = useVerb(link);
  const shown = files.filter((file) => file.state !== 'taken' || !seen.has(keyOf(file)));
  if (shown.length === 0) return null;
  return (
    <section className="disk" aria-label={t('disk')}>
      {shown.map((file) =>
        file.state === 'taken' ? (
          <Taken
            key={keyOf(file)}
            file={file}
            send={send}
            onSeen={() => setSeen(new Set([...seen, keyOf(file)]))}
          />
        ) : (
          <DiskQuestion key={keyOf(file)} file={file} send={send} />
        ),
      )}
      {problem && <p className="problem" role="alert">{`! ${problemText(language, problem)}`}</p>}
    </section>
  );
};

const keyOf = ({ id, version, at }: DiskFile): string => `${id} ${version} ${at}`;
export const fileName = ({ file }: DiskFile): string => file.split(/[\\/]/).at(-1) ?? file;

const Taken = ({ file, send, onSeen }: { file: DiskFile; send: VerbSender; onSeen: () => void }) => {
  const t = useWords();
  const { mayDesign } = useSession();
  const changes = countText(t, file.count);
  return (
    <output className="disk-line taken">
      <b title={file.file}>{`✓ ${t('diskTaken', { file: fileName(file), changes })}`}</b>
      <span className="disk-note">{file.into && t(`diskInto_${file.into}`)}</span>
      <span className="spacer" />
      {mayDesign && file.isOwn && (
        <button type="button" onClick={() => send('disk/undo', { id: file.id })}>
          {t('diskUndo')}
        </button>
      )}
      <button type="button" onClick={onSeen}>
        {t('diskSeen')}
      </button>
    </output>
  );
};
