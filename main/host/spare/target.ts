import { fail, ok, type Result } from '../../../core/result.ts';

/** The host to follow, as `--follow` names it. */
export type Target = {
  /** `http://192.168.1.20:8090`, without a user, a path or a slash at its end. */
  url: string;
  /** From the address or the environment; null: none was given. */
  token: string | null;
  /** To be paired with once; null: none was given. */
  pin: string | null;
};
/** How to speak to it now. `ca`: the one certificate that is trusted (PEM); null: http. */
export type Access = { url: string; token: string | null; ca: string | null };

/** The token of `http://owner:TOKEN@host:port` is taken out of the address, so that it stands in no list or log. */
export const targetOf = (text: string, env: NodeJS.ProcessEnv, pin: string | undefined): Result<Target> => {
  const wrong = fail('bad-flag', '--follow wants an address such as http://192.168.1.20:8090.', '--follow');
  const url = parsed(text);
  if (
    url === null ||
    !['http:', 'https:'].includes(url.protocol) ||
    !['', '/', '/console'].includes(url.pathname)
  )
    return wrong;
  if (pin !== undefined && !/^\d{6}$/.test(pin))
    return fail('bad-flag', '--follow-pin wants the six digits that the main host shows.', '--follow-pin');
  const given = decodeURIComponent(url.password || url.username) || env['FRISE_FOLLOW_TOKEN'] || null;
  return ok({ url: url.origin, token: given, pin: pin ?? null });
};

/** `URL.canParse` came after the oldest Node that runs this. */
const parsed = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null; // no address: the caller says so
  }
};
