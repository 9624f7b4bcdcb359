import * as THREE from 'three';

/** A stream as frames: the newest one as a texture, and how they come. Nobody waits for one. */
export type LivePicture = {
  /** As the camera codes it: sRGB that the shader decodes, since a decoding texture would cost a copy by the processor. */
  texture: THREE.Texture;
  width: number;
  height: number;
};
export interface Screen {
  picture(): LivePicture | null;
  /** Frames since it was opened. */
  frames(): number;
  /** The picture stands, or goes on with what comes now. */
  hold(isHeld: boolean): void;
  close(): void;
}

export const createScreen = (stream: MediaStream): Screen => {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  const texture = new THREE.VideoTexture(video);
  let frames = 0;
  let handle = 0;
  const count = (): void => {
    frames += 1;
    handle = video.requestVideoFrameCallback(count);
  };
  handle = video.requestVideoFrameCallback(count);
  // Interrupted by the end of the stream, which is told elsewhere.
  video.play().catch(() => undefined);
  return {
    frames: () => frames,
    picture() {
      const { videoWidth: width, videoHeight: height } = video;
      return frames === 0 || width === 0 ? null : { texture, width, height };
    },
    hold(isHeld) {
      if (isHeld) video.pause();
      else video.play().catch(() => undefined);
    },
    close() {
      video.cancelVideoFrameCallback(handle);
      video.pause();
      video.srcObject = null;
      texture.dispose();
    },
  };
};
