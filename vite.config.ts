import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const ROOT = import.meta.dirname;
// Tests build too, and would otherwise get the slow React of development.
process.env['NODE_ENV'] = 'production';

/** The web app: `src/web` to `dist/web`. Nothing in it is fetched from elsewhere. */
export default defineConfig({
  root: path.join(ROOT, 'src/web'),
  base: '/',
  publicDir: false,
  plugins: [react()],
  // The server writes the nonce of each answer in its place.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: path.join(ROOT, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // A file inlined as data: would need a wider content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        // What many screens share comes in two pieces, not in fifty: a branch is far from the server.
        codeSplitting: {
          groups: [
            { name: 'kit', test: /[\\/]src[\\/]/, minShareCount: 5 },
            {
              name: 'vendor',
              test: /[\\/]node_modules[\\/](?!(?:echarts|zrender|uqr)[\\/])/,
              minShareCount: 5,
            },
          ],
        },
      },
      // Our own rooms do nothing when they are loaded, so what is not used can be left out.
      treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](?!web[\\/])/, sideEffects: false }] },
    },
  },
});
