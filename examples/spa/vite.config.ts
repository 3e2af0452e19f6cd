import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

/**
 * The API answers under the page's own origin: the refresh cookie is for that site alone, and nothing is asked twice as
 * by CORS. The `Host` is passed on as it came, since the API takes the cookie only where it equals the `Origin`.
 */
export default defineConfig(({ mode }) => {
  const { WATCHME_API = 'http://127.0.0.1:4000' } = loadEnv(mode, '.', 'WATCHME_');
  const proxy = { '/graphql': { target: WATCHME_API, changeOrigin: false } };
  return {
    plugins: [react()],
    server: { proxy, strictPort: true },
    preview: { proxy, strictPort: true },
  };
});
