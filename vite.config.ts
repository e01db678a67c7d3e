import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// A relative base makes the built folder work under any sub-path.
export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 2000 },
});
