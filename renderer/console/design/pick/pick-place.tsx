import type { ReactNode } from 'react';
import { PickContext, usePickDesk } from './pick-context.ts';

/** Where fields are picked on a picture: both are within it. */
export const PickPlace = ({ children }: { children: ReactNode }) => (
  <PickContext.Provider value={usePickDesk()}>{children}</PickContext.Provider>
);
