import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppConfig } from '../../config/app-config.js';
import { derivedKeys } from '../tokens/signing-keys.js';

const idBytes = 16;
const macBytes = 32;

/**
 * Tokens that prove that a device has signed in to an account before. They let nobody in: such a device is merely
 * counted by itself when it guesses, so that others can't lock it out.
 */
@Injectable()
export class DeviceTokens {
  private readonly keys: readonly [Buffer, ...Buffer[]];

  constructor(config: AppConfig) {
    this.keys = derivedKeys(config.auth, 'device tokens');
  }

  /** A new device, or the same one under the present key. */
  issue(userId: string, deviceId: Buffer = randomBytes(idBytes)): string {
    return Buffer.concat([deviceId, macOf(userId, deviceId, this.keys[0])]).toString('base64url');
  }

  /** Which device of the account it is; null for none. */
  read(token: string | null | undefined, userId: string): Buffer | null {
    const bytes = Buffer.from(token ?? '', 'base64url');
    if (bytes.length !== idBytes + macBytes) return null;
    const deviceId = bytes.subarray(0, idBytes);
    const isOurs = this.keys.some((key) => timingSafeEqual(macOf(userId, deviceId, key), bytes.subarray(idBytes)));
    return isOurs ? deviceId : null;
  }
}

function macOf(userId: string, deviceId: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update(userId).update(deviceId).digest();
}
