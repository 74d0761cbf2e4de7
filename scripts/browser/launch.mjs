// A browser counts as found only after it has drawn a page here, driven the way the app drives it.

const sign = 'zhiyin-browser-ready'

/** Root has no sandbox; only build machines run as root. */
export const sandboxArguments = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/**
 * @param {string} program
 * @param {number} [patience]
 * @returns {Promise<boolean>}
 */
export const canLaunch = async (program, patience = 20_000) => {
  const { chromium } = await import('playwright-core')
  try {
    const browser = await chromium.launch({
      executablePath: program,
      args: sandboxArguments(),
      timeout: patience,
    })
    const page = await browser.newPage()
    await page.goto(`data:text/html,<p>${sign}`)
    const drawn = await page.textContent('p')
    await browser.close()
    return drawn === sign
  } catch {
    return false
  }
}
