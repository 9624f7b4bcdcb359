import { useCallback, useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import type { RigVersion } from '../../../../core/control/technician.verbs.ts';
import { rigVersionSchema } from '../../../../core/control/technician.verbs.ts';
import { compileRig } from '../../../../core/rig/rig.document.ts';
import type { RigDocument } from '../../../../core/rig/rig.schema.ts';
import { useLink, useTopic, useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';
import { Split } from '../panel/split.tsx';
import { ControlPoints } from '../view/control-points.tsx';
import { OutputBoard } from '../view/output-board.tsx';
import { gridPath, pictureGeometry } from '../view/picture-geometry.ts';
import { controlGrid } from '../../../../core/rig/warp-mesh.ts';
import { Differences } from './differences.tsx';
import { readRigDocument } from './rig-file.ts';
import { RigFiles } from './rig-files.tsx';
import { VersionList } from './version-list.tsx';

const versionsReply = z.object({ versions: z.array(rigVersionSchema) });
const versionReply = z.object({ document: z.unknown() });
export type Compared = { version: RigVersion; document: RigDocument };

/** The rig as it was: what differs, in words and as two meshes, and the way back. */
export const VersionsMode = () => {
  const t = useWords();
  const link = useLink();
  const { output, venue, send, editor, isConnected, document } = useCalibration();
  const revision = useTopic('rig')?.revision ?? 0;
  const [versions, setVersions] = useState<RigVersion[] | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((count) => count + 1), []);
  useEffect(() => {
    if (!isConnected) return undefined;
    let isLate = false;
    void link.verb('rig/versions', {}).then((reply) => {
      const read = reply.ok ? versionsReply.safeParse(reply.value) : null;
      if (!isLate && read?.success) setVersions(read.data.versions);
    });
    return () => {
      isLate = true;
    };
  }, [link, isConnected, revision, asked]);
  const compare = async (version: RigVersion): Promise<void> => {
    if (compared?.version.id === version.id) return setCompared(null);
    const reply = await link.verb('rig/version', { id: version.id });
    if (!reply.ok) return editor.refuse(reply);
    const read = versionReply.safeParse(reply.value);
    const then = read.success ? readRigDocument(read.data.document) : null;
    if (then?.ok) setCompared({ version, document: then.value });
    else if (then) editor.refuse(then);
  };
  const keep = async (label: string): Promise<void> => {
    const reply = await link.verb('rig/mark', { label });
    if (!reply.ok) editor.refuse(reply);
    again();
  };
  const before = useMemo(() => {
    const old = compared && compileRig(compared.document).outputs.find(({ id }) => id === output?.id);
    return old ? gridPath(pictureGeometry(old, venue)) : null;
  }, [compared, output, venue]);
  return (
    <Split
      board={
        output ? (
          <OutputBoard output={output} tool={() => () => null}>
            {(geometry, scale) => (
              <>
                {before && <path className="mesh before" d={before} />}
                <ControlPoints
                  geometry={geometry}
                  points={controlGrid(output).points}
                  scale={scale}
                  selection={[]}
                  folded={[]}
                />
              </>
            )}
          </OutputBoard>
        ) : (
          <p className="empty">{t('chooseOutput')}</p>
        )
      }
    >
      {compared && <Differences compared={compared} now={document} onStop={() => setCompared(null)} />}
      <VersionList
        versions={versions}
        compared={compared?.version.id ?? null}
        onKeep={(label) => void keep(label)}
        onCompare={(version) => void compare(version)}
        onRestore={({ id }) => {
          send('rig/restore', { id });
          setCompared(null);
        }}
      />
      <RigFiles />
    </Split>
  );
};
