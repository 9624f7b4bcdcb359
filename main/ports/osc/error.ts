/** Why a port didn't open: a code and what to do next. */
export type OscPortErrorCode =
  'port-busy' | 'port-denied' | 'host-unavailable' | 'sender-invalid' | 'port-failed';
export class OscPortError extends Error {
  readonly code: OscPortErrorCode;
  constructor(code: OscPortErrorCode, message: string) {
    super(message);
    this.name = 'OscPortError';
    this.code = code;
  }
}

/** The system's bind error in our words. */
export function bindError(error: NodeJS.ErrnoException, host: string, port: number): OscPortError {
  const where = `${host}:${port}`;
  switch (error.code ?? '') {
    case 'EADDRINUSE':
      return new OscPortError(
        'port-busy',
        `OSC port ${where} is taken by another program (another Frise?): close it, or choose another with --osc HOST:PORT`,
      );
    case 'EACCES':
    case 'EPERM':
      return new OscPortError('port-denied', `OSC port ${where} needs more rights: choose one above 1023`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EINVAL':
      return new OscPortError(
        'host-unavailable',
        `${host} is no address of this machine: check --osc HOST:PORT`,
      );
    default:
      return new OscPortError('port-failed', `OSC port ${where} did not open: ${error.message}`);
  }
}
