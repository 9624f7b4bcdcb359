import '../node18-compat.ts';
import { webcrypto, X509Certificate } from 'node:crypto';
import path from 'node:path';
import * as x509 from '@peculiar/x509';
import { readIfThere, writeDurably } from '../store/files.ts';

/**
 * The station's own certificate for the network: made once, kept with its key in `lan-certificate.pem` (mode 600), and
 * made anew only when it ends or a name that the owner has set is missing. An address that comes or goes changes
 * nothing: browsers warn of a self-made certificate in any case, and people compare its fingerprint.
 */
export type Certificate = {
  /** PEM. */
  key: string;
  cert: string;
  /** SHA-256, `AB:CD:…`. */
  fingerprint: string;
  names: string[];
  /** ISO UTC. */
  validUntil: string;
};
type Wanted = {
  station: string;
  addresses: readonly string[];
  /** This machine's own names, then those that the owner has set. */
  names: readonly string[];
  nowMs: number;
};
/** The longest that Safari takes. */
const validDays = 800;
const renewDaysBefore = 14;
const dayMs = 86_400_000;

export const stationCertificate = async (wanted: Wanted): Promise<Certificate> => {
  const file = path.join(wanted.station, 'lan-certificate.pem');
  const text = await readIfThere(file);
  const kept = text === null ? null : readCertificate(text);
  if (kept !== null && isStillGood(kept, wanted)) return kept;
  const made = await makeCertificate(wanted);
  await writeDurably(file, `${made.key}\n${made.cert}\n`, 0o600);
  return made;
};

const isStillGood = ({ names, validUntil }: Certificate, wanted: Wanted): boolean =>
  wanted.names.every((name) => names.includes(name)) &&
  Date.parse(validUntil) - wanted.nowMs > renewDaysBefore * dayMs;

const block = (text: string, kind: string): string =>
  new RegExp(`-----BEGIN ${kind}-----[\\s\\S]+?-----END ${kind}-----`).exec(text)?.[0] ?? '';

/** null: not to be understood; a new one takes its place, and the tablets say so. */
const readCertificate = (text: string): Certificate | null => {
  try {
    return described(block(text, 'PRIVATE KEY'), block(text, 'CERTIFICATE'));
  } catch {
    return null;
  }
};

const described = (key: string, cert: string): Certificate | null => {
  const read = new X509Certificate(cert);
  const names = (read.subjectAltName ?? '')
    .split(', ')
    .map((each) => each.replace(/^(?:DNS|IP Address):/, '').toLowerCase());
  const validUntil = new Date(read.validTo).toISOString();
  return key === '' ? null : { key, cert, fingerprint: read.fingerprint256, names, validUntil };
};

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const makeCertificate = async ({ addresses, names, nowMs }: Wanted): Promise<Certificate> => {
  x509.cryptoProvider.set(webcrypto);
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const alternatives = [
    ...names.map((value) => ({ type: 'dns' as const, value })),
    ...addresses.map((value) => ({ type: 'ip' as const, value })),
  ];
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(15))).toString('hex'),
    name: 'CN=Frise',
    // A clock that is a little behind on the tablet must not refuse it.
    notBefore: new Date(nowMs - dayMs),
    notAfter: new Date(nowMs + validDays * dayMs),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyCertSign, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(alternatives),
    ],
  });
  const exported = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  const key = x509.PemConverter.encode(exported, 'PRIVATE KEY');
  const certificate = described(key, made.toString('pem'));
  if (certificate === null) throw new Error('the certificate could not be made');
  return certificate;
};
