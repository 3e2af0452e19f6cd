import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { answerQuery, answerParameter } from './aws-answers.js';

/** Makes an authority and a certificate for AWS's hosts in a folder: `ca.crt`, `server.crt` and `server.key`. */
function makeCertificates(folder) {
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  openssl('req', '-x509', ...key, '-days', '1', '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=stand-in for AWS');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=stand-in');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:*.amazonaws.com,DNS:*.us-east-1.amazonaws.com');
  const authority = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'];
  openssl('x509', '-req', '-in', 'server.csr', ...authority, '-days', '1', '-out', 'server.crt', '-extfile', 'names');
}

async function answer(request, response, world) {
  const body = await text(request);
  const isParameter = request.headers['x-amz-target'] === 'AmazonSSM.GetParameter';
  const found = isParameter
    ? answerParameter(JSON.parse(body).Name, world)
    : answerQuery(new URLSearchParams(body), world);
  response.writeHead(found.status, { 'content-type': isParameter ? 'application/x-amz-json-1.1' : 'text/xml' });
  response.end(found.body);
}

/** What Copilot asks of AWS, by HTTP proxy on a free port of this machine; gives its port and how to end it. */
export async function startFakeAws(folder, world) {
  makeCertificates(folder);
  const credentials = { key: readFileSync(join(folder, 'server.key')), cert: readFileSync(join(folder, 'server.crt')) };
  const aws = createTlsServer(credentials);
  aws.on('request', (request, response) => void answer(request, response, world));
  await listen(aws);
  const proxy = createServer((_request, response) => response.writeHead(405).end());
  proxy.on('connect', (_request, client) => {
    const inner = connect(aws.address().port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      client.pipe(inner).pipe(client);
    });
    inner.on('error', () => client.destroy());
    client.on('error', () => inner.destroy());
  });
  await listen(proxy);
  return {
    port: proxy.address().port,
    close: () => {
      for (const server of [proxy, aws]) server.close();
      aws.closeAllConnections();
    },
  };
}

function listen(server) {
  const { promise, resolve } = Promise.withResolvers();
  server.listen(0, '127.0.0.1', resolve);
  return promise;
}
