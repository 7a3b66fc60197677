// Does in Swagger UI what a newcomer does: logs in, opens every GET that is open to all, presses "Try it out", then "Execute", and
// wants to see data. Of those that need an account, what a new admin has: itself and the list of accounts. One tag is open at a
// time, because the page draws all that is to be seen anew at each click.
// node .ci/swagger-ui.mjs <address of the application> <folder for screenshots>; playwright-core is taken from NODE_PATH.
import { createRequire } from 'node:module'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { chromium } = createRequire(join(process.env.NODE_PATH, 'x'))('playwright-core')
const [address, pictures] = process.argv.slice(2)
const profile = mkdtempSync(join(tmpdir(), 'offshelf-browser-'))
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  viewport: { width: 1280, height: 1000 },
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const faults = []
try {
  const page = await browser.newPage()
  page.on('pageerror', error => faults.push(`the page has a script error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`the page complains: ${message.text()}`)
  })
  await page.goto(`${address}/q/swagger-ui/`)
  await page.waitForSelector('.opblock-get', { timeout: 30_000 })
  await page.screenshot({ path: join(pictures, 'swagger-ui.png') })

  const contract = await (await fetch(`${address}/q/openapi?format=json`)).json()
  const endless = get => 'text/event-stream' in (get?.responses[200]?.content ?? {})
  const closed = Object.values(contract.paths).map(path => path.get)
    .filter(get => get?.security?.length && !['whoAmI', 'listAccounts'].includes(get.operationId) || endless(get)).map(get => get.operationId)
  const ids = (await page.$$eval('.opblock-get', blocks => blocks.map(block => block.id)))
    .filter(id => !closed.some(operation => id.endsWith(`-${operation}`)))
  if (!ids.some(id => id.endsWith('-listFindings'))) faults.push('there is no listFindings')
  await page.locator('.auth-wrapper .authorize').first().click()
  const login = page.locator('.auth-container', { has: page.locator('input[name="username"]') })
  await login.locator('input[name="username"]').fill(process.env.OFFSHELF_ADMIN_NAME)
  await login.locator('input[name="password"]').fill(process.env.OFFSHELF_ADMIN_PASSWORD)
  await login.locator('.auth-btn-wrapper .authorize').click()
  await page.locator('.auth-btn-wrapper .btn-done').first().click()

  const toggle = tag => page.locator(`[id="operations-tag-${tag}"] .expand-operation`).click()
  const tags = await page.$$eval('.opblock-tag', headings => headings.map(heading => heading.getAttribute('data-tag')))
  for (const tag of tags) await toggle(tag)
  let open
  for (const id of ids) {
    const tag = tags.find(one => id.startsWith(`operations-${one}-`))
    if (tag !== open) {
      if (open) await toggle(open)
      await toggle(open = tag)
    }
    const block = page.locator(`[id="${id}"]`)
    await block.locator('.opblock-summary-control').click()
    await block.locator('.try-out__btn').click()
    await block.locator('.execute').click()
    const answer = block.locator('.live-responses-table .response').first()
    await answer.waitFor({ timeout: 30_000 })
    const status = (await answer.locator('.response-col_status').innerText()).trim().split(/\s/)[0]
    const body = await answer.locator('.response-col_description').innerText()
    const url = await block.locator('.request-url').innerText()
    console.log(status, id, url.split('\n').pop().replace(address, ''))
    if (status !== '200') faults.push(`${id} answered ${status}: ${body.slice(0, 300)}`)
    else if (/"results": \[\]/.test(body) || !/[",]/.test(body)) faults.push(`${id} shows no data: ${body.slice(0, 300)}`)
    if (id.endsWith('-listFindings')) {
      if (!/"appName"/.test(body)) faults.push(`listFindings shows no findings: ${body.slice(0, 300)}`)
      await answer.scrollIntoViewIfNeeded()
      await page.screenshot({ path: join(pictures, 'listFindings-answer.png') })
    }
    await block.locator('.opblock-summary-control').click()
  }
  console.log(`${ids.length} operations`)
} finally {
  await browser.close()
  rmSync(profile, { recursive: true, force: true })
}
if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exit(1)
}
