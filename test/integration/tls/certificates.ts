import 'reflect-metadata';
import { BasicConstraintsExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { createHash, type webcrypto } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;

/** Files that a server with TLS is started with. */
export interface ServerFiles {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate authority of a test's own, in a folder of its own. */
export class Authority {
  private constructor(
    readonly folder: string,
    /** The file that who trusts it is given. */
    readonly file: string,
    private readonly name: string,
    private readonly keys: webcrypto.CryptoKeyPair,
  ) {}

  static async make(name: string): Promise<Authority> {
    const folder = mkdtempSync(join(tmpdir(), 'tls-test-'));
    chmodSync(folder, 0o755);
    const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await X509CertificateGenerator.createSelfSigned({
      name: `CN=${name}`,
      keys,
      ...lifetime(),
      signingAlgorithm: algorithm,
      extensions: [new BasicConstraintsExtension(true, 0, true)],
    });
    const file = join(folder, 'ca.pem');
    writeFileSync(file, certificate.toString('pem'));
    return new Authority(folder, file, name, keys);
  }

  /**
   * For a host by its name, or its number. `owner`: whom the key belongs to, whose server refuses it otherwise; `days`: how
   * long it is good for from now, a day unless it is said.
   */
  async issue(name: string, owner?: number, days = 1): Promise<ServerFiles> {
    const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await X509CertificateGenerator.create({
      serialNumber: createHash('sha256').update(name).digest('hex').slice(0, 16),
      subject: `CN=${name}`,
      issuer: `CN=${this.name}`,
      publicKey: keys.publicKey,
      signingKey: this.keys.privateKey,
      signingAlgorithm: algorithm,
      ...lifetime(days),
      extensions: [new SubjectAlternativeNameExtension([{ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }])],
    });
    const files = { certificate: join(this.folder, `${name}.crt`), key: join(this.folder, `${name}.key`) };
    const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
    writeFileSync(files.certificate, certificate.toString('pem'));
    writeFileSync(files.key, `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`, { mode: 0o600 });
    if (owner !== undefined) chownSync(files.key, owner, owner);
    return files;
  }
}

function lifetime(days = 1): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(Date.now() - 2 * dayMs), notAfter: new Date(Date.now() + days * dayMs) };
}
