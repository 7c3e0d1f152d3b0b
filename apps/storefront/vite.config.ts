import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    sourcemap: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    // The 3D view, which is fetched when it is wanted.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { checks: { pluginTimings: false } }
  }
})
