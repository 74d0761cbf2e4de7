// The font packages list every face twice, as woff2 and as woff. The app's engine never reads the second one.

/** @returns {import('vite').Plugin} */
export const withoutOldFonts = () => ({
  name: 'without-old-fonts',
  generateBundle(_options, bundle) {
    for (const [name, part] of Object.entries(bundle)) {
      if (name.endsWith('.woff')) delete bundle[name]
      else if (part.type === 'asset' && name.endsWith('.css')) part.source = withoutWoff(String(part.source))
    }
  },
})

/** @param {string} css */
export const withoutWoff = (css) => css.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\((["']?)woff\1\)/g, '')
