import { expect, it } from 'vitest';
import { followDocuments } from '../../../renderer/output/documents.ts';
import type { Link } from '../../../renderer/link/link.ts';
import { makeDocument } from '../../support/core/show.ts';

/** A link that only hands on what the test says of the show. */
const makeLink = () => {
  let tell: (value: never) => void = () => undefined;
  const link: Pick<Link, 'subscribe'> = {
    subscribe(topic, listener) {
      if (topic === 'show') tell = listener as (value: never) => void;
      return () => undefined;
    },
  };
  return {
    link: link as Link,
    say: (document: unknown, revision: number) => tell({ document, revision } as never),
  };
};

it('only what the stage stands on builds it anew', () => {
  const { link, say } = makeLink();
  let built = 0;
  const documents = followDocuments(link, () => (built += 1));
  say(makeDocument(), 1);
  expect(built).toBe(1);
  const compiled = documents.show;
  say(structuredClone(makeDocument()), 1);
  expect(documents.show).toBe(compiled);
  say(makeDocument({ duration: 90 }), 2);
  expect(documents.show).not.toBe(compiled);
  expect(built).toBe(1);
  say(makeDocument({ duration: 90, show: { canvas: { width: 100, height: 50, density: 4 } } }), 3);
  expect(built).toBe(2);
});
