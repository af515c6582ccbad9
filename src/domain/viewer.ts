/** The header by which a page says for which account it was made; another one that is signed in by now is not asked in its place. */
export const viewerHeader = 'clockface-viewer'
