/** Frames that the graphics card may still owe when the next one is submitted: one being drawn, one waiting. */
const MOST_OWED = 2;

export interface Pace {
  /** Whether the card has caught up enough for another frame. */
  isFree(): boolean;
  /** A frame has been submitted. */
  submitted(): void;
  /** The context was lost, and with it all that was owed. */
  reset(): void;
}

/**
 * Keeps the page from submitting frames faster than they are drawn: where a browser doesn't hold it back, the queue
 * would grow without end, the picture would lag behind the clock by its length, and every question to the card would
 * wait for all of it. Polled, never waited for.
 */
export const createPace = (gl: WebGLRenderingContext | WebGL2RenderingContext): Pace => {
  if (!(gl instanceof WebGL2RenderingContext)) throw new Error('webgl2-missing: the outputs need WebGL 2');
  let owed: WebGLSync[] = [];
  const isDone = (fence: WebGLSync): boolean => gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.UNSIGNALED;
  return {
    isFree() {
      while (owed[0] && isDone(owed[0])) gl.deleteSync(owed.shift() ?? null);
      return owed.length < MOST_OWED;
    },
    submitted() {
      const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      if (fence) owed.push(fence);
      gl.flush();
    },
    reset() {
      owed = [];
    },
  };
};
