import type { Link } from '../link/link.ts';
import { answerMediaAsk } from '../link/media-ask.ts';
import { decodeFile } from './decode.ts';

/** Sounds as this page would play them: decoded from end to end, and thrown away piece by piece. */
export const trySoundWhenAsked = (link: Link, context: BaseAudioContext): void => {
  answerMediaAsk(link, 'audio/audio', {
    async sound(url) {
      let frames = 0;
      await decodeFile(
        context,
        url,
        ({ buffer }) => (frames += buffer.length),
        () => undefined,
      );
      if (frames === 0) throw new Error('there is no sound in it');
    },
  });
};
