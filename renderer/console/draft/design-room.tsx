import { useMemo, type ReactNode } from 'react';
import { DiskBar } from '../disk/disk-bar.tsx';
import { CameBackBar } from '../disk/came-back-bar.tsx';
import { LinkContext, useLink } from '../use-link.ts';
import { designLink } from './design-link.ts';
import { DraftBar } from './draft-bar.tsx';

/** Whatever designs stands in here: it sees and edits the draft, and says whether it is blind. */
export const DesignRoom = ({ children }: { children: ReactNode }) => {
  const link = useLink();
  const own = useMemo(() => designLink(link), [link]);
  return (
    <>
      <DraftBar isDesigning />
      <CameBackBar />
      <DiskBar />
      <LinkContext.Provider value={own}>{children}</LinkContext.Provider>
    </>
  );
};
