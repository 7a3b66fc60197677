// Load by wrk, bounded in time and connections, from a process of its own.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './processes.mjs'

const script = fileURLToPath(new URL('wrk.lua', import.meta.url))

/** Requests a second, percentiles in milliseconds, and how many requests were refused (4xx, 5xx) or broken. */
export async function load({ folder, url, paths, headers = {}, connections = 32, seconds }) {
  if (!/^http:\/\/127\.0\.0\.1:/.test(url)) throw new Error(`${url} is not on this machine.`)
  const pathFile = join(folder, 'paths.txt'), headerFile = join(folder, 'headers.txt')
  writeFileSync(pathFile, paths.join('\n') + '\n')
  writeFileSync(headerFile, Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`).join(''))
  const said = await run('wrk', ['--threads', '1', '--connections', String(connections), '--duration', `${Math.ceil(seconds)}s`,
    '--timeout', '60s', '--script', script, url, '--', pathFile, headerFile], { seconds: seconds + 120 })
  const result = JSON.parse(said.trim().split('\n').at(-1))
  return { ...result, rate: result.requests / result.seconds }
}
