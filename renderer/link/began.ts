import { BEGAN } from '../../core/control/page-began.ts';

/** The last word of a page's main: its scripts are here and have run. */
export const tellBegan = (): void => {
  document.documentElement.dataset[BEGAN] = '';
};
