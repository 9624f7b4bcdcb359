/** How a page tells its window that its scripts have run: an attribute of its root, and the question for it. */
export const BEGAN = 'began';
export const PAGE_BEGAN = `document.documentElement.dataset['${BEGAN}'] !== undefined`;
