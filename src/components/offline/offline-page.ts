interface OfflinePage {
  language: string
  direction: 'ltr' | 'rtl'
  /** The policy that is kept with the page names it, so that its script runs and no other. */
  nonce: string
  words: { title: string; text: string; again: string }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

// The colours of tokens.css, which cannot be had without a network.
const style = `
:root { color-scheme: light dark; --page: oklch(0.978 0.006 90); --ink: oklch(0.255 0.04 268); --muted: oklch(0.475 0.03 268);
  --accent: oklch(0.465 0.175 264); --on-accent: oklch(1 0 0) }
:root.dark { --page: oklch(0.185 0.022 268); --ink: oklch(0.955 0.008 90); --muted: oklch(0.745 0.02 268);
  --accent: oklch(0.745 0.125 262); --on-accent: oklch(0.2 0.05 266) }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 28rem; padding: 1.5rem; text-align: center }
svg { width: 4rem; height: 4rem; color: var(--muted) }
h1 { margin: 1rem 0 .5rem; font-size: 1.5rem; line-height: 1.25 }
p { margin: 0 0 1.5rem; color: var(--muted) }
a { display: inline-block; padding: .75rem 1.25rem; border-radius: .5rem; background: var(--accent); color: var(--on-accent);
  font-weight: 600; text-decoration: none }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }`

/** Runs in the page as it stands here: in the person's own theme, and back as soon as the server answers. */
function comeBack() {
  const look = () =>
    fetch('/api/health/live', { cache: 'no-store' }).then(
      ({ ok }) => ok && location.reload(),
      () => undefined,
    )
  addEventListener('online', look)
  setInterval(look, 5_000)
  // Last, because storage may be forbidden.
  const chosen = localStorage.getItem('theme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.classList.toggle('dark', dark)
}

/** The page that stands in for every other while there is no network, with nothing in it that would have to be fetched. */
export function offlinePage({ language, direction, nonce, words }: OfflinePage): string {
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${escaped(words.title)} · Clockface</title>
<style>${style}</style>
</head>
<body>
<main>
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" aria-hidden="true"><path d="M12 20h.01M8.5 16.4a5 5 0 0 1 7 0M5 12.9a10 10 0 0 1 5.2-2.7M19 12.9a10 10 0 0 0-2-1.5M2 8.8a15 15 0 0 1 4.2-2.6M22 8.8a15 15 0 0 0-11.3-3.8M2 2l20 20"/></svg>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.text)}</p>
<a href="">${escaped(words.again)}</a>
</main>
<script nonce="${escaped(nonce)}">(${comeBack.toString()})()</script>
</body>
</html>
`
}
