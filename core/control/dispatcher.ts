import type { z } from 'zod';
import { seedOf } from '../layers/hash.ts';
import { messages } from '../messages.ts';
import { fail, type Result } from '../result.ts';
import { checkLocks, type Locked } from './locks.ts';
import { mayEdit, mayUse } from './roles.ts';
import { isVerb, verbs, type Role, type VerbInput, type VerbName, type VerbOutput } from './verbs.ts';

/**
 * The one door (DESIGN §1.2): authorise → validate → armed? → locked? → run → journal. Whatever asks for something comes through
 * here. Handlers run synchronously up to their first await, in the order of arrival, so two presses never overtake
 * each other. Broadcasting is the handlers' own: they set topics.
 */
export type Source = {
  /** Who: `http:127.0.0.1`, `console:1f3a`, `osc:127.0.0.1:53000`, `cue:12.5`; also the journal's word. */
  sender: string;
  roles: readonly Role[];
  /** The input that can be disarmed ("ignore the desk"), or null for what never is. */
  input: string | null;
};
export type Request = {
  verb: string;
  args: unknown;
  source: Source;
  /** Makes the request idempotent for its sender; null: every arrival is a request of its own. */
  requestId: string | null;
  /** Clock time at which it is due and before which it must not take effect; null: as soon as may be. */
  at: number | null;
};
export type HandlerContext = Pick<Source, 'sender'> &
  Pick<Request, 'requestId' | 'at'> & {
    /** Of who asks, where a handler tells its own from another's; the dispatcher always says them. */
    roles?: readonly Role[];
  };
export type Handlers = {
  [V in VerbName]: (
    input: VerbInput<V>,
    context: HandlerContext,
  ) => Result<VerbOutput<V>> | Promise<Result<VerbOutput<V>>>;
};
export type Outcome = { request: Request; reply: Result<unknown>; repeated: boolean };
export type Dispatcher = { dispatch(request: Request): Promise<Result<unknown>> };

type Options = {
  handlers: Handlers;
  isArmed(input: string): boolean;
  /** The show lock and the rig lock at this moment. */
  locked(): Locked;
  /** Called once a request, with what came of it; must not throw. */
  journal(outcome: Outcome): void;
  /** Requests remembered for idempotency. */
  remember?: number;
};

/** One line naming the first thing wrong: `cue: must be a decimal cue number such as "12.5"`. */
export const wordsOfZod = (error: z.ZodError): { message: string; path: string } => {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  const what = issue?.message ?? 'invalid';
  return { message: path === '' ? what : `${path}: ${what}`, path };
};

export const createDispatcher = (options: Options): Dispatcher => {
  const memory = createMemory(options.remember ?? 2000);
  const dispatch = async (request: Request): Promise<Result<unknown>> => {
    if (isNestedDeeper(request.args, DEEPEST)) {
      const reply = fail('invalid-input', `nested deeper than ${DEEPEST}`);
      options.journal({ request, reply, repeated: false });
      return reply;
    }
    const known = memory.find(request);
    if (known !== null) {
      const reply = await known;
      options.journal({ request, reply, repeated: true });
      return reply;
    }
    const running = answer(options, request).then(inShort);
    memory.keep(request, running);
    const reply = await running;
    options.journal({ request, reply, repeated: false });
    return reply;
  };
  return { dispatch };
};

const answer = async (options: Options, request: Request): Promise<Result<unknown>> => {
  const checked = check(options, request);
  if (!checked.ok) return checked;
  try {
    return await run(options.handlers, checked.value.verb, checked.value.input, {
      sender: request.source.sender,
      roles: request.source.roles,
      requestId: request.requestId,
      at: request.at,
    });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return fail('verb-failed', `${messages['verb-failed'].en} (${what})`, request.verb);
  }
};

const check = (options: Options, request: Request): Result<{ verb: VerbName; input: unknown }> => {
  const { verb, source } = request;
  if (!isVerb(verb)) return fail('unknown-verb', messages['unknown-verb'].en, verb.slice(0, 80));
  const entry = verbs[verb];
  if (!mayUse(source.roles, entry.roles)) return fail('role-refused', messages['role-refused'].en, verb);
  const parsed = entry.in.safeParse(request.args);
  if (!parsed.success) {
    const { message, path } = wordsOfZod(parsed.error);
    return fail('invalid-input', message, path);
  }
  if ('document' in parsed.data && !mayEdit(source.roles, parsed.data.document))
    return fail('role-refused', messages['role-refused'].en, 'document');
  if (source.input !== null && !options.isArmed(source.input))
    return fail('input-disarmed', messages['input-disarmed'].en, source.input);
  const unlocked = checkLocks(options.locked(), { verb, input: parsed.data });
  return unlocked.ok ? { ok: true, value: { verb, input: parsed.data } } : unlocked;
};

/** Far beyond any document; whoever looks through what is deeper runs out of stack. */
const DEEPEST = 200;
const isNestedDeeper = (value: unknown, left: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((each) => isNestedDeeper(each, left - 1)));

/** A refusal repeats what was sent, which may be a megabyte; it is kept, journalled and shown to everybody. */
const inShort = (reply: Result<unknown>): Result<unknown> => {
  if (reply.ok) return reply;
  const { message, path } = reply;
  return { ...reply, message: cut(message, mostMessage), path: cut(path, mostPath) };
};
const mostMessage = 1000;
const mostPath = 300;
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** The table ties `input` to the handler of the same name; the compiler can't follow that through a union. */
const run = (handlers: Handlers, verb: VerbName, input: unknown, context: HandlerContext) => {
  const handler = handlers[verb] as (
    input: unknown,
    context: HandlerContext,
  ) => Result<unknown> | Promise<Result<unknown>>;
  return handler(input, context);
};

/** A drag of a fine grid says 40 kB, sixty times a second: what is remembered of it must stay small. */
const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} ${text.length} ${seedOf(text)}`;
const LONGEST = 500;

/** Asked twice it does no harm, and what it answers (a journal, a table of notes) is large. */
const isReading = (verb: string): boolean => isVerb(verb) && verbs[verb].effect === 'read';

type Memory = {
  find(request: Request): Promise<Result<unknown>> | null;
  keep(request: Request, reply: Promise<Result<unknown>>): void;
};
/**
 * Replies by sender, rights and request id; the oldest is forgotten first. The rights belong to it: a page may take
 * another's name and guess its number, and must not read an answer that it could not have got (a PIN) by that.
 */
const createMemory = (limit: number): Memory => {
  const kept = new Map<string, { what: string; reply: Promise<Result<unknown>> }>();
  const keyOf = ({ source, requestId, verb }: Request) =>
    requestId === null || isReading(verb) ? null : JSON.stringify([source.sender, source.roles, requestId]);
  const whatOf = ({ verb, args }: Request) => shortened(JSON.stringify([verb, args]));
  return {
    find(request) {
      const key = keyOf(request);
      const known = key === null ? undefined : kept.get(key);
      if (known === undefined) return null;
      if (known.what === whatOf(request)) return known.reply;
      return Promise.resolve(fail('request-id-reused', messages['request-id-reused'].en, request.verb));
    },
    keep(request, reply) {
      const key = keyOf(request);
      if (key === null) return;
      kept.set(key, { what: whatOf(request), reply });
      const oldest = kept.keys().next();
      if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
    },
  };
};
