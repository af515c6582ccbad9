/**
 * tfjs's WebAssembly files as assets of our own build, so that nothing is fetched from elsewhere. tfjs wants an address
 * for the threaded one too, though it needs shared memory, which our pages do not have: it is never loaded.
 */
export function wasmFiles(): Record<string, string> {
  const simd = new URL('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm', import.meta.url).href
  const plain = new URL('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm', import.meta.url).href
  return {
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': simd,
  }
}
