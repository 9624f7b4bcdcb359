import { useState } from 'react';
import { useTopic, useWords } from '../use-link.ts';
import type { Word } from '../words.ts';
import { CamerasPart } from './cameras/cameras-part.tsx';
import { CuesPart } from './cues/cues-part.tsx';
import { InputList } from './inputs/input-list.tsx';
import { MessagesPart } from './inputs/messages-part.tsx';
import { SchedulePart } from './schedule/schedule-part.tsx';
import { SoundPart } from './sound/sound-part.tsx';
import { StationPart } from './station/station-part.tsx';
import { TimecodePart } from './timecode/timecode-part.tsx';
import { TriggersPart } from './triggers/triggers-part.tsx';

/** Ways in and what they do: inputs always in sight, and one thing at a time beside them. */
const PARTS = [
  'messages',
  'triggers',
  'cues',
  'schedule',
  'timecode',
  'sound',
  'cameras',
  'station',
] as const;
type Part = (typeof PARTS)[number];
const PART_WORDS = {
  messages: 'partMessages',
  triggers: 'partTriggers',
  cues: 'partCues',
  schedule: 'partSchedule',
  timecode: 'partTimecode',
  sound: 'partSound',
  cameras: 'partCameras',
  station: 'partStation',
} as const satisfies Record<Part, Word>;

export const ConnectPage = () => {
  const t = useWords();
  const [linked] = useState(() => cueOfHash(location.hash));
  const inputs = useTopic('status')?.inputs ?? [];
  const [part, setPart] = useState<Part>(linked === null ? 'messages' : 'cues');
  const [record, setRecord] = useState<string | null>(null);
  const [asked, choose] = useState<string | null>(null);
  const chosen = inputs.find(({ id }) => id === asked) ?? inputs[0] ?? null;
  const setUp = (id: string): void => {
    setRecord(id);
    setPart('station');
  };
  const content = () => {
    switch (part) {
      case 'messages':
        return chosen ? (
          <MessagesPart key={chosen.id} input={chosen} />
        ) : (
          <p className="hint">{t('noWaysIn')}</p>
        );
      case 'triggers':
        return <TriggersPart inputs={inputs} chosen={chosen} />;
      case 'cues':
        return <CuesPart first={linked} />;
      case 'schedule':
        return <SchedulePart onSetUp={setUp} />;
      case 'timecode':
        return <TimecodePart onSetUp={setUp} />;
      case 'sound':
        return <SoundPart onSetUp={setUp} />;
      case 'cameras':
        return <CamerasPart />;
      case 'station':
        return <StationPart first={record} />;
    }
  };
  return (
    <main className="connect">
      <InputList inputs={inputs} chosen={chosen?.id ?? null} onChoose={choose} />
      <nav className="mode-tabs" aria-label={t('connectParts')}>
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === part ? 'true' : undefined}
            onClick={() => setPart(each)}
          >
            {t(PART_WORDS[each])}
          </button>
        ))}
      </nav>
      <div className="part-place">{content()}</div>
    </main>
  );
};

/** `#connect/cues/steam`, as Run's cue card links it. */
const cueOfHash = (hash: string): string | null => /^#connect\/cues\/([a-z0-9-]+)$/.exec(hash)?.[1] ?? null;
