import { createContext, useContext } from 'react';

/** As whom this page is here, for what only the owner is shown. */
export type Session = {
  /** A page of this machine's own listener; false: a device on the network. */
  isNear: boolean;
  isOwner: boolean;
  /** The show is the designer's: everybody's who sits at this machine, on the network a device's by its role. */
  mayDesign: boolean;
  /** Tries the token of the ready line. */
  showOwner(token: string): void;
};
export const SessionContext = createContext<Session>({
  isNear: true,
  isOwner: false,
  mayDesign: true,
  showOwner: () => undefined,
});
export const useSession = (): Session => useContext(SessionContext);
