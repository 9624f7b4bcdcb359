/** Whether a page is in a window of the application, by its user agent; else it is in somebody's browser. */
export const isApplication = (agent: string): boolean => /\bElectron\//.test(agent);
