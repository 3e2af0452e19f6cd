import { useSyncExternalStore } from 'react';
import { useMessages } from '../locale/use-messages.js';
import { Notice } from './notice.js';

export function OfflineNotice() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const { offline } = useMessages();
  return isOnline ? null : <Notice>{offline}</Notice>;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
