/** Bytes that look as sealed ones do, and open with no key: for tests that never open them. */
export const sealedBytes = () => Uint8Array.from({ length: 33 }, (_, at) => (at === 0 ? 1 : at))
