import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../../core/result.ts';
import { cameraMessages } from '../../../../core/control/camera.messages.ts';
import type { CameraStation } from '../../../../core/station/camera.schema.ts';
import { DeviceFault, mediaOfPage, openDevice, stopAll } from '../../../live/open-device.ts';
import { useWords } from '../../use-link.ts';
import { SaidProblem } from '../said-problem.tsx';

/** The device's own picture, opened by this page while it is looked at, and what really comes. */
type Coming = { width: number; height: number; rate: number };

export const CameraPicture = ({ wish, input }: { wish: CameraStation; input: string }) => {
  const t = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [coming, setComing] = useState<Coming | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { device, width, height, rate } = wish;
  useEffect(() => {
    const shown = video.current;
    if (shown === null) return undefined;
    let stream: MediaStream | null = null;
    let isOver = false;
    setComing(null);
    setProblem(null);
    openDevice(mediaOfPage(), { device, width, height, rate }).then(
      (opened) => {
        if (isOver) return stopAll(opened);
        stream = opened;
        shown.srcObject = opened;
        for (const track of opened.getVideoTracks())
          track.addEventListener('ended', () => setProblem(problemOf('live-input-lost', '')));
        return undefined;
      },
      (error: unknown) => {
        if (!isOver) setProblem(faultOf(error));
      },
    );
    const stop = countFrames(shown, setComing);
    return () => {
      isOver = true;
      stop();
      shown.srcObject = null;
      if (stream) stopAll(stream);
    };
  }, [device, width, height, rate]);
  return (
    <figure className="camera-picture">
      <video ref={video} autoPlay muted playsInline aria-label={t('cameraPicture', { input })} />
      <figcaption className="mono">
        {problem === null && (coming ? t('cameraComes', coming) : t('cameraOpening'))}
        <SaidProblem problem={problem} />
      </figcaption>
    </figure>
  );
};

const problemOf = (code: keyof typeof cameraMessages, detail: string): Problem => ({
  code,
  message: cameraMessages[code].en,
  path: detail,
});
const faultOf = (error: unknown): Problem =>
  error instanceof DeviceFault
    ? problemOf(error.code, error.message)
    : problemOf('live-input-busy', String(error));

/** Tells each second what came in it, by the frames' own times. */
const countFrames = (video: HTMLVideoElement, tell: (coming: Coming) => void): (() => void) => {
  if (!('requestVideoFrameCallback' in video)) return () => undefined;
  let from: number | null = null;
  let frames = 0;
  let handle = 0;
  const count = (now: number): void => {
    handle = video.requestVideoFrameCallback(count);
    from ??= now;
    frames += 1;
    if (now - from < 1000) return;
    const rate = Math.round(((frames - 1) * 1000) / (now - from));
    tell({ width: video.videoWidth, height: video.videoHeight, rate });
    from = now;
    frames = 1;
  };
  handle = video.requestVideoFrameCallback(count);
  return () => video.cancelVideoFrameCallback(handle);
};
