/** What the shell and its host say to each other, beside the link. The shell asks, the host answers or ends. */
export const END = 'end';
export const ASK = 'are you there';
export const ANSWER = 'here';
