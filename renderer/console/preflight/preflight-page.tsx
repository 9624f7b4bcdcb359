import { useCallback } from 'react';
import { PREFLIGHT_GROUPS, type Preflight, type PreflightLine } from '../../../core/control/safety.topics.ts';
import { safetyVerbs } from '../../../core/control/safety.verbs.ts';
import type { ExportFormat } from '../../../core/preflight/export.ts';
import { problemText } from '../problem-text.ts';
import { saveFile } from '../save-file.ts';
import { useLanguage, useLink, useTopic, useWords } from '../use-link.ts';
import { useVerb } from '../use-verb.ts';
import { Line } from './line.tsx';
import { Verdict } from './verdict.tsx';
import type { Word } from '../words.ts';

/** Before the audience comes: one page, pass or fail, and what to do about each line. */
export const PreflightPage = () => {
  const link = useLink();
  const language = useLanguage();
  const preflight = useTopic('preflight') ?? null;
  const [send, problem] = useVerb(link);
  const isRunning = preflight !== null && preflight.endedAt === null;
  const again = useCallback((only: string[]) => send('preflight/run', { only }), [send]);
  const save = async (format: ExportFormat): Promise<void> => {
    const reply = await link.verb('preflight/export', { format, lang: language });
    const file = reply.ok ? safetyVerbs['preflight/export'].out.safeParse(reply.value) : null;
    if (file?.success) saveFile(file.data.name, file.data.type, file.data.text);
  };
  return (
    <main className="preflight">
      <Verdict
        preflight={preflight}
        onRun={() => send('preflight/run', {})}
        onCancel={() => send('preflight/cancel', {})}
        onExport={(format) => void save(format)}
      />
      {problem && (
        <p className="page-problem" role="alert">
          {problemText(language, problem)}
        </p>
      )}
      {preflight && <Lines preflight={preflight} onAgain={isRunning ? null : again} />}
    </main>
  );
};

const GROUP_WORDS = {
  show: 'groupShow',
  outputs: 'groupOutputs',
  sound: 'groupSound',
  inputs: 'groupInputs',
  projectors: 'groupProjectors',
  machine: 'groupMachine',
  safety: 'groupSafety',
} as const satisfies Record<PreflightLine['group'], Word>;

type LinesProps = { preflight: Preflight; onAgain: ((only: string[]) => void) | null };

/** What fails stands on top, out of its group; then the walk from the show to the wall. */
const Lines = ({ preflight: { lines }, onAgain }: LinesProps) => {
  const t = useWords();
  const bad = (state: PreflightLine['state']): PreflightLine[] =>
    lines.filter((line) => line.state === state);
  const first = [...bad('fail'), ...bad('warn')];
  const rest = lines.filter(({ state }) => state !== 'fail' && state !== 'warn');
  return (
    <div className="preflight-lines">
      {first.length > 0 && <Group title={t('toFix')} lines={first} onAgain={onAgain} />}
      <div className="preflight-groups">
        {PREFLIGHT_GROUPS.map((group) => {
          const own = rest.filter((line) => line.group === group);
          return own.length === 0 ? null : (
            <Group key={group} title={t(GROUP_WORDS[group])} lines={own} onAgain={onAgain} />
          );
        })}
      </div>
    </div>
  );
};

type GroupProps = { title: string; lines: PreflightLine[]; onAgain: LinesProps['onAgain'] };
const Group = ({ title, lines, onAgain }: GroupProps) => (
  <section>
    <h2>{title}</h2>
    <ul>
      {lines.map((line) => (
        <Line key={line.id} line={line} onAgain={onAgain && (() => onAgain([line.id]))} />
      ))}
    </ul>
  </section>
);
