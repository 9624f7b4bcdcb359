import type { PreflightLine } from '../../control/safety.topics.ts';
import type { Problem } from '../../result.ts';
import type { MediaFact, PreflightFacts, Size } from '../facts.ts';
import { about, failing, lineOf, passing, unset, warning, type Verdict } from '../line.ts';

/** The show: its documents, whether they are on the disk, its files. */
const first = (problems: readonly Problem[]): string => {
  const [problem] = problems;
  return problem ? `${problem.message}${problem.path ? ` (${problem.path})` : ''}` : '';
};

const documents = ({ documents: problems }: PreflightFacts): Verdict =>
  problems.length === 0
    ? passing('valid', 'valides')
    : failing('preflight-show', { count: problems.length, what: first(problems) }, problems[0]?.path);

const saved = ({ unsaved }: PreflightFacts): Verdict =>
  unsaved.length === 0
    ? passing('every edit is on the disk', 'chaque modification est sur le disque')
    : failing('preflight-unsaved', { what: first(unsaved) }, unsaved[0]?.path);

const files = ({ media }: PreflightFacts): Verdict => {
  if (media.length === 0) return unset('the show has no files', 'le spectacle n’a pas de fichier');
  const bad = media.filter(({ problem }) => problem !== null);
  const [worst] = bad;
  if (!worst)
    return passing(`${media.length} files, as the show was made with`, `${media.length} fichiers, conformes`);
  const values = {
    count: bad.length,
    total: media.length,
    file: worst.path,
    what: worst.problem?.message ?? '',
  };
  return failing('preflight-media', values, worst.id);
};

const decoding = ({ media }: PreflightFacts): Verdict => {
  if (media.length === 0) return unset('the show has no files', 'le spectacle n’a pas de fichier');
  const here = media.filter(({ problem }) => problem === null);
  const failed = here.find((each) => isFailed(each));
  if (failed)
    return failing('preflight-decode', { file: failed.path, what: failed.decoded ?? '' }, failed.id);
  const untried = here.filter(({ decoded }) => decoded === null);
  const [one] = untried;
  if (one) return warning('preflight-untried', { count: untried.length, file: one.path }, one.id);
  return passing(`${here.length} tried`, `${here.length} essayés`);
};
const isFailed = ({ decoded }: MediaFact): boolean => decoded !== null && decoded !== '';

const metres = ({ width, height }: Size): string => `${width} × ${height}`;
/** The wall is measured in centimetres at best. */
const NEAR = 0.05;
const facade = ({ canvas: { show, rig } }: PreflightFacts): Verdict => {
  const isSame = Math.abs(show.width - rig.width) <= NEAR && Math.abs(show.height - rig.height) <= NEAR;
  return isSame
    ? passing(`${metres(show)} m`)
    : failing('preflight-facade', { show: metres(show), rig: metres(rig) });
};

export const showLines = (facts: PreflightFacts): PreflightLine[] => [
  lineOf(about('show', 'show', 'Documents valid', 'Documents valides'), documents(facts)),
  lineOf(about('saved', 'show', 'Documents saved', 'Documents enregistrés'), saved(facts)),
  lineOf(about('files', 'show', 'Files present', 'Fichiers présents'), files(facts)),
  lineOf(about('decode', 'show', 'Files decodable', 'Fichiers décodables'), decoding(facts)),
  lineOf(about('facade', 'show', 'Façade and rig match', 'Façade et installation concordent'), facade(facts)),
];
